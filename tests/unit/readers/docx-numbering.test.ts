import { describe, expect, it } from 'vitest'
import { numeral } from '@/readers/word/numerals'
import { brief, docx, p, read, tbl, tc, tr, wordPart } from './packages'

const level = (ilvl: number, format: string, label: string, start = 1): string =>
  `<w:lvl w:ilvl="${String(ilvl)}"><w:start w:val="${String(start)}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`
const list = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${levels.join('')}</w:abstractNum>`
const instance = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${more}</w:num>`
const inList = (id: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${String(ilvl)}"/><w:numId w:val="${String(id)}"/></w:numPr>`
const texts = (body: string, numbering: string, styles = ''): (string | string[][])[] =>
  brief(
    read(
      docx(body, {
        'word/numbering.xml': wordPart('numbering', numbering),
        'word/styles.xml': wordPart('styles', styles),
      }),
    ).blocks,
  )

describe('automatic numbers', () => {
  const report = list(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  )

  it('become part of headings and row labels', () => {
    const body =
      p('总体情况', inList(1)) +
      p('主动公开', inList(1, 1)) +
      p('依申请公开', inList(1, 1)) +
      p('主动公开政府信息情况', inList(1)) +
      p('平台建设', inList(1, 1)) +
      tbl(tr(tc(p('属于国家秘密', inList(1, 2))), tc('0')), tr(tc(p('其他', inList(1, 2))), tc('0')))
    expect(texts(body, report + instance(1, 0))).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '二、主动公开政府信息情况',
      '（一）平台建设',
      [
        ['1.属于国家秘密', '0'],
        ['2.其他', '0'],
      ],
    ])
  })

  it('go on between instances of a list unless one starts anew', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const body = [1, 2, 3, 3].map((id) => p('x', inList(id))).join('')
    expect(
      texts(body, list(0, level(0, 'decimal', '%1.')) + instance(1, 0) + instance(2, 0) + instance(3, 0, restart)),
    ).toEqual(['1.x', '2.x', '5.x', '6.x'])
  })

  it('show the levels above', () => {
    const numbering = list(0, level(0, 'chineseCounting', '%1'), level(1, 'decimal', '%1-%2', 3)) + instance(1, 0)
    expect(texts(p('x', inList(1, 1)) + p('y', inList(1, 1)), numbering)).toEqual(['一-3x', '一-4y'])
  })

  it('come from styles, and are switched off by the number 0', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr>${inList(1)}</w:pPr></w:style>`
    const body =
      p('甲', '<w:pStyle w:val="h"/>') + p('乙', `<w:pStyle w:val="h"/>${inList(0)}`) + p('丙', '<w:pStyle w:val="h"/>')
    expect(texts(body, report + instance(1, 0), styles)).toEqual(['一、甲', '乙', '二、丙'])
  })

  it('are nothing for bullets, and noted where the list is unknown', () => {
    expect(texts(p('x', inList(1)), list(0, level(0, 'bullet', '●')) + instance(1, 0))).toEqual(['x'])
    expect(read(docx(p('x', inList(7)))).notes).toEqual([
      { code: 'automatic-number-unknown', params: {}, place: { line: 1 } },
    ])
  })
})

describe('numerals', () => {
  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 12, '十二'],
    ['japaneseCounting', 20, '二十'],
    ['chineseCounting', 105, '一百零五'],
    ['chineseCounting', 110, '一百一十'],
    ['chineseLegalSimplified', 11, '壹拾壹'],
    ['ideographDigital', 20, '二〇'],
    ['ideographTraditional', 12, '乙'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 4, 'IV'],
    ['lowerLetter', 27, 'aa'],
    ['decimal', 3, '3'],
    ['somethingNew', 3, '3'],
  ])('%s of %i is %s', (format, count, expected) => {
    expect(numeral(count, format)).toBe(expected)
  })
})
