import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { neutralText } from './neutral'

export type SheetCell = string | number | null

/** One sheet of a workbook as rows of plain values. */
export interface SheetTable {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Rows at the top that are heads: bold, and frozen with the first `frozenColumns`. */
  readonly headRows: number
  readonly frozenColumns?: number
  /** Widths in characters, column by column; the last one holds for the rest. */
  readonly widths: readonly number[]
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
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title: about.title, description: about.description, creator: 'Gouji', created, modified: created },
    defaultFont: { name: '等线', size: 11 },
  })
}

const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } }

function sheetOf(table: SheetTable): WriteSheet {
  const columns = Math.max(0, ...table.rows.slice(0, table.headRows + 1).map((row) => row.length))
  const heads = table.rows
    .slice(0, table.headRows)
    .flatMap((row, at) => row.map((_, column) => [`${at},${column}`, { style: HEAD }] as const))
  return {
    name: table.name,
    rows: table.rows.map((row) => row.map(cellOf)),
    cells: new Map(heads),
    columns: Array.from({ length: columns }, (_, index) => ({
      width: table.widths[index] ?? table.widths.at(-1) ?? 12,
    })),
    freezePane: { rows: table.headRows, columns: table.frozenColumns ?? 0 },
  }
}

function cellOf(cell: SheetCell): CellValue {
  return typeof cell === 'string' ? legalText(neutralText(cell)).slice(0, CELL_LIMIT) : cell
}

/** Without the control characters and half surrogate pairs that XML cannot hold. */
function legalText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
}
