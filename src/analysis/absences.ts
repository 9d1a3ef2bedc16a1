import type { CoverageRow, Filter } from '../cube/query'
import type { Asker } from './asker'
import { askNames } from './yearly'

/** The coverage of the years that a filter asks about, and of those around them. */
export interface Absences {
  readonly rows: readonly CoverageRow[]
  /** The years asked about. */
  readonly years: readonly number[]
  readonly names: ReadonlyMap<string, string>
}

/** What tells why no report matches a filter: who owed one, and who was not there. */
export async function askAbsences(asker: Asker, where: Filter): Promise<Absences> {
  const { years: known } = await asker.catalogue()
  const years = where.years?.length ? where.years : known
  const around = [...new Set([...known, ...years])].sort((one, other) => one - other)
  const { rows } = await asker.coverage({ ...where, years: around })
  return { rows, years, names: await askNames(asker) }
}
