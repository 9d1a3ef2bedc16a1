import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Cell, CellStyle, CellValue, SheetChart, WriteSheet } from 'hucre/xlsx'
import { COLOURS } from '../charts/colours'
import { legalText } from './legalText'
import { withNamesAtEnds } from './lineEnds'
import { neutralText } from './neutral'

/** A formula of ours, never a text from outside, with what it gives: spreadsheet programs show that until they compute it anew. */
export interface SheetFormula {
  /** Without `=`. */
  readonly formula: string
  readonly value: number | string
}
export type SheetCell = string | number | null
export type SheetValue = SheetCell | SheetFormula

/** One sheet of a workbook as rows of values. */
export interface SheetTable {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  readonly rows: readonly (readonly SheetValue[])[]
  /** Rows at the top that are heads: bold, and frozen with the first `frozenColumns`. */
  readonly headRows: number
  readonly frozenColumns?: number
  /** Widths in characters, column by column; the last one holds for the rest. */
  readonly widths: readonly number[]
  /** Cells merged, 0-based rows and columns, ends included. */
  readonly merges?: readonly SheetMerge[]
  /** Part of the sheet that is ruled like the statutory form: its first and last row. */
  readonly ruled?: readonly [from: number, to: number]
  /** Printed on one A4 page across. */
  readonly onePage?: boolean
  /** Printed on A4 pages lying, as wide as the sheet. */
  readonly oneWide?: boolean
  /** Cells on a coloured ground, `row,column`. */
  readonly marked?: ReadonlySet<string>
  /** Heights of single rows in points: not every program fits a row to its wrapped texts. */
  readonly heights?: ReadonlyMap<number, number>
  /** Styles of single cells, `row,column`. */
  readonly styles?: ReadonlyMap<string, CellStyle>
  /** Charts of the program, of ranges of this sheet. */
  readonly charts?: readonly SheetChart[]
}

export interface SheetMerge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface WorkbookAbout {
  readonly title: string
  readonly description: string
  /** ISO date-time. */
  readonly created: string
}

/** The most characters that a cell of a workbook holds. */
const CELL_LIMIT = 32_767

/**
 * Writes sheets as an xlsx file. Numbers stay numbers, `null` is an empty cell; texts are written as texts, never as formulas, and
 * neutralised besides, for the day when somebody edits the cell or saves the sheet as CSV.
 */
export async function writeWorkbook(sheets: readonly SheetTable[], about: WorkbookAbout): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const created = new Date(about.created)
  const bytes = await writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title: about.title, description: about.description, creator: 'Gouji', created, modified: created },
    defaultFont: { name: '等线', size: 11 },
  })
  return sheets.some(({ charts = [] }) => charts.length > 0) ? mendedCharts(bytes) : bytes
}

/** Hair of the light look: without a colour of their own they are as black as the axes in some programs. */
const GRIDLINES = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${COLOURS.light.hair.slice(1).toUpperCase()}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`

/** The library has no names at the ends of lines, and no colour for the lines behind them. */
function mendedCharts(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/charts\/chart\d+\.xml$/u.test(name))
      parts[name] = strToU8(withNamesAtEnds(strFromU8(part)).replaceAll('<c:majorGridlines/>', GRIDLINES))
  return zipSync(parts, { level: 6 })
}

const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } }
const ONE_PAGE = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 } as const
const LINE = { style: 'thin' } as const
const RULED: CellStyle = {
  border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const MARKED: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } } }

function sheetOf(table: SheetTable): WriteSheet {
  const columns = Math.max(table.widths.length, ...table.rows.slice(0, table.headRows + 1).map((row) => row.length))
  return {
    name: table.name,
    rows: table.rows.map((row) => row.map(cellOf)),
    cells: new Map(ownCells(table)),
    columns: Array.from({ length: columns }, (_, index) => ({
      width: table.widths[index] ?? table.widths.at(-1) ?? 12,
    })),
    ...(table.merges
      ? {
          merges: table.merges.map(({ row, column, rows, columns }) => ({
            startRow: row,
            startCol: column,
            endRow: row + rows - 1,
            endCol: column + columns - 1,
          })),
        }
      : {}),
    ...(table.onePage === true ? { pageSetup: ONE_PAGE } : {}),
    ...(table.oneWide === true ? { pageSetup: { ...ONE_PAGE, fitToHeight: 0 } } : {}),
    ...(table.charts ? { charts: [...table.charts] } : {}),
    ...(table.heights ? { rowDefs: new Map([...table.heights].map(([row, height]) => [row, { height }])) } : {}),
    ...(table.headRows > 0 || table.frozenColumns !== undefined
      ? { freezePane: { rows: table.headRows, columns: table.frozenColumns ?? 0 } }
      : {}),
  }
}

/** Cells with a style or a formula. */
function* ownCells({ rows, headRows, ruled, marked, styles: single }: SheetTable): Generator<[string, Partial<Cell>]> {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const key = `${row},${column}`
      const styles = [
        ...(row < headRows ? [HEAD] : []),
        ...(ruled && ruled[0] <= row && row <= ruled[1] ? [RULED] : []),
        ...(marked?.has(key) === true ? [MARKED] : []),
        ...own(single?.get(key)),
      ]
      const formula = typeof cell === 'object' && cell ? { formula: cell.formula, formulaResult: cell.value } : {}
      if (styles.length > 0 || 'formula' in formula)
        yield [key, { ...formula, ...(styles.length > 0 ? { style: Object.assign({}, ...styles) as CellStyle } : {}) }]
    }
}

const own = (style: CellStyle | undefined): CellStyle[] => (style ? [style] : [])

function cellOf(cell: SheetValue): CellValue {
  if (typeof cell === 'object' && cell) return null
  return typeof cell === 'string' ? legalText(neutralText(cell)).slice(0, CELL_LIMIT) : cell
}
