import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import type { StoreError } from './storeError'

/** Deletes everything in the database but its settings, in one transaction. */
export async function emptyStore(store: Store): Promise<Result<null, StoreError>> {
  const tables = store.db.tables.filter(({ name }) => name !== 'settings')
  return write(store, tables, async () => {
    await Promise.all(tables.map((table) => table.clear()))
    return null
  })
}

/** Whether there is any report, stored or pending, or a document that gave none. */
export async function hasReports(store: Store): Promise<boolean> {
  const { reports, pending, documents } = store.db
  return (await reports.count()) + (await pending.count()) + (await documents.count()) > 0
}
