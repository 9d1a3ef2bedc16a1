import type { Block, Grid, GridCell } from '../readers/document'
import { gridRows } from './sourceRow'
import { voteOf } from './tableVote'
import { isWholeTable } from './wholeTable'
import { isFigure, slotsOf, span } from './years/gridSlots'
import type { Slot } from './years/gridSlots'

/** Tables that have the form's rows side by side, or its labels behind the figures, as the form has them; those that are no whole table of it in such a way stay. */
export function inFormsWay(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === 'table' ? (turned(block) ?? block) : block))
}

/** Cells of a grid, far beyond those of any table of the form. */
const MOST_CELLS = 1000

function turned(grid: Grid): Grid | null {
  const isLarge = grid.rows.reduce((count, row) => count + row.length, 0) > MOST_CELLS
  const slots = isLarge || isWholeTable(grid) ? undefined : slotsOf(grid)?.flat()
  if (!slots || slots.length === 0) return null
  const ways = [slots.map(across), ...labelsFirst(slots)]
  return ways.map((way) => ({ ...grid, rows: rowsOf(way) })).find(isProven) ?? null
}

/** Whether a grid is a whole table of the form and has heads, which say whose its figures are. */
function isProven(grid: Grid): boolean {
  const votes = gridRows(grid).flatMap((row) => voteOf(row) ?? [])
  const heads = new Set(votes.flatMap(({ table, head }) => (head === true ? [table] : [])))
  return isWholeTable(grid) && votes.every(({ table }) => heads.has(table))
}

/** Rows as columns, and columns as rows. */
function across({ cell, from, to, top, bottom }: Slot): Slot {
  return { cell, from: top + 1, to: bottom + 1, top: from - 1, bottom: to - 1 }
}

/** The columns behind the last figure before all others, as they stand and the other way round; nothing where there are none. */
function labelsFirst(slots: readonly Slot[]): readonly Slot[][] {
  const last = Math.max(0, ...slots.map((slot) => (isFigure(slot) ? slot.to : 0)))
  const count = Math.max(0, ...slots.map(({ to }) => to)) - last
  if (last === 0 || count === 0) return []
  const moved = (isMirrored: boolean): Slot[] =>
    slots.map((slot) => {
      if (slot.to <= last) return { ...slot, from: slot.from + count, to: slot.to + count }
      if (slot.from <= last) return slot
      const [from, to] = [slot.from - last, slot.to - last]
      return { ...slot, ...(isMirrored ? { from: count + 1 - to, to: count + 1 - from } : { from, to }) }
    })
  return [moved(false), moved(true)]
}

/** Cells in the rows and columns that they now have; they keep their places in the source. */
function rowsOf(slots: readonly Slot[]): Grid['rows'] {
  const height = Math.max(...slots.map(({ top }) => top)) + 1
  const rows = span(1, height).map((): GridCell[] => [])
  for (const { cell, from, to, top, bottom } of [...slots].sort((one, other) => one.from - other.from))
    rows[top]?.push({ ...cell, column: from, colspan: to - from + 1, rowspan: bottom - top + 1 })
  return rows
}
