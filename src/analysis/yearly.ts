import { DISPUTE_FIGURES } from '../charts/disputes'
import { REASON_FIGURES } from '../charts/reasons'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '../charts/shareSets'
import { VOLUME_FIGURES } from '../charts/volumes'
import type { Filter, QueryResult } from '../cube/query'
import type { Asker } from './asker'

/** What the figures by year take together, so that all of them are one question. */
const YEARLY_FIGURES: readonly string[] = [
  ...new Set([
    ...VOLUME_FIGURES,
    ...shareFigures(OUTCOME_SHARES),
    ...shareFigures(APPLICANT_SHARES),
    ...REASON_FIGURES,
    ...DISPUTE_FIGURES,
  ]),
]

/** The figures by year that most kinds are made of. */
export const askYearly = (asker: Asker, where: Filter): Promise<QueryResult> =>
  asker.query({ figures: YEARLY_FIGURES, groupBy: ['year'], where })

/** A filter with the scope that a result stands on, so that what is asked beside it stands on the same. */
export const alike = (where: Filter, { scope }: Pick<QueryResult, 'scope'>): Filter =>
  scope === null ? where : { ...where, scope }

/** Names of the agencies by id. */
export async function askNames(asker: Asker): Promise<ReadonlyMap<string, string>> {
  const { agencies } = await asker.catalogue()
  return new Map(agencies.map(({ id, name }) => [id, name]))
}
