import type { DataSet } from './dataSet'
import { collectRows } from './grouping'
import type { Grouping } from './grouping'
import { partsBefore } from '../register/partsBefore'
import type { Change } from './query'
import { sumByGroup } from './sums'
import type { FigureColumns, PlacedRows, Sums } from './sums'

/** A report, those of the year before that it is compared with (see `partsBefore`), and its group. */
interface Pair {
  readonly now: number
  readonly before: readonly number[]
  readonly group: number
}

/** The reports of the year before, in the groups of the year that they are compared with, and what each report of the year is compared with. */
export interface YearBefore {
  readonly prior: PlacedRows
  readonly pairs: readonly Pair[]
  /** Whose report a row is, by agency code. */
  readonly agencyOf: Int32Array
}

/** Finds the year before of every group, whether or not the filter lets that year in. */
export function yearBefore(data: DataSet, grouping: Grouping): YearBefore {
  const { years, agencyGroups, rows, groups, lineage } = grouping
  const positionOf = new Map(years.map((year, position) => [year, position]))
  const nextYear = Int32Array.from(data.index.years, (year) => positionOf.get(year + 1) ?? -1)
  const predecessors = lineage ? data.agencies.series().predecessors : null
  const rowOf = (agency: number, year: number): number => data.index.row(agency, data.index.find(year) ?? -1)
  const reported = {
    has: (agency: number, year: number): boolean => rowOf(agency, year) >= 0,
    before: (agency: number, year: number): boolean =>
      data.index.years.some((earlier, code) => earlier < year && data.index.row(agency, code) >= 0),
  }
  const pairs: Pair[] = []
  for (let at = 0; at < rows.length; at++) {
    const now = rows[at] ?? 0
    const id = data.agency[now] ?? -1
    const year = data.index.years[data.year[now] ?? -1] ?? 0
    const from = data.agencies.at(id)?.from
    const parts = partsBefore({ id, from, predecessors: predecessors?.get(id) ?? [] }, year, reported)
    const before = parts.map((part) => rowOf(part, year - 1))
    if (before.length > 0) pairs.push({ now, before, group: groups[at] ?? 0 })
  }
  return { prior: collectRows(data, agencyGroups, nextYear, years.length), pairs, agencyOf: data.agency }
}

/** Change of one figure by group on the year before. `now` holds the figure's sums of the year itself. */
export function changeByGroup(
  columns: FigureColumns,
  now: Sums,
  { prior, pairs, agencyOf }: YearBefore,
  size: number,
  how: 'comparable' | 'all',
): (group: number) => Change {
  const before = sumByGroup(columns, prior, size)
  // Pairs where every report has every cell of the figure.
  const both = pairs.filter((pair) => isWhole(columns, pair.now) && pair.before.every((row) => isWhole(columns, row)))
  const to = sumByGroup(
    columns,
    placed(both, ({ now: row }) => [row]),
    size,
  )
  const from = sumByGroup(
    columns,
    placed(both, (pair) => pair.before),
    size,
  )
  const predecessors = new Int32Array(size)
  for (const pair of both)
    if (pair.before.some((row) => agencyOf[row] !== agencyOf[pair.now]))
      predecessors[pair.group] = (predecessors[pair.group] ?? 0) + 1
  return (group) => {
    const compared = to.reports[group] ?? 0
    const only = (now.reports[group] ?? 0) - compared
    const gone = (before.reports[group] ?? 0) - (from.reports[group] ?? 0)
    const bodies = { agencies: compared, predecessors: predecessors[group] ?? 0, leftOut: only + gone }
    return how === 'comparable'
      ? changeOf(columns, from, to, group, bodies)
      : changeOf(columns, before, now, group, { ...bodies, agencies: compared + only + gone, leftOut: 0 })
  }
}

function placed(pairs: readonly Pair[], rowsOf: (pair: Pair) => readonly number[]): PlacedRows {
  return {
    rows: Int32Array.from(pairs.flatMap(rowsOf)),
    groups: Int32Array.from(pairs.flatMap((pair) => rowsOf(pair).map(() => pair.group))),
  }
}

function isWhole({ numerator, denominator }: FigureColumns, row: number): boolean {
  return numerator.gapAt(row) < 0 && (denominator === null || denominator.gapAt(row) < 0)
}

function changeOf(
  columns: FigureColumns,
  from: Sums,
  to: Sums,
  group: number,
  bodies: Pick<Change, 'agencies' | 'predecessors' | 'leftOut'>,
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
    ...(columns.denominator !== null && { fromN: from.denominator[group] ?? 0, toN: to.denominator[group] ?? 0 }),
    ...bodies,
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
