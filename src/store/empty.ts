import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import type { StoreError } from './storeError'

/** What a person set or made beside the data: it does not go with them. */
const STAYS: ReadonlySet<string> = new Set(['settings', 'views', 'notes', 'decks', 'deckItems', 'deckAnswers'])

/** Deletes all data in the database, in one transaction; settings, views, notes and decks stay. */
export async function emptyStore(store: Store): Promise<Result<null, StoreError>> {
  const tables = store.db.tables.filter(({ name }) => !STAYS.has(name))
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
