import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/readers/limits'
import type { SourceDocument } from '@/readers/document'
import { brief, grids, open, outcomes, placed, read } from './packages'
import { data, xlsx } from './workbooks'

const outcome = (bytes: Uint8Array): string | undefined => outcomes(open(bytes))['a']
const notes = ({ notes: all }: SourceDocument): string[] => all.map(({ code }) => code)

describe('a sheet', () => {
  it('is cut where rows are empty, and what stands alone above a table is a paragraph', () => {
    const document = read(xlsx([data(['标题'], [], ['说明'], ['甲', '乙'], [1, 2], [], ['', '丙', '丁'])]))
    expect(brief(document.blocks)).toEqual([
      '标题',
      '说明',
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      [['丙', '丁']],
    ])
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'table', 'table'])
    expect(placed(grids(document)[1])).toEqual(['7,2 1×1 丙', '7,3 1×1 丁'])
  })

  it('keeps a row of which only the label is filled in its table', () => {
    expect(brief(read(xlsx([data(['甲', '乙'], ['丙', 1], ['丁', ''])])).blocks)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '1'],
        ['丁', ''],
      ],
    ])
  })

  it('has merged areas at their anchors, and a note on what lies under them', () => {
    const merged = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    const document = read(xlsx([data(['甲', '乙', 9], [7, 1, 2]) + merged]))
    expect(placed(grids(document)[0])).toEqual(['1,1 1×2 甲', '1,2 2×1 乙', '2,2 1×1 1', '2,3 1×1 2'])
    expect(document.notes).toEqual([
      { code: 'merged-cell-text', place: { table: 1, row: 1, column: 2 }, params: { text: '9' } },
      { code: 'merged-cell-text', place: { table: 1, row: 1, column: 1 }, params: { text: '7' } },
    ])
  })

  it('names itself where there are several, and not where it is the only one with anything in it', () => {
    const two = read(
      xlsx([
        { name: '表一', xml: data(['甲', '乙']) },
        { name: '表二', xml: data(['丙', '丁']) },
      ]),
    )
    expect(grids(two).map(({ rows }) => rows[0]?.[0]?.place)).toEqual([
      { part: '表一', table: 1, row: 1, column: 1 },
      { part: '表二', table: 2, row: 1, column: 1 },
    ])
    expect(grids(read(xlsx([data(['甲', '乙']), data()])))[0]?.rows[0]?.[0]?.place.part).toBeUndefined()
  })
})

describe('what is hidden', () => {
  it('is left out and named where it is a sheet', () => {
    const hidden = { name: '底稿', state: 'veryHidden', xml: data(['乙', '丙']) }
    const document = read(xlsx([data(['甲', '甲']), hidden]))
    expect(brief(document.blocks)).toEqual([[['甲', '甲']]])
    expect(document.notes).toEqual([{ code: 'hidden-sheet', place: {}, params: { sheet: '底稿' } }])
    expect(outcome(xlsx([hidden]))).toBe('not-a-report only-hidden-sheets')
  })

  it('stays where it is a row or column of a table, with a note; rows that are no part of one are left out', () => {
    const rows = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>
      <row r="1" hidden="1"><c t="str"><v>暗</v></c></row>
      <row r="3"><c t="str"><v>甲</v></c><c><v>1</v></c><c><v>2</v></c></row>
      <row r="4" ht="0"><c t="str"><v>乙</v></c><c><v>3</v></c><c><v>4</v></c></row></sheetData>`
    const document = read(xlsx([rows]))
    expect(brief(document.blocks)).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '3', '4'],
      ],
    ])
    expect(document.notes.map(({ code, place }) => [code, place])).toEqual([
      ['hidden-rows', { row: 1 }],
      ['hidden-row', { table: 1, row: 4 }],
      ['hidden-column', { table: 1, column: 2 }],
    ])
  })
})

describe('a cell', () => {
  const cells = (...xml: readonly string[]): string[] =>
    grids(read(xlsx([`<sheetData><row><c t="str"><v>甲</v></c>${xml.join('')}</row></sheetData>`])))[0]
      ?.rows[0]?.slice(1)
      .map(({ text }) => text) ?? []

  it('gives the last result of its formula, or the formula where none was stored', () => {
    expect(cells('<c><f>SUM(A1)</f><v>7</v></c>', '<c><f>SUM(A1:B1)</f></c>', '<c><f>表一!A1</f><v/></c>')).toEqual([
      '7',
      '=SUM(A1:B1)',
      '=…',
    ])
  })

  it('gives errors, truths and texts as they are shown', () => {
    expect(
      cells('<c t="e"><f>A0</f><v>#REF!</v></c>', '<c t="b"><v>1</v></c>', '<c t="str"><v>a_x000D_b</v></c>'),
    ).toEqual(['#REF!', 'TRUE', 'a\rb'])
  })

  it('gives runs joined, without readings of characters, raised digits as such', () => {
    const runs = '<is><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh><t>読</t></rPh></is>'
    expect(cells(`<c t="inlineStr">${runs}</c>`)).toEqual(['12¹'])
  })

  it('of the table of strings has raised digits as such, too', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const raised = (text: string): string => `<r><rPr><vertAlign val="superscript"/></rPr><t>${text}</t></r>`
    const parts = {
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><r><t>12</t></r>${raised('1')}<r><t>件</t></r></si><si><t>7①</t></si></sst>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${office}/worksheet" Target="worksheets/s0.xml"/><Relationship Id="ss" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    }
    const sheet = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>'
    expect(brief(read(xlsx([sheet], [], parts)).blocks)).toEqual([[['12¹件', '7①']]])
  })

  it('leaves out what is struck out, by the font of its cell or of a run, and says so', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const styles = `<styleSheet xmlns="${main}"><fonts><font><strike val="0"/></font><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`
    const run = (text: string, properties?: string): string =>
      `<r>${properties === undefined ? '' : `<rPr>${properties}</rPr>`}<t>${text}</t></r>`
    const rich = (style: number, ...runs: readonly string[]): string =>
      `<c t="inlineStr" s="${String(style)}"><is>${runs.join('')}</is></c>`
    const sheet = `<sheetData><row><c t="str"><v>甲</v></c>${[
      rich(0, run('62'), run('9', '<strike/>')),
      rich(0, run('62'), run('9', '<strike val="0"/>')),
      rich(1, run('62'), run('9', '<b/>')),
      '<c s="1"><v>17</v></c>',
      '<c s="1" t="inlineStr"><is><t>18</t></is></c>',
      '<c s="0"><v>19</v></c>',
    ].join('')}</row></sheetData>`
    const document = read(xlsx([sheet], [], { 'xl/styles.xml': styles }))
    expect(brief(document.blocks)).toEqual([[['甲', '62', '629', '9', '', '', '19']]])
    expect(document.notes.map(({ code, place, params }) => [code, place.column, params['text']])).toEqual([
      ['struck-out', 2, '9'],
      ['struck-out', 4, '62'],
      ['struck-out', 5, '17'],
      ['struck-out', 6, '18'],
    ])
  })

  it('counts days from 1900, or from 1904 where its workbook says so', () => {
    const dated = (properties: string): unknown => {
      const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties}<sheets><sheet name="a" r:id="r0"/></sheets></workbook>`
      const sheet = '<sheetData><row><c t="str"><v>甲</v></c><c s="1"><v>45312</v></c></row></sheetData>'
      return brief(read(xlsx([sheet], ['yyyy\\-mm\\-dd'], { 'xl/workbook.xml': workbook })).blocks)
    }
    expect(dated('<workbookPr/>')).toEqual([[['甲', '2024-01-21']]])
    expect(dated('<workbookPr date1904="1"/>')).toEqual([[['甲', '2028-01-22']]])
  })

  const styled = (style: string, ...rows: readonly (readonly string[])[]): number[] => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/>${style}</cellXfs></styleSheet>`
    const row = (texts: readonly string[]): string =>
      `<row>${texts.map((text) => `<c t="str" s="1"><v>${text}</v></c>`).join('')}</row>`
    const sheet = `<sheetData>${rows.map(row).join('')}</sheetData>`
    const [grid] = grids(read(xlsx([sheet], [], { 'xl/styles.xml': styles })))
    return grid?.rows.map((cells_) => cells_.length) ?? []
  }

  it('is short of what stood behind the last one in its row that has lines', () => {
    expect(styled('<xf borderId="1"/>', ['甲', '乙', '丙'], ['丁', '1'], ['戊', '2', '3'])).toEqual([3, 2, 3])
  })

  it('is short of what stood behind the last styled one in its row where empty ones are styled too', () => {
    const centred = '<xf><alignment horizontal="center"/></xf>'
    expect(styled(centred, ['甲', '乙', '丙'], ['丁', '1'], ['戊', '', ''])).toEqual([3, 2, 3])
  })

  it('is empty where it is not there in a table of which only what is filled was written', () => {
    const centred = '<xf><alignment horizontal="center"/></xf>'
    expect(styled(centred, ['甲', '乙', '丙'], ['丁', '1'], ['戊', '2', '3'])).toEqual([3, 3, 3])
  })
})

describe('a workbook that is no good', () => {
  const good = data(['甲', '乙'])

  it.each([
    ['without its sheet', xlsx([good], [], { 'xl/worksheets/s0.xml': '' }), 'unreadable damaged'],
    ['with broken XML', xlsx(['<sheetData><row></sheetData>']), 'unreadable damaged'],
    [
      'with broken styles',
      xlsx([good], [], { 'xl/styles.xml': '<styleSheet><cellXfs></styleSheet>' }),
      'unreadable damaged',
    ],
    [
      'with a string that is not there',
      xlsx(['<sheetData><row><c t="s"><v>3</v></c></row></sheetData>']),
      'unreadable damaged',
    ],
    [
      'with entities',
      xlsx([good], [], { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
      'unreadable declarations',
    ],
    [
      'of binary parts',
      xlsx([good], [], {
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      }),
      'unsupported xlsb',
    ],
    [
      'with too many cells',
      xlsx([`<sheetData><row>${'<c t="b"><v>1</v></c>'.repeat(LIMITS.documentParts + 10)}</row></sheetData>`]),
      'too-large too-many-parts',
    ],
    [
      'with a table of a million places',
      xlsx([
        `<sheetData>${Array.from({ length: 1000 }, (_, at) => `<row r="${String(at + 1)}"><c r="A${String(at + 1)}"><v>1</v></c><c r="ZZ${String(at + 1)}"><v>1</v></c></row>`).join('')}</sheetData>`,
      ]),
      'too-large too-many-parts',
    ],
  ])('%s', (_, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected)
  })

  it('but with cells at its farthest corners costs no more than others', () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    const document = read(xlsx([`<dimension ref="A1:XFD1048576"/>${far}`]))
    expect(brief(document.blocks)).toEqual(['1', '2'])
    expect(notes(document)).toEqual([])
  })
})
