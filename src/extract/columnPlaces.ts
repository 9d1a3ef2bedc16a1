import { buildOf, isRegular, isShort } from './gridShape'
import type { GridShape } from './gridShape'
import { isBlankMark, isValueText } from './numbers'
import { exactRequestRow, isSideLabel } from './requestLabels'
import { isLabel, partRow } from './sourceRow'
import type { PartedRow, SourceCell, SourceRow } from './sourceRow'

/** A row parted under the heads. */
export interface PlacedRow extends PartedRow {
  /** Indexes of value cells that are shared with another column or row. */
  readonly merged?: ReadonlySet<number>
  /** A cell of the row is gone, and the others have moved. */
  readonly lost?: boolean
}

/** Rows that a cell may hang over, beyond those of any table of the form. */
const TALLEST = 100
const NO_SHAPE: GridShape = { positions: null, width: null, reliable: false, whole: new Set(), labelsEnd: 0 }

/**
 * Parts a row of a grid by the columns that the table's value cells usually stand in. Where the row does not fit these
 * (spans lie, cells are lost or padded), by its own order: labels first, then figures.
 */
export function partUnderHeads(
  row: SourceRow,
  { positions, width, reliable, whole, labelsEnd }: GridShape = NO_SHAPE,
  rows: readonly SourceRow[],
): PlacedRow {
  const byOrder = isRegular(row, width) ? withoutLabelBlanks(partRow(row), labelsEnd) : partRow(row)
  const first = positions?.[0]
  const last = positions?.at(-1)
  if (positions === null || first === undefined || last === undefined) return byOrder
  const short = isShort(row, width)
  const startsBlank = byOrder.values[0] !== undefined && isBlankMark(byOrder.values[0].text)
  // Words in a value column are no label: the row has its own.
  const wordsUnderHead =
    (reliable || isRegular(row, width)) &&
    byOrder.labels.some(({ from, text }) => (from ?? 0) >= first && exactRequestRow(text) === null)
  if (byOrder.values.length === positions.length && !wordsUnderHead)
    return short && startsBlank && !whole.has(buildOf(row)) ? { ...byOrder, lost: true } : byOrder
  if (!reliable && byOrder.values.length > positions.length) return short ? { ...byOrder, lost: true } : byOrder
  const at = new Map(row.cells.flatMap((cell) => (cell.from === undefined ? [] : [[cell.from, cell] as const])))
  const values = positions.flatMap((column) => at.get(column) ?? [])
  const labels = row.cells.filter((cell) => cell.from !== undefined && cell.from < first)
  const beyond = row.cells.filter((cell) => (cell.from ?? 0) > last && !isBlankMark(cell.text))
  const holds = labels.some(isLabel) && values.every((cell) => exactRequestRow(cell.text) === null)
  if (values.length === positions.length && holds && beyond.every((cell) => !isFigure(cell))) {
    // A figure among the labels overwrote the row's own; where that still stands, the columns do not hold for this row.
    const ownLabel = byOrder.labels.at(-1)
    const moved = labels.some(isFigure) && ownLabel !== undefined && !isSideLabel(ownLabel.text)
    return moved ? byOrder : { labels, values }
  }
  // A figure under the labels' columns: the row was pushed aside, and its columns say nothing.
  const pushed = labels.some(isFigure)
  const placed = values.length === positions.length || pushed ? null : shared(row, positions, labels, rows)
  if (placed && reachesPastItsOwn(placed, row)) return { ...byOrder, lost: true }
  return placed ?? (short ? { ...byOrder, lost: true } : byOrder)
}

/** Whether the last figure covers the columns before it too: a row of too few cells, drawn out to the end, looks so, and then no cell is sure of its column. */
function reachesPastItsOwn({ values, merged }: PlacedRow, row: SourceRow): boolean {
  const last = values.at(-1)
  return (
    last !== undefined &&
    isFigure(last) &&
    row.cells.includes(last) &&
    values.at(-2) === last &&
    merged?.has(values.length - 1) === true
  )
}

/** Blank cells where other rows have their labels are none of the values. */
function withoutLabelBlanks({ labels, values }: PartedRow, labelsEnd: number): PartedRow {
  const start = values.findIndex((cell) => !isBlankMark(cell.text) || cell.from === undefined || cell.from > labelsEnd)
  return start <= 0
    ? { labels, values }
    : { labels: [...labels, ...values.slice(0, start)], values: values.slice(start) }
}

function isFigure(cell: SourceCell): boolean {
  return isValueText(cell.text) && !isBlankMark(cell.text)
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
  const at = rows.indexOf(row)
  const above = rows.slice(Math.max(0, at - TALLEST), at).filter((other) => other.grid === row.grid)
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
