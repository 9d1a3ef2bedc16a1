import { describe, expect, it } from 'vitest'
import { layOut } from '@/readers/pages/layout'
import type { Glyph, PageContent } from '@/readers/pages/page'

const SIZE = 10
type Words = readonly [text: string, x: number, y: number]

/** Words from `x` on, a digit half as wide as a character; `y` is where their boxes begin. */
function glyphsOf([text, x, y]: Words): Glyph[] {
  let at = x
  return Array.from(text, (letter) => {
    const width = /[\d.\-/]/u.test(letter) ? SIZE / 2 : SIZE
    at += width
    return { text: letter, box: [at - width, y, at, y + SIZE], size: SIZE, turn: 0, isInvisible: false }
  })
}

const pageOf = (...words: readonly Words[]): PageContent => ({
  width: 600,
  height: 800,
  glyphs: words.flatMap(glyphsOf),
  across: [],
  down: [],
  pictured: 0,
})

/** Tables as rows of their cells' texts, paragraphs as they are. */
const read = (...pages: readonly PageContent[]): (string | string[])[] =>
  layOut(pages).map((item) => {
    if (item.kind === 'paragraph') return item.paragraph.text
    const rows = Array.from({ length: item.table.rowCount }, (): string[] => [])
    for (const { row, text } of item.table.cells) rows[row]?.push(text.replaceAll('\n', ''))
    return rows.map((row) => row.join('|'))
  })

const heads: readonly Words[] = [
  ['内容', 60, 200],
  ['甲类', 200, 200],
  ['乙类', 300, 200],
  ['丙类', 400, 200],
]

describe('a line of text', () => {
  it('has the characters that one stroke of its font stands for', () => {
    expect(read(pageOf(['⻚⸺', 60, 100]))).toEqual(['页——'])
  })

  it('has smaller digits behind a figure as the mark of a note', () => {
    const [six, two, mark] = glyphsOf(['621', 60, 100])
    if (!six || !two || !mark) throw new Error('no digits')
    const lowered = { ...mark, size: 6, box: [70, 103, 73, 112] as const }
    expect(read({ ...pageOf(), glyphs: [six, two, lowered] })).toEqual(['62¹'])
    expect(read({ ...pageOf(), glyphs: [six, two, mark] })).toEqual(['621'])
  })

  it('is the row of a table where its parts stand far apart, and no part of a paragraph', () => {
    const prose = '本机关主动公开政府信息，内容包括机构职能和办事指南以及'
    const row: Words[] = [
      ['合计', 60, 160],
      ['0', 200, 160],
      ['0', 320, 160],
    ]
    expect(read(pageOf([prose, 60, 100], [prose, 60, 120], [prose, 60, 140], ...row, ['3', 60, 180]))).toEqual([
      `${prose}${prose}${prose}`,
      '合计 0 0',
      '3',
    ])
  })
})

describe('figures under heads, without rulings', () => {
  it('are a table, in which a blank stays in its column', () => {
    const rows: Words[] = [
      ['第一行', 60, 230],
      ['1', 207, 230],
      ['3', 407, 230],
      ['第二行', 60, 260],
      ['12', 205, 260],
      ['/', 307, 260],
      ['128', 403, 260],
    ]
    expect(read(pageOf(...heads, ...rows))).toEqual([['内容|甲类|乙类|丙类', '|第一行|1||3', '|第二行|12|/|128']])
  })

  it('have their labels and heads whole, however many lines those take', () => {
    const page = pageOf(
      ['法律服', 200, 188],
      ['务机构', 200, 200],
      ['其他', 300, 200],
      ['（三）不予', 20, 254],
      ['公开', 20, 266],
      ['1.申请人无正当', 80, 224],
      ['理由不补正', 80, 236],
      ['5', 207, 230],
      ['0', 307, 230],
      ['2.重复', 80, 260],
      ['7', 207, 260],
      ['0', 307, 260],
      ['3.其他', 80, 290],
      ['8', 207, 290],
      ['1', 307, 290],
    )
    const [table] = read(page)
    expect(table).toEqual([
      '||法律服务机构|其他',
      '|1.申请人无正当理由不补正|5|0',
      '（三）不予公开|2.重复|7|0',
      '|3.其他|8|1',
    ])
  })

  it('tell the page and the box of each cell', () => {
    const [item] = layOut([pageOf(...heads, ['第一行', 60, 230], ['1', 207, 230], ['2', 307, 230], ['3', 407, 230])])
    const cell = item?.kind === 'table' ? item.table.cells.find(({ text }) => text === '2') : undefined
    expect(cell).toMatchObject({ page: 1, column: 3 })
    const [left = 0, top, right = 0, bottom] = cell?.box ?? []
    expect([left < 307, right > 312, top, bottom]).toEqual([true, true, 230, 240])
  })

  it('go on over the page without their heads, and a label that the break parts is one', () => {
    const first = pageOf(...heads, ['1.第一行', 60, 230], ['1', 207, 230], ['2', 307, 230], ['3', 407, 230])
    const rest = pageOf(['的其余', 60, 60], ['2.第二行', 60, 90], ['4', 207, 90], ['6', 407, 90])
    expect(read(first, rest)).toEqual([['内容|甲类|乙类|丙类', '|1.第一行的其余|1|2|3', '|2.第二行|4||6']])
  })

  it('have no row of blanks made of the rest of another label', () => {
    const first = pageOf(
      ...heads,
      ['1.第一行', 60, 230],
      ['1', 207, 230],
      ['2', 307, 230],
      ['3', 407, 230],
      ['文字写到这里就完了。', 60, 700],
    )
    const rest = pageOf(['重复申请', 60, 60], ['2.第二行', 60, 90], ['4', 207, 90], ['5', 307, 90], ['6', 407, 90])
    expect(read(first, rest).at(-1)).toEqual(['重复申请', '|2.第二行|4|5|6'])
  })
})

describe('figures that are in doubt', () => {
  const row: Words[] = [
    ['第一行', 60, 230],
    ['1', 207, 230],
    ['2', 307, 230],
    ['3', 407, 230],
  ]
  const isText = (...words: readonly Words[]): boolean =>
    read(pageOf(...words)).every((item) => typeof item === 'string')

  it.each<[string, Words[]]>([
    [
      'that reach over two columns',
      [
        ['第二行', 60, 260],
        ['1234567890123456789012', 205, 260],
        ['3', 407, 260],
      ],
    ],
    [
      'of which two stand in one column',
      [
        ['第二行', 60, 260],
        ['1', 200, 260],
        ['2', 213, 260],
        ['3', 407, 260],
      ],
    ],
    [
      'beside no label',
      [
        ['4', 207, 260],
        ['5', 307, 260],
        ['6', 407, 260],
      ],
    ],
    [
      'that may be one, broken over lines',
      [
        ['第二行', 60, 236],
        ['4', 207, 236],
        ['5', 307, 236],
        ['6', 407, 236],
      ],
    ],
  ])('%s leave the table text', (_, words) => {
    expect(isText(...heads, ...row, ...words)).toBe(true)
  })

  it('stay text without a head over each column', () => {
    expect(isText(...row)).toBe(true)
    expect(isText(...heads.slice(0, 3), ...row)).toBe(true)
    expect(isText(...heads, ...row)).toBe(false)
  })

  it('of prose, lists and dates are no tables', () => {
    const prose: Words[] = [
      ['二、收到申请的情况', 60, 180],
      ['全年收到申请12件，其中办结', 60, 200],
      ['11件，结转1件，比去年多', 60, 220],
      ['4件。', 60, 240],
      ['1.电话', 60, 260],
      ['12345', 200, 260],
      ['2.邮编', 60, 280],
      ['100000', 200, 280],
      ['2024年1月24日', 400, 300],
    ]
    expect(isText(...prose)).toBe(true)
  })
})
