import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import { annotated } from '@/charts/annotated'
import type { Chart } from '@/charts/chart'
import type { Mark } from '@/charts/places'
import { compareChart } from '@/charts/compareChart'
import type { CompareMode } from '@/charts/compareChart'
import { compareAgencies, sortCompared } from '@/charts/comparison'
import { coverageChart } from '@/charts/coverage'
import { DISPUTE_FIGURES, disputesChart } from '@/charts/disputes'
import { HEADLINE_FIGURES, headlinesChart } from '@/charts/headlines'
import { histogramChart } from '@/charts/histogram'
import { multiplesChart } from '@/charts/multiples'
import { rankAgencies } from '@/charts/ranked'
import { rankingChart } from '@/charts/ranking'
import { REASON_FIGURES, reasonsChart } from '@/charts/reasons'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import type { ShareMode, ShareSet } from '@/charts/shareSets'
import { sharesChart } from '@/charts/shares'
import { slopeChart } from '@/charts/slope'
import { trendChart } from '@/charts/trend'
import { VOLUME_FIGURES, volumesChart } from '@/charts/volumes'
import { coverageOf } from '@/cube/coverage'
import { CubeEngine } from '@/cube/engine'
import { askCity, city, names } from './city'

const GRANTED = 'rate.granted'
const RECEIVED = 'requests.received.total'
const LEAST_N = 15
const CHOSEN = ['police', 'market', 'land']

const comparisonOf = (figure: string) =>
  compareAgencies(askCity([figure], ['agency', 'year']), askCity([figure]), figure, names, LEAST_N)
const compared = (figure: string, mode: CompareMode): Chart => {
  const comparison = comparisonOf(figure)
  return compareChart(comparison, askCity([figure]), mode, sortCompared(comparison, 'last', true, 0), CHOSEN)
}
const shares = (set: ShareSet, mode: ShareMode): Chart => sharesChart(askCity(shareFigures(set)), set, mode)
const ranked = (figure: string): Chart =>
  rankingChart(
    rankAgencies(askCity([figure], ['agency', 'year']), figure, { year: 2024, against: 2023 }, names, LEAST_N),
    askCity([figure]),
    false,
  )

/** The chart with a note on each of the marks. */
const noted = (chart: Chart, ...marks: readonly Mark[]): Chart =>
  annotated(
    chart,
    marks.map((mark, at) => ({ mark, text: `说明${String(at + 1)}`, number: at + 1 })),
  )

const trendOf = (...figures: string[]): Chart => trendChart(askCity(figures), figures, LEAST_N)
const ONE_AGENCY = ['rate.granted', 'rate.reviewCorrected']

const multiplesOf = (figure: string): Chart => {
  const comparison = comparisonOf(figure)
  return multiplesChart(comparison, askCity([figure]), sortCompared(comparison, 'last', true, 0), CHOSEN)
}

/** Kinds that are drawn as their question is answered, by the name of the picture: kind and switches. */
const ASKED: Readonly<Record<string, readonly [kind: string, query?: Readonly<Record<string, string>>]>> = {
  flows: ['flows'],
  sankey: ['sankey'],
  'waterfall-agency': ['waterfall', { figure: RECEIVED }],
  'waterfall-outcome': ['waterfall', { by: 'outcome' }],
  'dispute-path': ['disputePath'],
  peers: ['peerRanking', { on: 'land', least: String(LEAST_N) }],
  problems: ['problems', { at: '2023' }],
  'form-totals': ['formTotals'],
}
const asker = askerOf(new CubeEngine(city))
const answered = await Promise.all(
  Object.entries(ASKED).map(async ([name, [kind, query = {}]]) => {
    const chart = await askFigure(asker, { kind, query })
    if (!chart) throw new Error(`nothing to draw for ${name}`)
    return [name, () => chart] as const
  }),
)

/** Every kind of chart on the fictional city: a kind more is a line more. */
export const KINDS: Readonly<Record<string, () => Chart>> = {
  ...Object.fromEntries(answered),
  headlines: () => headlinesChart(askCity(HEADLINE_FIGURES), 2024, 'comparable'),
  volumes: () => volumesChart(askCity(VOLUME_FIGURES)),
  'outcomes-percent': () => shares(OUTCOME_SHARES, 'percent'),
  'outcomes-count': () => shares(OUTCOME_SHARES, 'count'),
  applicants: () => shares(APPLICANT_SHARES, 'percent'),
  reasons: () => reasonsChart(askCity(REASON_FIGURES), 'unavailable', { year: 2024, against: 2023 }),
  disputes: () => disputesChart(askCity(DISPUTE_FIGURES)),
  'ranking-rate': () => ranked(GRANTED),
  'ranking-count': () => ranked(RECEIVED),
  'compare-matrix': () => compared(GRANTED, 'matrix'),
  'compare-lines': () => compared(GRANTED, 'lines'),
  'compare-bars': () => compared(GRANTED, 'bars'),
  'noted-volumes': () => noted(volumesChart(askCity(VOLUME_FIGURES)), { year: 2023 }, { year: 2024 }),
  'noted-outcomes': () =>
    noted(
      shares(OUTCOME_SHARES, 'percent'),
      { year: 2023 },
      { year: 2022, part: 'granted' },
      { year: 2024, part: 'otherwise' },
    ),
  'noted-reasons': () =>
    noted(reasonsChart(askCity(REASON_FIGURES), 'unavailable', { year: 2024, against: 2023 }), {
      year: 2024,
      part: 'unavailable.notHeld',
    }),
  'noted-ranking': () => noted(ranked(GRANTED), { agency: 'office', year: 2024 }),
  'noted-lines': () => noted(compared(GRANTED, 'lines'), { year: 2021 }, { agency: 'police', year: 2020 }),
  'noted-bars': () => noted(compared(GRANTED, 'bars'), { agency: 'police', year: 2024 }, { agency: 'land' }),
  'noted-matrix': () =>
    noted(compared(GRANTED, 'matrix'), { year: 2021 }, { agency: 'police', year: 2023 }, { agency: 'land' }),
  'slope-rate': () => slopeChart(comparisonOf(GRANTED), askCity([GRANTED]), [2023, 2024], CHOSEN),
  'slope-count': () => slopeChart(comparisonOf(RECEIVED), askCity([RECEIVED]), [2019, 2024], CHOSEN.slice(0, 1)),
  'histogram-rate': () => histogramChart(comparisonOf(GRANTED), askCity([GRANTED]), 2024, CHOSEN),
  'histogram-count': () => histogramChart(comparisonOf(RECEIVED), askCity([RECEIVED]), 2024, CHOSEN.slice(0, 2)),
  'trend-rate': () => trendOf('rate.granted', 'rate.refused'),
  'trend-disputes': () => trendOf('rate.granted', 'rate.reviewCorrected', 'rate.litigationCorrected'),
  'trend-gaps': () => trendChart(askCity(ONE_AGENCY, ['year'], { agencies: ['petitions'] }), ONE_AGENCY, LEAST_N),
  'trend-cut': () => trendOf('proactive.normativeDocs.made', 'requests.received.total'),
  'multiples-rate': () => multiplesOf(GRANTED),
  'multiples-count': () => multiplesOf(RECEIVED),
  coverage: () => coverageChart(coverageOf(city, { scope: 'own' }), 'own', names),
}
