import type { Figure, Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { changeInError, shownChange, withWholeChange } from './changes'
import type { FigureUnit } from './numbers'
import { labelOfFigure, lastYearOnForm, quantile, quartilesOf, unitOfFigure } from './ranked'
import type { AgencyNames } from './ranked'
import { niceStep } from './scale'
import { groupOfYear, yearOf } from './basis'
import { turnsWithin } from './turns'
import type { SeriesTurn } from './turns'
import { isWhole } from './twoYears'

/** One agency's way over the years. `figures` runs parallel to the comparison's years; a year in which it owes no report has none. */
export interface ComparedAgency {
  readonly id: string
  readonly name: string
  readonly figures: readonly (Figure | undefined)[]
  /** Beside each of them, whether every report that the series owes of the year is there and has it: else it is a part that would pass for all of it. */
  readonly isWhole: readonly boolean[]
  /** Renames and mergers within the years: before them the figures are another name's, or a sum. */
  readonly turns: readonly SeriesTurn[]
  /** From 1 by the last year, highest first; `null` where there is no number or too small an n. */
  readonly rank: number | null
  /** The last year's figure, and that of the year before it. */
  readonly now: Figure | undefined
  readonly before: Figure | undefined
  /** Last year against the year before it: a difference of shown percentages, or a share of the earlier count; `null` without both. */
  readonly change: number | null
  /** The change rests on an open error in either year. */
  readonly changeInError: boolean
}

/** A figure over agencies and years, with the whole beside it. */
export interface Comparison {
  readonly figure: string
  readonly label: Label
  readonly unit: FigureUnit
  readonly years: readonly number[]
  /** The last year that has the figure: it sorts, ranks and is compared. 0 without years. */
  readonly lastYear: number
  readonly agencies: readonly ComparedAgency[]
  /** The engine's own figure of all agencies together, by year: a ratio of sums, never a mean of ratios. */
  readonly whole: readonly (Figure | undefined)[]
  /** The change of the whole: of the agencies that have both years (可比口径). */
  readonly wholeChange: Pick<ComparedAgency, 'now' | 'before' | 'change' | 'changeInError'>
  readonly leastN: number
  /** Agencies that the last year ranks. */
  readonly ranked: number
  /** Lower bounds of the heat steps but the first. */
  readonly steps: readonly number[]
}

export const SORTS = ['last', 'name', 'n', 'change', 'year'] as const
export type CompareSort = (typeof SORTS)[number]

const STEPS = 7

/** Whether a figure stands on enough cases to be coloured and ranked. Counts always do. */
export function isFirm(figure: Figure | undefined, unit: FigureUnit, leastN: number): boolean {
  if (figure?.value == null) return false
  return unit !== 'ratio' || (figure.denominator ?? 0) >= leastN
}

/** Whether neither side of a change stands on too few cases. */
export const changeIsFirm = (
  { now, before }: Pick<ComparedAgency, 'now' | 'before'>,
  { unit, leastN }: Pick<Comparison, 'unit' | 'leastN'>,
): boolean => isFirm(now, unit, leastN) && (before?.value == null || isFirm(before, unit, leastN))

/** The years before those that the filter lets in, by agency and all together. */
export interface PriorYears {
  readonly byAgency: QueryResult
  readonly byYear: QueryResult
}

/** Brings a result by agency and year, and one by year, to one table. Both are asked with `change: 'comparable'`; `prior` tells whether earlier sides of changes are sound. */
export function compareAgencies(
  byAgency: QueryResult,
  byYear: QueryResult,
  figure: string,
  names: AgencyNames,
  leastN: number,
  prior: PriorYears | null = null,
  turns: ReadonlyMap<string, readonly SeriesTurn[]> = new Map(),
): Comparison {
  const unit = unitOfFigure(figure)
  const years = [...new Set(byYear.groups.map(yearOf))].sort((one, other) => one - other)
  const series = (groups: readonly Group[]): (Figure | undefined)[] => {
    const of = new Map(groups.map((group) => [yearOf(group), group.figures[figure]]))
    return years.map((year) => of.get(year))
  }
  const groups = new Map<string, Group[]>()
  for (const group of byAgency.groups) {
    const id = String(group.key.agency)
    groups.set(id, [...(groups.get(id) ?? []), group])
  }
  const all = [...groups].map(([id, own]) => ({
    id,
    name: names.get(id) ?? id,
    figures: series(own).map((one) => one && withWholeChange(one)),
    isWhole: years.map((year) =>
      isWhole(
        own.find((group) => yearOf(group) === year),
        figure,
      ),
    ),
    turns: turnsWithin(turns.get(id) ?? [], years),
  }))
  const lastYear = lastYearOf(figure, years, (at) => all.some(({ figures }) => figures[at]?.value != null))
  const whole = series(byYear.groups)
  const priorFigures = new Map(
    (prior?.byAgency.groups ?? []).flatMap((group) =>
      yearOf(group) === lastYear - 1 ? [[String(group.key.agency), group.figures[figure]] as const] : [],
    ),
  )
  const changeOf = (
    figures: readonly (Figure | undefined)[],
    earlier: Figure | undefined,
  ): Comparison['wholeChange'] => {
    const now = figures[years.indexOf(lastYear)]
    const before = figures[years.indexOf(lastYear - 1)] ?? earlier
    return { now, before, change: shownChange(now, unit), changeInError: changeInError(now, before) }
  }
  const unranked = all.map((agency) => ({
    ...agency,
    ...changeOf(agency.figures, priorFigures.get(agency.id)),
  }))
  const last = unranked.flatMap(({ now }) => (isFirm(now, unit, leastN) && now?.value != null ? [now.value] : []))
  const ranks = ranksOf(last)
  return {
    figure,
    label: labelOfFigure(figure),
    unit,
    years,
    lastYear,
    agencies: unranked.map((agency) => ({
      ...agency,
      rank: isFirm(agency.now, unit, leastN) ? (ranks.get(agency.now?.value ?? 0) ?? null) : null,
    })),
    whole,
    wholeChange: changeOf(whole, prior ? groupOfYear(prior.byYear, lastYear - 1)?.figures[figure] : undefined),
    leastN,
    ranked: last.length,
    steps: heatSteps(
      unranked.flatMap(({ figures }) =>
        figures.flatMap((one) => (isFirm(one, unit, leastN) && one?.value != null ? [one.value] : [])),
      ),
      unit,
    ),
  }
}

/** From 1 for the highest; equals share theirs. */
function ranksOf(values: readonly number[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  for (const [at, value] of [...values].sort((one, other) => other - one).entries())
    if (!ranks.has(value)) ranks.set(value, at + 1)
  return ranks
}

/** The last year whose form has a figure and in which anybody has a number for it; the last of all where there is none. */
function lastYearOf(figure: string, years: readonly number[], hasNumbers: (at: number) => boolean): number {
  const having = years.filter((_, at) => hasNumbers(at))
  return lastYearOnForm(figure, having) ?? lastYearOnForm(figure, years) ?? 0
}

/** At most six bounds between seven steps: even and round for rates, along 1, 2, 5, 10 … for counts, which are skew. */
export function heatSteps(values: readonly number[], unit: FigureUnit): number[] {
  if (values.length === 0) return []
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (unit === 'ratio') {
    const step = niceStep(high - low || 0.1, STEPS - 1)
    const first = Math.floor(low / step) * step + step
    const bounds = Array.from({ length: STEPS - 1 }, (_, at) => Number((first + at * step).toPrecision(12)))
    // No share is more than the whole, unless the agencies' own numbers say so.
    return bounds.filter((bound) => bound <= Math.max(high, 1))
  }
  const ladder: number[] = []
  for (let power = 1; ladder.length < 40 && power <= high; power *= 10) ladder.push(power, 2 * power, 5 * power)
  return ladder.filter((bound) => bound <= Math.max(high, 1)).slice(1 - STEPS)
}

/** The heat step of a value, from 0. */
export const stepOf = (value: number, steps: readonly number[]): number =>
  steps.filter((bound) => value >= bound - 1e-12).length

const byName = new Intl.Collator('zh-CN')

/** The agencies in the order wanted; those without a number stand last in either direction. */
export function sortCompared(
  { agencies, unit, leastN, years, lastYear }: Comparison,
  sort: CompareSort,
  descending: boolean,
  year: number,
): ComparedAgency[] {
  const column = years.indexOf(sort === 'year' && years.includes(year) ? year : lastYear)
  const key = ({ now, change, figures }: ComparedAgency): number | null => {
    const figure = figures[column]
    if (sort === 'n') return now?.denominator ?? now?.reports ?? null
    if (sort === 'change') return change
    return isFirm(figure, unit, leastN) ? (figure?.value ?? null) : null
  }
  const way = descending ? -1 : 1
  return [...agencies].sort((one, other) => {
    // Collation is slow: names are compared only where they decide.
    const names = (): number => byName.compare(one.name, other.name)
    if (sort === 'name') return way * names()
    const a = key(one)
    const b = key(other)
    if (a === null || b === null) return a === b ? names() : a === null ? 1 : -1
    return way * (a - b) || names()
  })
}

/** Quartiles and median of the firm figures of each year, `null` where there are none, or too few for quartiles. */
export function spreadOf({ agencies, years, unit, leastN }: Comparison): {
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
}[] {
  return years.map((_, at) => {
    const values = agencies
      .flatMap(({ figures }) => {
        const figure = figures[at]
        return isFirm(figure, unit, leastN) && figure?.value != null ? [figure.value] : []
      })
      .sort((one, other) => one - other)
    return { ...quartilesOf(values), median: quantile(values, 0.5) }
  })
}
