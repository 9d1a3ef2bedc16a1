import type { Figure, QueryResult } from '../cube/query'
import { figureOf } from '../form/indicators'
import { versionOfYear } from '../form/version'
import type { Label } from '../form/version'
import { yearOf } from './basis'
import { withWholeChange } from './changes'
import { ENOUGH } from './enough'
import type { FigureUnit } from './numbers'
import { spanOf } from './told'
import type { Told } from './told'
import { turnsBetween } from './turns'
import type { SeriesTurn } from './turns'
import { isWhole, pairsOf, standsOnSame } from './twoYears'
import type { TwoYears } from './twoYears'

/** An agency with a report of the year: its figure in the year and in the one that it is set against. */
interface RankingAgency {
  readonly id: string
  readonly name: string
  readonly figure: Figure | undefined
  /** `undefined` where the other year has not all of what the agency is in this one, or there is no other. */
  readonly before: Figure | undefined
  /** The year before, where it is set against that, is that of the agencies that it took over from. */
  readonly ofPredecessors: boolean
}
export interface RankedAgency extends RankingAgency {
  /** From 1; equal values share a rank. */
  readonly rank: number
  readonly figure: Figure
  readonly value: number
}

export interface Ranking extends Told {
  readonly figure: string
  readonly label: Label
  readonly unit: FigureUnit
  readonly ranked: readonly RankedAgency[]
  /** Agencies whose rate stands on fewer cases than the least n. */
  readonly small: readonly RankingAgency[]
  /** Agencies with a report that has no number for it. */
  readonly without: readonly RankingAgency[]
  readonly leastN: number
  readonly median: number | null
  /** Names and mergers between two years that are not neighbours, whom the engine's change tells nothing of. */
  readonly turned: readonly { readonly id: string; readonly name: string; readonly turns: readonly SeriesTurn[] }[]
}

/** Names of agencies by id; an unknown id stands for itself. */
export type AgencyNames = ReadonlyMap<string, string>

export const unitOfFigure = (id: string): FigureUnit => {
  const figure = figureOf(id)
  return figure?.kind === 'measure' ? figure.measure.unit : 'ratio'
}

/** What charts call a figure. */
export const labelOfFigure = (id: string): Label => {
  const figure = figureOf(id)
  if (!figure) return { zh: id, en: id }
  return figure.kind === 'measure' ? (figure.measure.short ?? figure.measure.label) : figure.indicator.label
}

/** Whether the form of a year has a figure, of a rate both of its parts. */
export function isOnForm(id: string, year: number): boolean {
  const figure = figureOf(id)
  const version = versionOfYear(year)
  if (!figure || version === null) return false
  const parts = figure.kind === 'measure' ? [figure.measure] : [figure.numerator, figure.denominator]
  return parts.every(({ terms }) => terms[version] !== undefined)
}

/** The last of the years whose form has a figure; the last of all where none has. */
export const lastYearOnForm = (id: string, years: readonly number[]): number | undefined =>
  years.filter((year) => isOnForm(id, year)).at(-1) ?? years.at(-1)

/** How a rate is made, `null` for a count. */
export const formulaOfFigure = (id: string): Label | null => {
  const figure = figureOf(id)
  return figure?.kind === 'indicator' ? figure.indicator.formula : null
}

/** Ranks the agencies of one year by a figure, highest first, beside another year; rates need at least `leastN` cases. Takes a result grouped by agency and year, with the change among comparable agencies, and the turns of series by their heads. */
export function rankAgencies(
  result: QueryResult,
  figure: string,
  { year, against }: Told,
  names: AgencyNames,
  leastN: number,
  turns: ReadonlyMap<string, readonly SeriesTurn[]> = new Map(),
): Ranking {
  const unit = unitOfFigure(figure)
  const span = spanOf({ year, against })
  const others = span ? othersOf(result, figure, { year, against }, span) : new Map<string, Figure>()
  const candidates: Omit<RankedAgency, 'rank'>[] = []
  const small: RankingAgency[] = []
  const without: RankingAgency[] = []
  for (const group of result.groups) {
    if (yearOf(group) !== year || group.reports === 0) continue
    const id = String(group.key.agency)
    const name = names.get(id) ?? id
    const now = group.figures[figure]
    const change = now && withWholeChange(now).change
    const ofPredecessors = against === year - 1 && (change?.predecessors ?? 0) > 0
    const agency = { id, name, figure: now, before: others.get(id), ofPredecessors }
    if (now?.value == null) without.push(agency)
    else if (unit === 'ratio' && (now.denominator ?? 0) < leastN) small.push(agency)
    else candidates.push({ ...agency, figure: now, value: now.value })
  }
  candidates.sort((one, other) => other.value - one.value)
  let rank = 0
  const ranked = candidates.map((agency, at): RankedAgency => {
    if (at === 0 || agency.value !== candidates[at - 1]?.value) rank = at + 1
    return { ...agency, rank }
  })
  return {
    year,
    against,
    figure,
    label: labelOfFigure(figure),
    unit,
    ranked,
    small,
    without,
    leastN,
    median: quantile(
      ranked.map(({ value }) => value),
      0.5,
    ),
    turned:
      span === null || against === year - 1
        ? []
        : [...ranked, ...small].flatMap(({ id, name, before }) => {
            const between = before === undefined ? [] : turnsBetween(turns.get(id) ?? [], span)
            return between.length === 0 ? [] : [{ id, name, turns: between }]
          }),
  }
}

/** The figure of the year that another is set against, by agency: none where a part of the agency would pass for all of it. */
function othersOf(result: QueryResult, figure: string, { against }: Told, span: TwoYears): Map<string, Figure> {
  return new Map(
    pairsOf(result, span).flatMap((pair) => {
      const [other, told] = against === span[0] ? [pair.before, pair.now] : [pair.now, pair.before]
      const own = other?.figures[figure]
      if (own === undefined) return []
      const hasBoth = own.value !== null && told?.figures[figure]?.value != null
      const isPart = hasBoth ? !standsOnSame(pair, figure, span) : own.value !== null && !isWhole(other, figure)
      return isPart ? [] : [[pair.id, own] as const]
    }),
  )
}

/** Lower and upper quartile; `null` of so few that they would be the values themselves. */
export const quartilesOf = (
  values: readonly number[],
): { readonly low: number | null; readonly high: number | null } =>
  values.length < ENOUGH.quartiles
    ? { low: null, high: null }
    : { low: quantile(values, 0.25), high: quantile(values, 0.75) }

/** The value below which a share of the values lies, between neighbours in proportion; `null` without values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}
