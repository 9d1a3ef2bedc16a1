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
  for (const heads of yearColumns(slots)) {
    const years = yearsBeside(heads.flatMap(({ cell }) => yearHeadOf(cell.text) ?? []))
    if (!years) continue
    const yearOf = new Map(
      heads.flatMap(({ cell, top, bottom }) =>
        span(top, bottom).map((row) => [row, yearHeadOf(cell.text)?.year] as const),
      ),
    )
    const isHead = new Set(heads)
    const others = slots.filter((slot) => !isHead.has(slot))
    const isClear = others.every((slot) => !isFigure(slot) || isOfOneYear(slot, yearOf))
    if (isClear) return new Map([...years].map((year) => [year, partOf(grid, others, yearOf, year)]))
  }
  return null
}

/** The cells that are years, by their column; of columns with more than one. */
function yearColumns(slots: readonly Slot[]): Slot[][] {
  const columns = new Map<number, Slot[]>()
  for (const slot of slots) {
    if (slot.from !== slot.to || !isYear(slot)) continue
    const own = columns.get(slot.from)
    if (own) own.push(slot)
    else columns.set(slot.from, [slot])
  }
  return [...columns.values()].filter(({ length }) => length > 1)
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
