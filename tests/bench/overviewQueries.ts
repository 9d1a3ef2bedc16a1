import { DISPUTE_FIGURES } from '@/charts/disputes'
import { HEADLINE_FIGURES } from '@/charts/headlines'
import { REASON_FIGURES } from '@/charts/reasons'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { VOLUME_FIGURES } from '@/charts/volumes'
import type { Query } from '@/cube/query'

export interface NamedQuery {
  readonly name: string
  readonly query: Query
}

const YEARS = [2023, 2024]
const OUTCOMES = shareFigures(OUTCOME_SHARES)
const CHARTED = [
  ...new Set([
    ...VOLUME_FIGURES,
    ...OUTCOMES,
    ...shareFigures(APPLICANT_SHARES),
    ...REASON_FIGURES,
    ...DISPUTE_FIGURES,
  ]),
]

/** What the overview asks when it opens, over everything that there is, and its outcomes alone, in all and in one region. */
export function overviewQueries(region: string): readonly [NamedQuery, ...NamedQuery[]] {
  return [
    { name: 'outcomes by year', query: { figures: OUTCOMES, groupBy: ['year'], where: {} } },
    {
      name: 'outcomes by year, one region',
      query: { figures: OUTCOMES, groupBy: ['year'], where: { regions: [region] } },
    },
    { name: 'all charts by year', query: { figures: CHARTED, groupBy: ['year'], where: {} } },
    {
      name: 'headline figures with change',
      query: { figures: HEADLINE_FIGURES, groupBy: ['year'], where: {}, change: 'comparable' },
    },
    {
      name: 'a rate by agency, two years',
      query: { figures: ['rate.opened'], groupBy: ['agency', 'year'], where: { years: YEARS } },
    },
  ]
}
