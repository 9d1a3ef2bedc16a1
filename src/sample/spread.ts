import type { DraftCell, DraftRow } from './draft'

/** A cell of a table spread over its grid: the anchor, or a place that an anchor above or beside covers. */
export interface GridSlot {
  readonly cell: DraftCell
  readonly row: number
  readonly column: number
  /** Which way the anchor is, for a place that it covers. */
  readonly covered?: 'above' | 'beside'
}

/** Spreads rows of anchors over the grid, row by row, as a browser or a word processor does. */
export function spreadRows(rows: readonly DraftRow[]): GridSlot[][] {
  const grid: (GridSlot | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column]) column++
      for (let down = 0; down < cell.rowspan && row + down < rows.length; down++)
        for (let across = 0; across < cell.colspan; across++) {
          const slots = grid[row + down]
          if (!slots) continue
          const covered =
            across > 0 ? ({ covered: 'beside' } as const) : down > 0 ? ({ covered: 'above' } as const) : {}
          slots[column + across] = { cell, row: row + down, column: column + across, ...covered }
        }
      column += cell.colspan
    }
  })
  return grid.map((slots) => slots.filter((slot) => slot !== undefined))
}
