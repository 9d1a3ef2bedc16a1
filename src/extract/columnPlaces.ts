import { isBlankMark } from './numbers'
import { partRow } from './sourceRow'
import type { PartedRow, SourceCell, SourceRow } from './sourceRow'

/** A row parted under the heads. `merged`: indexes of value cells that are shared with another column or row. */
export interface PlacedRow extends PartedRow {
  readonly merged?: ReadonlySet<number>
}

/**
 * Parts a row of a grid by the columns that the table's value cells usually stand in. Where the row does not fit these
 * (spans lie, cells are lost or padded), by its own order: labels first, then figures.
 */
export function partUnderHeads(
  row: SourceRow,
  positions: readonly number[] | undefined,
  rows: readonly SourceRow[],
): PlacedRow {
  const byOrder = partRow(row)
  const first = positions?.[0]
  const last = positions?.at(-1)
  if (positions === undefined || first === undefined || last === undefined) return byOrder
  const at = new Map(row.cells.flatMap((cell) => (cell.from === undefined ? [] : [[cell.from, cell] as const])))
  const values = positions.flatMap((column) => at.get(column) ?? [])
  const labels = row.cells.filter((cell) => cell.from !== undefined && cell.from < first)
  if (values.length === positions.length) {
    const beyond = row.cells.filter((cell) => (cell.from ?? 0) > last && !isBlankMark(cell.text))
    if (beyond.every((cell) => !/^\d+$/u.test(cell.text.trim()))) return { labels, values }
    return byOrder
  }
  if (byOrder.values.length === positions.length) return byOrder
  return shared(row, positions, labels, rows) ?? byOrder
}

/** A row that reaches from the labels to the last column, where some cell covers two columns or comes from the row above. */
function shared(
  row: SourceRow,
  positions: readonly number[],
  labels: readonly SourceCell[],
  rows: readonly SourceRow[],
): PlacedRow | null {
  const under = cellsUnder(row, positions, rows)
  return under ? { labels, values: under.cells, merged: under.merged } : null
}

/** The cell that covers each column, from this row or hanging over from one above; `null` where some column has none. */
export function cellsUnder(
  row: SourceRow,
  positions: readonly number[],
  rows: readonly SourceRow[],
): { readonly cells: readonly SourceCell[]; readonly merged: ReadonlySet<number> } | null {
  const above = rows.slice(0, rows.indexOf(row)).filter((other) => other.grid === row.grid)
  const hanging = above.flatMap((other, index) => other.cells.filter((cell) => cell.rowspan > above.length - index))
  const first = positions[0] ?? 0
  const merged = new Set<number>()
  const cells: SourceCell[] = []
  for (const [index, column] of positions.entries()) {
    const covers = (cell: SourceCell): boolean => (cell.from ?? 0) <= column && column <= (cell.to ?? 0)
    const own = row.cells.find(covers)
    const cell = own ?? hanging.find(covers)
    if (cell === undefined || (cell.from ?? 0) < first) return null
    if (
      own === undefined ||
      positions.filter((other) => other >= (cell.from ?? 0) && other <= (cell.to ?? 0)).length > 1
    )
      merged.add(index)
    cells.push(cell)
  }
  return { cells, merged }
}
