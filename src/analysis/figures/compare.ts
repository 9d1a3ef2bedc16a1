import { yearsBefore } from '../../charts/changes'
import type { Chart } from '../../charts/chart'
import { compareChart } from '../../charts/compareChart'
import type { CompareMode } from '../../charts/compareChart'
import { compareAgencies, sortCompared } from '../../charts/comparison'
import type { ComparedAgency, Comparison, PriorYears } from '../../charts/comparison'
import { histogramChart } from '../../charts/histogram'
import { multiplesChart } from '../../charts/multiples'
import { slopeChart } from '../../charts/slope'
import type { Catalogue, QueryResult } from '../../cube/query'
import type { Asker } from '../asker'
import { figureKind } from '../figure'
import type { Asked } from '../figure'
import { knownFigure, SWITCHES, yearAsked, yearBefore, yearToldOf } from '../switches'
import { alike, seriesOf } from '../yearly'

/** Agencies that may be picked out at once: more would need more colours than can be told apart. */
export const MOST_CHOSEN = 3

const PARAMS = {
  figure: SWITCHES.figure,
  mode: SWITCHES.mode,
  sort: SWITCHES.sort,
  sortYear: SWITCHES.sortYear,
  down: SWITCHES.down,
  least: SWITCHES.least,
  on: SWITCHES.on,
} as const

/** A comparison with the agencies in order and those picked out. */
export interface CompareAnswer {
  readonly comparison: Comparison
  readonly byYear: QueryResult
  readonly rows: readonly ComparedAgency[]
  readonly chosen: readonly string[]
}

interface ComparisonParts {
  readonly byAgency: QueryResult
  readonly byYear: QueryResult
  readonly prior: PriorYears | null
  readonly catalogue: Catalogue
  readonly figure: string
  readonly least: number
}

/** The last comparison made of a result. */
const LAST = new WeakMap<QueryResult, { readonly of: ComparisonParts; readonly comparison: Comparison }>()

/** The comparison of answers: figures of a page that ask alike are answered with the same ones, and share it. */
function shared(of: ComparisonParts): Comparison {
  const { byAgency, byYear, prior, catalogue, figure, least } = of
  const last = LAST.get(byAgency)
  const isSame =
    last?.of.byYear === byYear &&
    last.of.prior?.byAgency === prior?.byAgency &&
    last.of.prior?.byYear === prior?.byYear &&
    last.of.catalogue === catalogue &&
    last.of.figure === figure &&
    last.of.least === least
  if (last && isSame) return last.comparison
  const { names, turns } = seriesOf(catalogue)
  const comparison = compareAgencies(byAgency, byYear, figure, names, least, prior, turns)
  LAST.set(byAgency, { of, comparison })
  return comparison
}

/** A figure over agencies and years. */
export async function askComparison(
  asker: Asker,
  { where, switches }: Asked<Omit<typeof PARAMS, 'mode'>>,
): Promise<CompareAnswer> {
  const figure = knownFigure(switches.figure)
  const yearly = { figures: [figure], groupBy: ['year'] } as const
  const agencies = { figures: [figure], groupBy: ['agency', 'year'] } as const
  const [byYear, byAgency, catalogue] = await Promise.all([
    asker.query({ ...yearly, where, change: 'comparable' }),
    asker.query({ ...agencies, where, change: 'comparable' }),
    asker.catalogue(),
  ])
  const before = yearsBefore(where)
  const earlier = { ...alike(where, byYear), years: before }
  const [priorByYear, priorByAgency] =
    before.length === 0 || byYear.scope === null
      ? [null, null]
      : await Promise.all([asker.query({ ...yearly, where: earlier }), asker.query({ ...agencies, where: earlier })])
  const prior = priorByYear && { byYear: priorByYear, byAgency: priorByAgency }
  const comparison = shared({ byAgency, byYear, prior, catalogue, figure, least: switches.least })
  const rows = sortCompared(comparison, switches.sort, switches.down, switches.sortYear)
  const known = new Set(rows.map(({ id }) => id))
  return { comparison, byYear, rows, chosen: switches.on.filter((id) => known.has(id)).slice(0, MOST_CHOSEN) }
}

/** A comparison drawn in one of its modes. */
export const chartOfComparison = (
  { comparison, byYear, rows, chosen }: CompareAnswer,
  mode: CompareMode,
  sort: Asked<typeof PARAMS>['switches']['sort'],
): Chart => compareChart(comparison, byYear, mode, rows, chosen, sort === 'last')

export const compare = figureKind({
  id: 'compare',
  name: { zh: '机关与年份对照', en: 'Agencies and years compared' },
  params: PARAMS,
  ask: async (asker, asked) =>
    chartOfComparison(await askComparison(asker, asked), asked.switches.mode, asked.switches.sort),
})

const OVER_AGENCIES = {
  figure: SWITCHES.figure,
  least: SWITCHES.least,
  on: SWITCHES.on,
} as const
/** The order of agencies where the chart has none of its own to choose. */
const USUAL_ORDER = { sort: 'last', sortYear: 0, down: true } as const

/** Two years agency by agency. */
export const slope = figureKind({
  id: 'slope',
  name: { zh: '两年之间的变化', en: 'Change between two years' },
  params: { ...OVER_AGENCIES, at: SWITCHES.at, from: SWITCHES.from },
  ask: async (asker, { where, switches }) => {
    const answer = await askComparison(asker, { where, switches: { ...USUAL_ORDER, ...switches } })
    const { comparison, byYear, chosen } = answer
    // Of years with reports, as all other figures: a comparison has those in which all are missing, too.
    const to = yearToldOf(comparison.figure, byYear.years, switches.at)
    const from = yearBefore(byYear.years, to, switches.from)
    return from === 0 ? null : slopeChart(comparison, byYear, [Math.min(from, to), Math.max(from, to)], chosen)
  },
})

/** One small chart an agency, on one scale. */
export const multiples = figureKind({
  id: 'multiples',
  name: { zh: '各机关走势', en: 'Agencies over the years' },
  params: { ...OVER_AGENCIES, at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const answer = await askComparison(asker, { where, switches: { ...USUAL_ORDER, ...switches } })
    const { comparison, byYear, chosen } = answer
    if (yearAsked(byYear.years, switches.at) === null) return multiplesChart(comparison, byYear, answer.rows, chosen)
    const year = yearToldOf(comparison.figure, byYear.years, switches.at)
    return multiplesChart(comparison, byYear, sortCompared(comparison, 'year', true, year), chosen, year)
  },
})

/** How many agencies lie where. */
export const histogram = figureKind({
  id: 'histogram',
  name: { zh: '机关的分布', en: 'Distribution of agencies' },
  params: { ...OVER_AGENCIES, at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const answer = await askComparison(asker, { where, switches: { ...USUAL_ORDER, ...switches } })
    const { comparison, byYear, chosen } = answer
    const year = yearToldOf(comparison.figure, byYear.years, switches.at)
    return year === 0 ? null : histogramChart(comparison, byYear, year, chosen)
  },
})
