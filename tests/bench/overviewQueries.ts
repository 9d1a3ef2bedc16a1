import type { Query } from '@/cube/query'
import { DISPUTE_RESULTS } from '@/form/disputes'
import { APPLICANTS, OUTCOMES, REQUEST_ROWS } from '@/form/requests'

export interface NamedQuery {
  readonly name: string
  readonly query: Query
}

const YEAR = 2024
const reasons = REQUEST_ROWS.filter(
  (row) => row.era === 'both' && 'outcome' in row && ['refused', 'unavailable', 'notProcessed'].includes(row.outcome),
).map(({ key }) => `requests.${key}.total`)

/** What the overview asks when it opens: one query a chart, over everything that there is. */
export const OVERVIEW: readonly NamedQuery[] = [
  {
    name: 'volumes by year',
    query: {
      figures: ['received', 'carriedIn', 'accepted', 'settled', 'carriedOut'].map((row) => `requests.${row}.total`),
      groupBy: ['year'],
      where: {},
    },
  },
  {
    name: 'outcomes by year',
    query: { figures: OUTCOMES.map((outcome) => `requests.${outcome}.total`), groupBy: ['year'], where: {} },
  },
  { name: 'reasons by year', query: { figures: reasons, groupBy: ['year'], where: {} } },
  {
    name: 'applicants by year',
    query: {
      figures: APPLICANTS.map((applicant) => `requests.received.${applicant}`),
      groupBy: ['year'],
      where: {},
    },
  },
  {
    name: 'review and litigation by year',
    query: {
      figures: DISPUTE_RESULTS.flatMap((result) => [`review.${result}`, `litigation.${result}`]),
      groupBy: ['year'],
      where: {},
    },
  },
  {
    name: 'disclosure rate by region, one year',
    query: { figures: ['rate.opened'], groupBy: ['region'], where: { years: [YEAR] } },
  },
  {
    name: 'headline figures with change',
    query: {
      figures: ['requests.received.total', 'requests.settled.total', 'rate.opened', 'review.total'],
      groupBy: ['year'],
      where: { years: [YEAR] },
      change: 'comparable',
    },
  },
]
