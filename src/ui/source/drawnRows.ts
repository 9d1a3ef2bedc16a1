import type { Grid } from '@/readers/document'
import { spotOf } from './spots'

/** A cell as it is drawn: an anchor of the source, or an empty place before one. */
export interface DrawnCell {
  readonly key: string
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** `null` for a place that the source leaves out. */
  readonly spot: string | null
}

export interface DrawnRow {
  /** 1-based, as places count. */
  readonly row: number
  readonly cells: readonly DrawnCell[]
}

interface Placed {
  readonly text: string
  readonly spot: string | null
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
}

/** Spans beyond are a source's mistake. */
const WIDEST = 200

/**
 * Rows `from` up to `to` (0-based) of a grid with its merged cells. A cell that reaches into them from above stands in the first; places that the source
 * leaves out before a cell are empty ones, so that columns stay one under the other.
 */
export function drawnRows(grid: Grid, from = 0, to = grid.rows.length): DrawnRow[] {
  const last = Math.min(to, grid.rows.length)
  const placed = placedCells(grid, last)
  const freeFrom: number[] = []
  const drawn: DrawnRow[] = []
  for (let row = from; row < last; row += 1) {
    const own = placed
      .filter((cell) => cell.row === row || (row === from && cell.row < from && cell.row + cell.rowspan > from))
      .sort((one, other) => one.column - other.column)
    const cells: DrawnCell[] = []
    let column = 0
    for (const cell of own) {
      const gap = freeBetween(freeFrom, row, column, cell.column)
      if (gap > 0) cells.push({ key: `gap ${String(column)}`, text: '', colspan: gap, rowspan: 1, spot: null })
      const end = Math.min(cell.row + cell.rowspan, last)
      for (let at = cell.column; at < cell.column + cell.colspan; at += 1) freeFrom[at] = end
      column = cell.column + cell.colspan
      const { text, colspan, spot } = cell
      cells.push({
        key: `${String(cell.row)} ${String(cell.column)}`,
        text,
        colspan,
        rowspan: Math.max(1, end - row),
        spot,
      })
    }
    drawn.push({ row: row + 1, cells })
  }
  return drawn
}

function freeBetween(freeFrom: readonly number[], row: number, from: number, to: number): number {
  let free = 0
  for (let at = from; at < to; at += 1) if ((freeFrom[at] ?? 0) <= row) free += 1
  return free
}

function placedCells({ rows }: Grid, last: number): Placed[] {
  return rows.slice(0, last).flatMap((cells, row) => {
    let next = 0
    return cells.map(({ text, colspan, rowspan, place }): Placed => {
      const column = Math.min(place.column === undefined ? next : place.column - 1, WIDEST)
      const width = Math.max(1, Math.min(colspan, WIDEST))
      next = column + width
      return { text, spot: spotOf(place), row, column, colspan: width, rowspan: Math.max(1, rowspan) }
    })
  })
}
