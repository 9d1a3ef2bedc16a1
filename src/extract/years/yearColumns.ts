import type { TableId } from '../../form/version'
import type { Grid, GridCell } from '../../readers/document'
import { matchProactiveRow } from '../proactiveLabels'
import { exactRequestRow } from '../requestLabels'
import { gridRows } from '../sourceRow'
import { voteOf } from '../tableVote'
import { isBlank, isFigure, slotsOf, span } from './gridSlots'
import type { Slot } from './gridSlots'
import { yearHeadOf, yearsBeside } from './yearHead'
import type { YearHead } from './yearHead'

type Row = readonly Slot[]

/** Heads of years and the rows under them, down to the next such heads. */
interface Section {
  readonly rows: readonly Row[]
  /** The year of each column that they stand over. */
  readonly years: ReadonlyMap<number, number>
  readonly heads: ReadonlyMap<GridCell, YearHead>
}

/** Heads of columns that compare the years, or remark on them. */
const COMPARES = /同比|增减|增长|增幅|变化|变动|升降|差[额值]?$|比较|对比|备注|说明/u

/**
 * A grid whose columns are those of several years, as one grid for each year; `null` where its heads do not clearly say which columns are whose.
 * Columns before the first year's are labels and belong to all.
 */
export function partByColumns(grid: Grid): ReadonlyMap<number, Grid> | null {
  const rows = slotsOf(grid)
  if (!rows) return null
  const heads = rows.map((row) => yearsOver(row))
  const starts = heads.flatMap((head, at) => (head ? [at] : []))
  const lead = rows.slice(0, starts[0])
  const sections = starts.flatMap((start, at): Section[] => {
    const head = heads[start]
    return head ? [{ ...head, rows: rows.slice(start, starts[at + 1]) }] : []
  })
  const years = new Set(sections[0]?.years.values())
  const aside = sections.map((section) => columnsAside(section, lead))
  const isSame = sections.every((section) => new Set([...section.years.values(), ...years]).size === years.size)
  // Figures above the first heads, or of a table that has none of its own, are nobody's.
  const tables = starts.map((start, at) => tablesOf({ ...grid, rows: grid.rows.slice(start, starts[at + 1]) }))
  const isLoose = lead.flat().some(isFigure) || tables.some((table) => table.size > 1)
  if (years.size < 2 || !isSame || isLoose || sections.some(hasSharedFigure) || aside.includes(null)) return null
  const partOf = (year: number): Grid => ({
    ...grid,
    rows: [
      ...lead.map((row) => row.map(({ cell }) => cell)),
      ...sections.flatMap((section, at) =>
        section.rows.map((row) => row.flatMap((slot) => cropped(slot, section, year, aside[at] ?? new Set()))),
      ),
    ],
  })
  return new Map([...years].map((year) => [year, partOf(year)]))
}

function tablesOf(grid: Grid): ReadonlySet<TableId> {
  return new Set(gridRows(grid).flatMap((row) => voteOf(row)?.table ?? []))
}

/** The years over the columns where a row is one of heads: no figures, no row of the form, as many columns for each year. */
function yearsOver(row: Row): Omit<Section, 'rows'> | null {
  const filled = row.filter((slot) => slot.cell.text.trim() !== '')
  const heads = new Map<GridCell, YearHead>()
  for (const { cell } of filled) {
    const head = yearHeadOf(cell.text)
    if (head) heads.set(cell, head)
  }
  const others = filled.filter(({ cell }) => !heads.has(cell))
  if (!yearsBeside([...heads.values()]) || others.some((slot) => isFigure(slot) || namesRow(slot))) return null
  const own = filled.filter(({ cell }) => heads.has(cell))
  for (const covering of [own, overBlanks(own, row)]) {
    const years = new Map(
      covering.flatMap(({ cell, from, to }) => span(from, to).map((column) => [column, heads.get(cell)?.year ?? 0])),
    )
    const counts = new Map<number, number>()
    for (const year of years.values()) counts.set(year, (counts.get(year) ?? 0) + 1)
    if (covering.length > 0 && new Set(counts.values()).size === 1) return { years, heads }
  }
  return null
}

/** Heads whose merge was lost, so that blank cells follow them, as wide as they are apart; none where they are not evenly so. */
function overBlanks(heads: readonly Slot[], row: Row): readonly Slot[] {
  const steps = heads.slice(1).map(({ from }, at) => from - (heads[at]?.from ?? 0))
  const [width = 1] = steps
  if (steps.some((step) => step !== width)) return []
  const wide = heads.map((head) => ({ ...head, to: head.from + width - 1 }))
  const isOverOthers = row.some(
    (slot) => !isBlank(slot) && !heads.includes(slot) && wide.some((head) => overlap(head, slot)),
  )
  return isOverOthers ? [] : wide
}

const overlap = (one: Slot, other: Slot): boolean => one.from <= other.to && other.from <= one.to

function namesRow({ cell }: Slot): boolean {
  const isOfRequests = cell.text.trim().length > 3 && exactRequestRow(cell.text) !== null
  return isOfRequests || matchProactiveRow(cell.text)[0]?.likeness === 1
}

/** Whether a figure stands in a cell that covers columns of two years. */
function hasSharedFigure({ rows, years, heads }: Section): boolean {
  return rows.some((row) =>
    row.some((slot) => {
      const own = new Set(span(slot.from, slot.to).map((column) => years.get(column)))
      return own.size > 1 && isFigure(slot) && !heads.has(slot.cell)
    }),
  )
}

/** Columns that are neither labels nor a year's and can be left aside: empty ones, comparisons, remarks. `null` where there are others. */
function columnsAside({ rows, years }: Section, lead: readonly Row[]): ReadonlySet<number> | null {
  const first = Math.min(...years.keys())
  const aside = new Set<number>()
  const heads = new Set<number>()
  for (const slot of [...lead, ...rows].flat()) {
    const columns = span(slot.from, slot.to)
    if (slot.from < first || columns.some((column) => years.has(column))) continue
    for (const column of columns) aside.add(column)
    if (!isBlank(slot) && COMPARES.test(slot.cell.text)) for (const column of columns) heads.add(column)
  }
  const isUnknown = (slot: Slot): boolean =>
    !isBlank(slot) && span(slot.from, slot.to).some((column) => aside.has(column) && !heads.has(column))
  return rows.flat().some(isUnknown) ? null : aside
}

/** A cell as far as it stands in labels' columns or the year's; it keeps its place in the source. */
function cropped(
  { cell, from, to }: Slot,
  { years, heads }: Section,
  year: number,
  aside: ReadonlySet<number>,
): GridCell[] {
  const kept = span(from, to).filter((column) => (years.has(column) ? years.get(column) === year : !aside.has(column)))
  const last = kept.at(-1)
  if (last === undefined) return []
  const head = heads.get(cell)
  return [{ ...cell, text: head ? head.rest : cell.text, colspan: last - from + 1 }]
}
