import type { Result } from '../report/report'
import { nameKey } from '../register/names'
import type { Store } from './db'
import { journaled } from './journal'
import type { Journaled } from './journal'
import type { DistinctRow } from './decisionRows'
import { DISTINCT } from './stamps'
import type { StoreError } from './storeError'

/** The row that says that a name does not stand for an agency: one for each pair. */
export function distinctRow(name: string, agency: string, by: string, at: Date): DistinctRow {
  return { id: `${DISTINCT}${nameKey(name)}:${agency}`, kind: 'distinct', name, agency, by, at: at.toISOString() }
}

/** Remembers that a name stands for none of some agencies, so that no import and no list asks about them again. */
export async function sayDistinct(
  store: Store,
  { name, agencies, by }: { readonly name: string; readonly agencies: readonly string[]; readonly by: string },
  now = new Date(),
): Promise<Result<Journaled<null>, StoreError>> {
  return journaled(
    store,
    agencies,
    async () => {
      await store.db.decisions.bulkPut(agencies.map((agency) => distinctRow(name, agency, by, now)))
      return null
    },
    now,
  )
}

/** Every name and agency that a person has said are not the same. */
export async function listDistinct(store: Store): Promise<DistinctRow[]> {
  const rows = await store.db.decisions.where('kind').equals('distinct').toArray()
  return rows.filter((row): row is DistinctRow => row.kind === 'distinct')
}
