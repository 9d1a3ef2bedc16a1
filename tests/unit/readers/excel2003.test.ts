import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '@/readers/document'
import { brief, grids, open, outcomes, placed, read } from './packages'

const NAMESPACES =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"'
const HEAD = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'

const sheet = (rows: string, options = '', name = 'Sheet1'): string =>
  `<Worksheet ss:Name="${name}"><Table ss:ExpandedColumnCount="9">${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}<ProtectObjects>False</ProtectObjects></WorksheetOptions></Worksheet>`
const workbook = (sheets: string, before = ''): string => `${HEAD}<Workbook ${NAMESPACES}>${before}${sheets}</Workbook>`
const styles = (...list: readonly string[]): string =>
  `<Styles><Style ss:ID="Default" ss:Name="Normal"><Alignment ss:Vertical="Center"/><NumberFormat/></Style>${list.join('')}</Styles>`
const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`
const text = (words: string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="String">${words}</Data></Cell>`
const number = (value: number | string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="Number">${value}</Data></Cell>`
const notes = ({ notes: all }: SourceDocument): [string, unknown][] => all.map(({ code, params }) => [code, params])
const cells = (xml: string, before = ''): string[] =>
  grids(read(workbook(sheet(row(text('甲'), xml)), before)))[0]
    ?.rows[0]?.slice(1)
    .map((cell) => cell.text) ?? []

describe('a workbook in the XML of Excel 2003', () => {
  it('has its rows and cells where their numbers say, and its merged areas', () => {
    const rows = [
      row(text('题', ' ss:MergeAcross="3"')),
      '<Row ss:Index="3">' +
        text('甲', ' ss:MergeDown="1"') +
        text('乙') +
        text('丙', ' ss:MergeAcross="1"') +
        '</Row>',
      row(number(1, ' ss:Index="2"'), number(2, ' ss:Index="4"')),
      row(text('丁'), number(3), number(4), number(5)),
    ]
    const document = read(
      workbook(
        sheet(rows.join('')),
        '<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Title>年报</Title></DocumentProperties>',
      ),
    )
    expect(document).toMatchObject({ format: 'xls', metadata: { title: '年报' } })
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', text: '题' })
    expect(placed(grids(document)[0])).toEqual([
      '3,1 1×2 甲',
      '3,2 1×1 乙',
      '3,3 2×1 丙',
      '4,2 1×1 1',
      '4,3 1×1 ',
      '4,4 1×1 2',
      '5,1 1×1 丁',
      '5,2 1×1 3',
      '5,3 1×1 4',
      '5,4 1×1 5',
    ])
  })

  it('is read too where numbers count only what merged areas leave of a row, as LibreOffice writes them', () => {
    const rows = [
      row(text('甲', ' ss:MergeDown="2"'), text('乙', ' ss:MergeDown="1"'), text('丙'), text('丁')),
      row(text('戊'), text('己')),
      row(text('庚'), number(1, ' ss:Index="3"')),
    ]
    expect(brief(read(workbook(sheet(rows.join('')))).blocks)).toEqual([
      [
        ['甲', '乙', '丙', '丁'],
        ['戊', '己'],
        ['庚', '', '1'],
      ],
    ])
  })

  it('shows numbers and dates by the formats of its styles', () => {
    const before = styles(
      '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>',
      '<Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style>',
      '<Style ss:ID="c" ss:Parent="d"/>',
      '<Style ss:ID="a"><NumberFormat ss:Format="_ * #,##0_ ;_ * \\-#,##0_ ;_ * &quot;-&quot;_ ;_ @_ "/></Style>',
    )
    const date = (id: string, day: string): string =>
      `<Cell${id}><Data ss:Type="DateTime">${day}T00:00:00.000</Data></Cell>`
    expect(
      cells(
        number(12) +
          number(12, ' ss:StyleID="p"') +
          date(' ss:StyleID="d"', '1900-01-12') +
          date(' ss:StyleID="c"', '2024-01-20') +
          date('', '1900-01-12') +
          number(0, ' ss:StyleID="a"'),
        before,
      ),
    ).toEqual(['12', '1200.00%', '1900-01-12', '2024-01-20', '1900/1/12', '0'])
    const from1904 = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    expect(cells(date(' ss:StyleID="d"', '2024-01-20'), from1904 + before)).toEqual(['2024-01-20'])
    expect(notes(read(workbook(sheet(row(text('甲'), number(7, ' ss:StyleID="?"'))))))).toEqual([
      ['format-unknown', { format: '?', stored: '7' }],
    ])
  })

  it('takes the style of a column or row where a cell has none', () => {
    const before = styles('<Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style>')
    const columns = '<Column/><Column ss:Span="1" ss:StyleID="p"/>'
    const rows = `${columns}${row(text('甲'), number(1), number(2), number(3))}<Row ss:StyleID="p">${text('乙')}${number(1)}${number(2)}${number(3)}</Row>`
    expect(brief(read(workbook(sheet(rows), before)).blocks)).toEqual([
      [
        ['甲', '100%', '200%', '3'],
        ['乙', '100%', '200%', '300%'],
      ],
    ])
  })

  it('lacks no cell where an empty merged one ends a row of lines', () => {
    const before = styles(
      '<Style ss:ID="l"><Borders><Border ss:Position="Left" ss:LineStyle="Continuous"/></Borders></Style>',
    )
    const line = ' ss:StyleID="l"'
    const rows = [
      row(text('甲', line), number(1, line), number(2, line)),
      row(text('乙', line), `<Cell ss:MergeAcross="1"${line}/>`),
      row(text('丙', line), number(3, line)),
    ]
    const [grid] = grids(read(workbook(sheet(rows.join('')), before)))
    expect(grid?.rows.map((cells_) => cells_.map(({ colspan }) => colspan))).toEqual([
      [1, 1, 1],
      [1, 2],
      [1, 1],
    ])
  })

  it('gives results of formulas, errors, truths and runs; comments are none of it', () => {
    expect(
      cells(
        '<Cell ss:Formula="=SUM(RC[-2]:RC[-1])"><Data ss:Type="Number">7</Data></Cell>' +
          '<Cell ss:Formula="=SUM(RC[-2]:RC[-1])"/>' +
          '<Cell ss:Formula="=#REF!"><Data ss:Type="Error">#REF!</Data></Cell>' +
          '<Cell><Data ss:Type="Boolean">1</Data></Cell>' +
          '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">12<Sup>1</Sup><Font>件</Font></ss:Data></Cell>' +
          '<Cell><Data ss:Type="Number">3</Data><Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">99</ss:Data></Comment></Cell>',
      ),
    ).toEqual(['7', '=SUM(RC[-2]:RC[-1])', '#REF!', 'TRUE', '12¹件', '3'])
  })

  it('leaves a hidden sheet out, and tells of hidden rows, columns and zeros', () => {
    const rows = `<Column/><Column ss:Hidden="1"/>${row(text('甲'), number(1), number(2))}<Row ss:Hidden="1">${text('乙')}${number(0)}${number(3)}</Row>`
    const hidden = sheet(row(text('丙'), number(4)), '<Visible>SheetVeryHidden</Visible>', '底稿')
    const document = read(workbook(sheet(rows, '<DoNotDisplayZeros/>') + hidden))
    expect(brief(document.blocks)).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '0', '3'],
      ],
    ])
    expect(notes(document)).toEqual([
      ['zero-by-format', { shown: '' }],
      ['hidden-row', { row: 2 }],
      ['hidden-column', { column: 2 }],
      ['hidden-sheet', { sheet: '底稿' }],
    ])
  })

  it('without the mark of an Office program, with prefixes, is known all the same', () => {
    const xml =
      '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="a"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">甲</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="Number">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>'
    expect(brief(read(xml).blocks)).toEqual([[['甲', '1']]])
  })

  it('is refused with a reason where it is cut, broken or empty', () => {
    const whole = workbook(sheet(row(text('甲'), number(1))))
    expect(outcomes(open(whole.slice(0, -20)))).toEqual({ a: 'unreadable truncated' })
    expect(outcomes(open(whole.replace('</Row>', '')))).toEqual({ a: 'unreadable damaged' })
    expect(outcomes(open(workbook('')))).toEqual({ a: 'unreadable no-sheet' })
  })
})

describe('what is struck out in the XML of Excel 2003', () => {
  it('is left out, by the style of its cell or in its text, and told', () => {
    const struck = '<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style>'
    const xml =
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">62<S>9</S></ss:Data></Cell>' +
      number(17, ' ss:StyleID="s1"') +
      number(18)
    const document = read(workbook(sheet(row(text('甲'), xml)), styles(struck)))
    expect(brief(document.blocks)).toEqual([[['甲', '62', '', '18']]])
    expect(notes(document)).toEqual([
      ['struck-out', { text: '9' }],
      ['struck-out', { text: '17' }],
    ])
  })
})
