import { DISPUTE_FIGURES } from '../charts/disputes'
import { REASON_FIGURES } from '../charts/reasons'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '../charts/shareSets'
import { VOLUME_FIGURES } from '../charts/volumes'
import type { Told } from '../charts/told'
import type { Catalogue, Filter, QueryResult } from '../cube/query'
import type { SeriesChange } from '../register/lineage'
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

/** Names of the agencies by id, and by the heads of series how those went on under other names and in other bodies. */
interface NamedSeries {
  readonly names: ReadonlyMap<string, string>
  readonly turns: ReadonlyMap<string, readonly SeriesChange[]>
}
export const seriesOf = ({ agencies, series }: Pick<Catalogue, 'agencies' | 'series'>): NamedSeries => ({
  names: new Map(agencies.map(({ id, name }) => [id, name])),
  turns: new Map(series.map(({ head, changes }) => [head, changes])),
})

export const askSeries = async (asker: Asker): Promise<NamedSeries> => seriesOf(await asker.catalogue())

/** The years of a question about one year and the one that it is set against. The year before is asked for where there is none, so that answers kept since it always was go on answering. */
export const yearsAsked = ({ year, against }: Told): number[] =>
  [against ?? year - 1, year].sort((one, other) => one - other)
