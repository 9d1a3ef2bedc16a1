import type { DataSet } from './dataSet'
import { collectRows } from './grouping'
import type { Grouping } from './grouping'
import type { Change } from './query'
import { sumByGroup } from './sums'
import type { FigureColumns, PlacedRows, Sums } from './sums'

/** The reports of the year before, in the groups of the year that they are compared with, and the pairs that one agency's two reports make. */
export interface YearBefore {
  readonly prior: PlacedRows
  readonly pairs: { readonly now: Int32Array; readonly before: Int32Array; readonly groups: Int32Array }
}

/** Finds the year before of every group, whether or not the filter lets that year in. */
export function yearBefore(data: DataSet, grouping: Grouping): YearBefore {
  const { years, agencyGroups, rows, groups, lineage } = grouping
  const predecessors = lineage ? data.agencies.series().predecessors : null
  const positionOf = new Map(years.map((year, position) => [year, position]))
  const nextYear = Int32Array.from(data.index.years, (year) => positionOf.get(year + 1) ?? -1)
  const codeBefore = Int32Array.from(data.index.years, (year) => data.index.find(year - 1) ?? -1)
  const now = new Int32Array(rows.length)
  const before = new Int32Array(rows.length)
  const pairGroups = new Int32Array(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const agency = data.agency[row] ?? -1
    const yearCode = codeBefore[data.year[row] ?? -1] ?? -1
    const own = data.index.row(agency, yearCode)
    // A body that came of several has none to compare it with.
    const earlier = own < 0 && predecessors ? data.index.row(predecessors[agency] ?? -1, yearCode) : own
    if (earlier < 0) continue
    now[count] = row
    before[count] = earlier
    pairGroups[count] = groups[at] ?? 0
    count++
  }
  return {
    prior: collectRows(data, agencyGroups, nextYear, years.length),
    pairs: { now: now.subarray(0, count), before: before.subarray(0, count), groups: pairGroups.subarray(0, count) },
  }
}

/** Change of one figure by group on the year before. `now` holds the figure's sums of the year itself. */
export function changeByGroup(
  columns: FigureColumns,
  now: Sums,
  { prior, pairs }: YearBefore,
  size: number,
  how: 'comparable' | 'all',
): (group: number) => Change {
  const before = sumByGroup(columns, prior, size)
  const both = comparablePairs(columns, pairs)
  const to = sumByGroup(columns, { rows: both.now, groups: both.groups }, size)
  const from = sumByGroup(columns, { rows: both.before, groups: both.groups }, size)
  return (group) => {
    const compared = to.reports[group] ?? 0
    const either = (now.reports[group] ?? 0) + (before.reports[group] ?? 0) - compared
    return how === 'comparable'
      ? changeOf(columns, from, to, group, compared, either - compared)
      : changeOf(columns, before, now, group, either, 0)
  }
}

/** Pairs where both reports have every cell of the figure. */
function comparablePairs(columns: FigureColumns, pairs: YearBefore['pairs']): YearBefore['pairs'] {
  const now = new Int32Array(pairs.now.length)
  const before = new Int32Array(pairs.now.length)
  const groups = new Int32Array(pairs.now.length)
  let count = 0
  for (let at = 0; at < now.length; at++) {
    const later = pairs.now[at] ?? 0
    const earlier = pairs.before[at] ?? 0
    if (!isWhole(columns, later) || !isWhole(columns, earlier)) continue
    now[count] = later
    before[count] = earlier
    groups[count] = pairs.groups[at] ?? 0
    count++
  }
  return { now: now.subarray(0, count), before: before.subarray(0, count), groups: groups.subarray(0, count) }
}

function isWhole({ numerator, denominator }: FigureColumns, row: number): boolean {
  return numerator.gapAt(row) < 0 && (denominator === null || denominator.gapAt(row) < 0)
}

function changeOf(
  columns: FigureColumns,
  from: Sums,
  to: Sums,
  group: number,
  agencies: number,
  leftOut: number,
): Change {
  const start = valueOf(columns, from, group)
  const end = valueOf(columns, to, group)
  const difference = start === null || end === null ? null : tidy(end - start)
  return {
    from: start,
    to: end,
    difference,
    relative:
      difference === null || start === null || start === 0 || columns.denominator !== null ? null : difference / start,
    agencies,
    leftOut,
  }
}

/** A figure's value in a group: the sum, or the ratio of sums; `null` where nothing contributes or the denominator is 0. */
export function valueOf(columns: FigureColumns, sums: Sums, group: number): number | null {
  if ((sums.reports[group] ?? 0) === 0) return null
  const numerator = sums.numerator[group] ?? 0
  if (columns.denominator === null) return tidy(numerator)
  const denominator = sums.denominator[group] ?? 0
  return denominator === 0 ? null : numerator / denominator
}

const DIGITS_OF_A_NUMBER = 15

/** A sum of decimals without the noise of binary fractions: 0.1 + 0.2 is 0.3. Whole numbers stay as they are. */
function tidy(sum: number): number {
  return Number.isInteger(sum) ? sum : Number(sum.toPrecision(DIGITS_OF_A_NUMBER))
}
