import type { Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import type { ChartBasis } from './chart'
import { both } from './words'

/** The reports that a whole result stands on. */
export const basisOf = ({ years, scope, agencies, reports, missing }: QueryResult): ChartBasis => ({
  years,
  scope,
  agencies,
  reports,
  missing,
})

/** The reports that one year of a result grouped by year stands on. */
export function basisOfYear(result: QueryResult, year: number): ChartBasis {
  const group = groupOfYear(result, year)
  return {
    years: [year],
    scope: result.scope,
    agencies: group?.agencies ?? 0,
    reports: group?.reports ?? 0,
    missing: group?.missing ?? 0,
  }
}

export const yearOf = (group: Group): number => (typeof group.key.year === 'number' ? group.key.year : 0)

/** The year of a group, as axes have it. */
export const yearLabel = (group: Group): Label => both(String(yearOf(group)), String(yearOf(group)))

/** The group of a year in a result grouped by year alone. */
export const groupOfYear = (result: QueryResult, year: number): Group | undefined =>
  result.groups.find((group) => group.key.year === year)
