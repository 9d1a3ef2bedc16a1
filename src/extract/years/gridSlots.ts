import type { Grid, GridCell } from '../../readers/document'
import { isBlankMark, isValueText } from '../numbers'

/** A cell of a grid and the columns and rows that it covers, columns from 1, rows from 0 in the grid. */
export interface Slot {
  readonly cell: GridCell
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
}

/** The cells of a grid, row by row; `null` where the source does not say in which columns they stand. */
export function slotsOf(grid: Grid): readonly (readonly Slot[])[] | null {
  const slots = grid.rows.map((row, top) =>
    row.flatMap((cell): Slot[] => {
      const from = cell.column ?? cell.place.column
      if (from === undefined) return []
      const [width, height] = [Math.max(cell.colspan, 1), Math.max(cell.rowspan, 1)]
      return [{ cell, from, to: from + width - 1, top, bottom: top + height - 1 }]
    }),
  )
  return slots.every((row, at) => row.length === grid.rows[at]?.length) ? slots : null
}

export function isBlank({ cell }: Slot): boolean {
  return isBlankMark(cell.text)
}

export function isFigure({ cell }: Slot): boolean {
  return isValueText(cell.text) && !isBlankMark(cell.text)
}

/** Whole numbers from one to another, both included. */
export function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
