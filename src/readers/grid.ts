import type { FlowCell } from './flow'

/** Columns up to which spans are honoured, as browsers cap `colspan`; what stands beyond just follows. */
const WIDEST = 1000

/** A cell with the 0-based grid position of its anchor and spans cut to the rows that there are. */
interface PlacedCell {
  readonly cell: FlowCell
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
}

/**
 * Lays rows of cells on a grid as browsers do: a cell takes the first column that no span from above covers.
 * A `rowspan` of 0 reaches to the last row; one that reaches beyond is cut.
 */
export function placeCells(rows: readonly (readonly FlowCell[])[]): PlacedCell[][] {
  /** For each column the row from which it is free again. */
  const freeFrom: number[] = []
  return rows.map((cells, row) => {
    let next = 0
    return cells.map((cell) => {
      let column = cell.column ?? next
      if (cell.column === undefined) while (column < WIDEST && (freeFrom[column] ?? 0) > row) column += 1
      const colspan = Math.max(1, Math.min(cell.colspan, WIDEST))
      const left = rows.length - row
      const rowspan = cell.rowspan === 0 ? left : Math.max(1, Math.min(cell.rowspan, left))
      for (let at = column; at < Math.min(column + colspan, WIDEST); at += 1) freeFrom[at] = row + rowspan
      next = column + colspan
      return { cell, row, column, colspan, rowspan }
    })
  })
}
