import { answer } from '@/cube/engine'
import type { Query, QueryResult } from '@/cube/query'
import type { FieldId } from '@/form/fields'
import { cityAgencies, cityReports } from '@/sample/city'
import { dataOf } from '../cube/asked'
import { filed } from '../cube/filed'

/** What readers and people did to some reports of the city, so that every state and gap is drawn: by agency and year. */
const TOUCHED: Readonly<Record<string, Parameters<typeof filed>[3]>> = {
  'police.2023': { inError: ['requests.received.total', 'requests.settled.total'], counts: { errors: 2 } },
  'land.2024': { inError: ['review.total'], counts: { errors: 1 } },
  'housing.2022': { corrected: { 'requests.settled.total': 53 } },
}
const BLANK: Readonly<Record<string, readonly FieldId[]>> = {
  'water.2024': ['requests.granted.total', 'requests.settled.total', 'requests.received.total'],
  'market.2021': ['requests.refused.thirdParty.total'],
}
/** Left blank in the report, and forced by the identities. */
const FORCED: Readonly<Record<string, readonly FieldId[]>> = { 'market.2023': ['requests.granted.total'] }

/** The fictional city as the cube holds it: its numbers, its missing reports, and every state that a number can have. */
export const city = dataOf(
  cityAgencies(),
  [...cityReports()].map(({ agency, report: { year, values, published } }) => {
    const key = `${agency}.${String(year)}`
    const forced = Object.fromEntries((FORCED[key] ?? []).map((id) => [id, values[id] ?? 0]))
    const blank = Object.fromEntries([...(BLANK[key] ?? []), ...(FORCED[key] ?? [])].map((id) => [id, null]))
    return filed(agency, year, { ...values, ...blank }, { published, forced, ...TOUCHED[key] })
  }),
)
export const names: ReadonlyMap<string, string> = new Map(cityAgencies().map(({ id, name }) => [id, name]))

/** Asks the city for figures as pages do, all years unless told otherwise. */
export const askCity = (
  figures: readonly string[],
  groupBy: Query['groupBy'] = ['year'],
  where: Query['where'] = {},
): QueryResult => answer(city, { figures, groupBy, where, change: 'comparable' })
