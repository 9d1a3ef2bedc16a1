import type { Chart } from '@/charts/chart'
import { compareChart } from '@/charts/compareChart'
import { compareAgencies, sortCompared } from '@/charts/comparison'
import { coverageChart } from '@/charts/coverage'
import { DISPUTE_FIGURES, disputesChart } from '@/charts/disputes'
import { HEADLINE_FIGURES, headlinesChart } from '@/charts/headlines'
import { rankAgencies } from '@/charts/ranked'
import { rankingChart } from '@/charts/ranking'
import { REASON_FIGURES, reasonsChart } from '@/charts/reasons'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { sharesChart } from '@/charts/shares'
import { VOLUME_FIGURES, volumesChart } from '@/charts/volumes'
import { coverageOf } from '@/cube/coverage'
import { answer } from '@/cube/engine'
import type { Query } from '@/cube/query'
import type { DeckHead, FigurePage } from '@/exports/deck/pages'
import { cityAgencies, cityReports } from '@/sample/city'
import { dataOf } from '../cube/asked'
import { filed } from '../cube/filed'

const CITY_SETTING = { filters: ['临澜市', '部门'], updated: '2025-02-10', example: true }

const agencies = cityAgencies()
/** A name that a spreadsheet would take for a formula and a reader of XML for an element, with a sign that XML cannot hold. */
export const HOSTILE = '=HYPERLINK("http://x")<b>&\u0001'
const renamed = agencies.map((agency, at) => (at === 3 ? { ...agency, name: HOSTILE } : agency))
const data = dataOf(
  renamed,
  [...cityReports()].map(({ agency, report }, at) =>
    filed(agency, report.year, report.values, {
      forms: report.forms,
      // One report in error, one with a blank cell.
      ...(at === 5 ? { inError: ['requests.received.total'] as const } : {}),
    }),
  ),
)
const names = new Map(renamed.map(({ id, name }) => [id, name]))
const where: Query['where'] = { scope: 'own' }
const ask = (figures: readonly string[], groupBy: readonly ('agency' | 'year')[] = ['year']) =>
  answer(data, { figures, groupBy, where, change: 'comparable' })

const GRANTED = 'rate.granted'
const YEAR = 2024
const LEAST_N = 30
const byAgency = ask([GRANTED], ['agency', 'year'])
const comparison = compareAgencies(byAgency, ask([GRANTED]), GRANTED, names, LEAST_N)
const compared = (mode: 'lines' | 'bars' | 'matrix') =>
  compareChart(
    comparison,
    ask([GRANTED]),
    mode,
    sortCompared(comparison, 'last', true, 0),
    renamed.slice(2, 5).map(({ id }) => id),
  )

/** Every chart of the overview and of the page that compares, of the fictional city with one name that is no name. */
export const cityCharts: readonly Chart[] = [
  headlinesChart(ask(HEADLINE_FIGURES), YEAR, 'comparable'),
  volumesChart(ask(VOLUME_FIGURES)),
  sharesChart(ask(shareFigures(OUTCOME_SHARES)), OUTCOME_SHARES, 'percent'),
  sharesChart(ask(shareFigures(APPLICANT_SHARES)), APPLICANT_SHARES, 'count'),
  reasonsChart(ask(REASON_FIGURES), 'refused', { year: YEAR, against: YEAR - 1 }),
  disputesChart(ask(DISPUTE_FIGURES)),
  rankingChart(
    rankAgencies(byAgency, GRANTED, { year: YEAR, against: YEAR - 1 }, names, LEAST_N),
    ask([GRANTED]),
    true,
  ),
  coverageChart(coverageOf(data, where), 'own', names),
  compared('lines'),
  compared('bars'),
  compared('matrix'),
]

/** A chart as a page of a 会议夹, as it is put in. */
export const pageOf = (chart: Chart, more: Partial<FigurePage> = {}): FigurePage => ({
  kind: 'figure',
  chart,
  setting: CITY_SETTING,
  form: 'chart',
  title: null,
  lines: null,
  changed: [],
  ...more,
})

export const CITY_HEAD: DeckHead = {
  name: '=会议 <b>\u0002',
  format: '16:9',
  template: {},
  language: 'zh',
  fingerprint: 'a91f-03c2',
  updated: '2025-02-10',
  example: true,
  patterns: false,
  made: '2025-02-11T08:00:00.000Z',
}
