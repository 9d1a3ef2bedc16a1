import { columnOf } from './columns'
import type { ColumnId } from './columns'
import type { RowProblem } from './problems'

/** A row of the table with its cells by column. Columns that the table lacks are not there; an empty cell is `''`. */
export interface TableRow {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly cells: ReadonlyMap<ColumnId, string>
}

interface TableRows {
  readonly rows: readonly TableRow[]
  readonly problems: readonly RowProblem[]
  /** Heads that name no column of the register; what stands under them is not read. */
  readonly ignored: readonly string[]
}

const HEAD_WITHIN = 20

/** Finds the head and gives the rows below it that have anything. */
export function readRows(sheet: readonly (readonly string[])[]): TableRows {
  const at = sheet.slice(0, HEAD_WITHIN).findIndex((row) => row.some((cell) => columnOf(cell) === 'name'))
  const head = sheet[at]
  if (!head) return { rows: [], problems: [{ row: 1, column: null, code: 'no-head', value: '' }], ignored: [] }
  const places = new Map<ColumnId, number>()
  const ignored: string[] = []
  head.forEach((cell, place) => {
    const column = columnOf(cell)
    if (column !== undefined && !places.has(column)) places.set(column, place)
    else if (cell.trim() !== '') ignored.push(cell.trim())
  })
  const rows = sheet.slice(at + 1).flatMap((cells, index): TableRow[] => {
    const read = new Map([...places].map(([column, place]) => [column, cleanText(cells[place] ?? '')]))
    return [...read.values()].some((text) => text !== '') ? [{ row: at + index + 2, cells: read }] : []
  })
  return { rows, problems: [], ignored }
}

/** A cell without what cannot be seen, its blanks made one; lines stay apart, as names in a list may. */
function cleanText(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Surrogate}]|(?![\r\n\t])\p{Cc}/gu, '')
    .replace(/[^\S\r\n]+/gu, ' ')
    .trim()
}
