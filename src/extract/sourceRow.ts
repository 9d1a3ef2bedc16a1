import type { Grid } from '../readers/document'
import type { Place } from '../report/place'
import { hasHan, squash } from './normalise'
import { withoutFootnote } from './footnotes'
import { isBlankMark, isValueText } from './numbers'

/** A cell of a source table, or a figure or label found in running text. */
export interface SourceCell {
  readonly text: string
  readonly place: Place
  /** First and last grid column, 1-based; absent where the source has no grid. */
  readonly from?: number
  readonly to?: number
  readonly rowspan: number
  /** Nothing parts it from what stands before it: where it begins is not certain. */
  readonly glued: boolean
}

/** A row of a source table. Rows of running text know where their values begin; rows of a grid are parted by `partRow`. */
export interface SourceRow {
  readonly cells: readonly SourceCell[]
  /** Ordinal of the grid it stands in; 0 for rows found in text. */
  readonly grid: number
  readonly valuesFrom?: number
  /** For rows of running text: figures and the empty lines between them, which may be empty cells. */
  readonly zone?: readonly SourceCell[]
  /** Which figures are the row's was told by the form's sums alone. */
  readonly rebuilt?: boolean
}

/** A row as its labels, left to right, and its value cells. */
export interface PartedRow {
  readonly labels: readonly SourceCell[]
  readonly values: readonly SourceCell[]
}

/** The rows of a grid; empty rows are kept, they may be rows without figures. */
export function gridRows(grid: Grid): SourceRow[] {
  return grid.rows.map((cells) => ({
    grid: grid.table,
    cells: cells.map(({ text, place, colspan, rowspan, column = place.column }) => ({
      text,
      place,
      ...(column === undefined ? {} : { from: column, to: column + Math.max(colspan, 1) - 1 }),
      rowspan,
      glued: false,
    })),
  }))
}

/** Whether a cell names something rather than holding a figure or nothing. */
export function isLabel(cell: SourceCell): boolean {
  if (isBlankMark(cell.text)) return false
  if (hasHan(cell.text)) return !isValueText(cell.text)
  // A circled number alone numbers a row; behind a figure it is the mark of a footnote.
  return /^\d{1,2}[.、)]$/u.test(squash(withoutFootnote(cell.text)))
}

/** Parts a row where its figures begin: labels, with blanks between them, then the rest. */
export function partRow(row: SourceRow): PartedRow {
  if (row.valuesFrom !== undefined)
    return { labels: row.cells.slice(0, row.valuesFrom), values: row.cells.slice(row.valuesFrom) }
  let end = 0
  for (const [index, cell] of row.cells.entries()) {
    if (isLabel(cell)) end = index + 1
    else if (!isBlankMark(cell.text)) break
  }
  return { labels: row.cells.slice(0, end), values: row.cells.slice(end) }
}

/** Where a row stands: its first cell's place without the column. */
export function rowPlace(row: SourceRow): Place {
  const place = row.cells[0]?.place ?? {}
  const { table, row: ordinal, line, part } = place
  return {
    ...(table === undefined ? {} : { table }),
    ...(ordinal === undefined ? {} : { row: ordinal }),
    ...(line === undefined ? {} : { line }),
    ...(part === undefined ? {} : { part }),
  }
}
