import type { Grid, GridCell } from '../../readers/document'
import { isFigure, slotsOf, span } from './gridSlots'
import type { Slot } from './gridSlots'
import { yearHeadOf, yearsBeside } from './yearHead'

/**
 * A grid that has a column of years, and so a row of figures for each, as one grid for each year; `null` where not every row of figures is some year's.
 * Rows outside the years are heads and belong to all.
 */
export function partByRows(grid: Grid): ReadonlyMap<number, Grid> | null {
  const slots = slotsOf(grid)?.flat()
  if (!slots) return null
  const columns = new Set(slots.flatMap(({ from, to }) => (from === to ? [from] : [])))
  for (const column of columns) {
    const heads = slots.filter((slot) => slot.from === column && slot.to === column && isYear(slot))
    const years = yearsBeside(heads.flatMap(({ cell }) => yearHeadOf(cell.text) ?? []))
    const yearOf = new Map(
      heads.flatMap(({ cell, top, bottom }) =>
        span(top, bottom).map((row) => [row, yearHeadOf(cell.text)?.year] as const),
      ),
    )
    const others = slots.filter((slot) => !heads.includes(slot))
    const isClear = others.every((slot) => !isFigure(slot) || isOfOneYear(slot, yearOf))
    if (years && isClear) return new Map([...years].map((year) => [year, partOf(grid, others, yearOf, year)]))
  }
  return null
}

function isYear({ cell }: Slot): boolean {
  return yearHeadOf(cell.text)?.rest === ''
}

function isOfOneYear({ top, bottom }: Slot, yearOf: ReadonlyMap<number, number | undefined>): boolean {
  const years = new Set(span(top, bottom).map((row) => yearOf.get(row)))
  return years.size === 1 && !years.has(undefined)
}

/** The rows of one year and the heads; a label beside several years' rows stands beside the one that is left. */
function partOf(
  grid: Grid,
  slots: readonly Slot[],
  yearOf: ReadonlyMap<number, number | undefined>,
  year: number,
): Grid {
  const isKept = (row: number): boolean => (yearOf.get(row) ?? year) === year
  const rows = grid.rows.map((): GridCell[] => [])
  for (const { cell, top, bottom } of [...slots].sort((one, other) => one.from - other.from)) {
    const [first, ...more] = span(top, Math.min(bottom, rows.length - 1)).filter(isKept)
    if (first !== undefined) rows[first]?.push({ ...cell, rowspan: more.length + 1 })
  }
  return { ...grid, rows: rows.filter((_, at) => isKept(at)) }
}
