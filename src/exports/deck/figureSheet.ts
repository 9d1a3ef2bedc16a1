import type { CellStyle } from 'hucre/xlsx'
import { textWidth } from '../../charts/numbers'
import type { ChartTable, TableCell, TableNumber } from '../../charts/table'
import { gridCell, gridColumns } from '../figureGrid'
import type { GridColumn } from '../figureGrid'
import { legalText } from '../legalText'
import { cellFormat, NUMBER_FORMATS } from '../nativeChartFormats'
import { lookOf } from '../pptx/look'
import type { SheetCell, SheetTable } from '../xlsx'
import type { ListedFigure } from './figureList'
import type { DeckHead } from './pages'
import { sheetCharts } from './sheetChart'
import { toldFigure } from './toldFigure'

/** Rows and columns that a chart takes over the table, and lines between. */
const CHART_ROWS = 19
const CHART_COLUMNS = 7
const WORDS = {
  points: { zh: '（百分点）', en: ' (points)' },
  chartData: { zh: '图的数据', en: 'Chart data' },
} as const
/** Height of a line in points, and the width of a digit in sizes of the letters, less what is lost where lines break. */
const LINE = 16
const CHARACTER = 0.5
const BOLD: CellStyle = { font: { bold: true } }
const HEAD: CellStyle = { ...BOLD, alignment: { wrapText: true, vertical: 'top' } }

/** Changes, in the codes of spreadsheets: what they show is what the page shows. */
const SIGNED: Readonly<Record<TableNumber['unit'], string>> = {
  count: '+#,##0;−#,##0;0',
  signedCount: '+#,##0;−#,##0;0',
  money: '+#,##0.00;−#,##0.00;0.00',
  ratio: '+0.0%;−0.0%;0.0%',
}
const POINTS = '+0.0;−0.0;0.0'

/** A figure on a sheet of its own: what it stands on, its charts, the whole table as numbers, and the numbers that the charts are drawn of. */
export function figureSheet({ page, number }: ListedFigure, name: string, head: DeckHead): SheetTable {
  const { language, template } = head
  const { chart } = page
  const native = chart.native ?? []
  const { caption, readings } = toldFigure(page, head, native.length === 0)
  const above: SheetCell[][] = [
    [`${String(number)} ${caption.title}`],
    [caption.parts.map(({ text }) => text).join(' · ')],
    ...readings.map((reading) => [reading]),
    ...caption.notes.map(({ text }) => [text]),
    [caption.source],
    ...(caption.example === '' ? [] : [[caption.example]]),
  ]
  const chartRow = above.length + 1
  const headRow = chartRow + (native.length > 0 ? CHART_ROWS + 1 : 0)
  const columns = gridColumns(chart.table, language)
  const table = tableRows(chart.table, columns, language)
  const styles = new Map<string, CellStyle>([
    ['0,0', BOLD],
    ...columns.map((_, at) => [`${String(headRow)},${String(at)}`, HEAD] as const),
    ...formatsOf(chart.table, columns, headRow + 1),
  ])
  const dataRow = headRow + table.length + 2
  const { accent } = template
  const drawn = sheetCharts(native, {
    language,
    look: lookOf(accent === undefined ? {} : { accent }),
    firstRow: dataRow + 1,
    anchor: { row: chartRow, rows: CHART_ROWS, columns: CHART_COLUMNS },
    alt: legalText(readings.join(' ') || caption.title),
  })
  for (const [key, style] of drawn.styles) styles.set(key, style)
  const widths = columns.map(({ of, column }) => widthOf(chart.table, of, column))
  const blank = (count: number): SheetCell[][] => Array.from({ length: count }, () => [])
  return {
    name,
    rows: [
      ...above,
      ...blank(headRow - above.length),
      ...table,
      ...(native.length > 0 ? [...blank(2), [WORDS.chartData[language]], ...drawn.rows] : []),
    ],
    headRows: 0,
    oneWide: true,
    widths,
    heights: new Map([[headRow, heightOf(table[0] ?? [], widths)]]),
    styles,
    ...(native.length > 0 ? { charts: drawn.charts } : {}),
  }
}

const isPoints = (cell: TableCell | undefined): cell is TableNumber & { readonly shown: number } =>
  cell?.kind === 'number' && cell.unit === 'ratio' && cell.shown !== undefined

function tableRows(table: ChartTable, columns: readonly GridColumn[], language: DeckHead['language']): SheetCell[][] {
  const head = columns.map(({ of, column, head: label }) =>
    of === 'value' && table.rows.some((row) => isPoints(row[column])) ? label + WORDS.points[language] : label,
  )
  // Differences between rates are those between the shown ones, in points, as on the page.
  const cellOf = (cell: TableCell | undefined, of: GridColumn['of']): SheetCell =>
    of === 'value' && isPoints(cell) ? cell.shown : gridCell(cell, of, language)
  return [head, ...table.rows.map((row) => columns.map(({ of, column }) => cellOf(row[column], of)))]
}

function formatsOf(table: ChartTable, columns: readonly GridColumn[], firstRow: number): [string, CellStyle][] {
  return table.rows.flatMap((row, rowAt) =>
    columns.flatMap(({ of, column }, at): [string, CellStyle][] => {
      const cell = row[column]
      if (cell?.kind !== 'number' || of === 'state') return []
      const { unit, signed } = cell
      const numFmt =
        of === 'n'
          ? NUMBER_FORMATS.count
          : isPoints(cell)
            ? POINTS
            : signed
              ? SIGNED[unit]
              : cellFormat(unit, cell.value)
      return [[`${String(firstRow + rowAt)},${String(at)}`, { numFmt }]]
    }),
  )
}

/** Points that a row takes whose texts are wrapped. */
export function heightOf(texts: readonly SheetCell[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => linesOf(typeof text === 'string' ? text : '', widths[at] ?? 10))
  return LINE * Math.max(1, ...lines)
}

const linesOf = (text: string, width: number): number => Math.ceil(textWidth(text, 1) / (width * CHARACTER))

function widthOf(table: ChartTable, of: GridColumn['of'], column: number): number {
  if (of !== 'value') return 10
  return table.columns[column]?.align === 'end' ? 12 : 26
}
