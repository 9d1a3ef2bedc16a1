import { describe, expect, it } from 'vitest'
import { brief, open, outcomes, read } from './packages'

const rtf = (body: string, head = '\\ansicpg936'): string =>
  `{\\rtf1\\ansi${head}\\uc1{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}${body}}`
const blocks = (body: string, head?: string): (string | string[][])[] => brief(read(rtf(body, head)).blocks)
const cells = (...edges: readonly (readonly [number, string?])[]): string =>
  `\\trowd\\trleft0${edges.map(([edge, merge = '']) => `${merge}\\cellx${String(edge)}`).join('')}`
const row = (definition: string, ...texts: readonly string[]): string =>
  `${definition}\\pard\\intbl ${texts.map((text) => `${text}\\cell `).join('')}\\row `

describe('text of Rich Text', () => {
  it('is decoded by font, by the code page, and from Unicode with its fallback', () => {
    expect(blocks("{\\f1 \\'d5\\'fe\\'b8\\'ae}{\\f2 \\'ac\\'46}{\\f0 \\'d0\\'c5}\\u20844?\\u24320 ?\\par")).toEqual([
      '政府政信公开',
    ])
    expect(blocks("\\uc2 \\u25919\\'d5\\'fe\\u24220 ??!\\par")).toEqual(['政府!'])
    expect(blocks("caf\\'e9\\par", '\\ansicpg1252')).toEqual(['café'])
  })

  it('knows tabs, breaks, dashes and escaped signs', () => {
    expect(blocks('a\\tab b\\line c\\emdash d\\~e\\_f\\{g\\}\\\\\\par h')).toEqual(['a\tb', 'c—d e-f{g}\\', 'h'])
  })

  it('leaves out what is not printed: particulars, heads, pictures, instructions, unknown destinations, binary data', () => {
    const document = read(
      rtf(
        '{\\info{\\author x}{\\title T}}{\\header x\\par}{\\pict\\pngblip 89504e}{\\*\\unheard x}{\\field{\\*\\fldinst x}{\\fldrslt y}}\\bin4 }}x}z\\par',
      ),
    )
    expect(brief(document.blocks)).toEqual(['yz'])
    expect(document.metadata).toEqual({ title: 'T' })
    expect(document.notes).toEqual([{ code: 'pictures', params: { count: 1 }, place: {} }])
  })

  it('leaves out what is struck out, and says so', () => {
    const texts = [
      '62\\strike 9\\strike0',
      '62\\striked1 9\\striked0',
      '62{\\strike 9}',
      '{\\strike 17}',
      '\\strike 1\\plain 8',
      '\\strike0\\striked0 5',
    ]
    const document = read(rtf(row(cells([1], [2], [3], [4], [5], [6]), ...texts)))
    expect(brief(document.blocks)).toEqual([[['62', '62', '62', '', '8', '5']]])
    expect(document.notes.map(({ code, place, params }) => [code, place.column, params['text']])).toEqual([
      ['struck-out', 1, '9'],
      ['struck-out', 2, '9'],
      ['struck-out', 3, '9'],
      ['struck-out', 4, '17'],
      ['struck-out', 5, '1'],
    ])
  })

  it('drops deleted and hidden text with a note and marks inserted text', () => {
    const document = read(rtf('a{\\deleted b}{\\v c}{\\revised d}\\par'))
    expect(brief(document.blocks)).toEqual(['ad'])
    expect(document.notes.map(({ code, params }) => [code, params['text']])).toEqual([
      ['tracked-deletion', 'b'],
      ['hidden-text', 'c'],
      ['tracked-insertion', 'd'],
    ])
  })

  it('keeps the printed number of a list item, and text boxes behind the text', () => {
    expect(
      blocks('{\\listtext 1.\\tab}a\\par{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt box\\par}}}b\\par'),
    ).toEqual(['1.a', 'b', 'box'])
  })

  it('that lost its end is refused', () => {
    expect(outcomes(open('{\\rtf1\\ansi a\\par'))).toEqual({ a: 'unreadable truncated' })
  })
})

describe('tables of Rich Text', () => {
  it('stand on a grid of the edges of all rows', () => {
    const body = `${row(cells([1000], [3000]), 'a', 'b')}${row(cells([1000], [2000], [3000]), 'c', 'd', 'e')}\\pard x\\par`
    const [table] = read(rtf(body)).blocks
    expect(table?.kind === 'table' ? table.rows.map((cellsOf) => cellsOf.map((cell) => cell.colspan)) : []).toEqual([
      [1, 2],
      [1, 1, 1],
    ])
  })

  it('have merges of both kinds', () => {
    const top = cells([1000, '\\clvmgf'], [2000, '\\clmgf'], [3000, '\\clmrg'])
    const below = cells([1000, '\\clvmrg'], [2000], [3000])
    const [table] = read(rtf(`${row(top, 'a', 'b', '')}${row(below, '', '1', '2')}`)).blocks
    expect(
      table?.kind === 'table' ? table.rows.map((all) => all.map((c) => [c.text, c.colspan, c.rowspan])) : [],
    ).toEqual([
      [
        ['a', 1, 2],
        ['b', 2, 1],
      ],
      [
        ['1', 1, 1],
        ['2', 1, 1],
      ],
    ])
  })

  it('may have paragraphs and tables in their cells', () => {
    const nested =
      '\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl z'
    expect(blocks(`${row(cells([1000], [3000]), 'a\\par b', nested)}\\pard end\\par`)).toEqual([
      'a',
      'b',
      [['x', 'y']],
      'z',
      'end',
    ])
  })
})
