import type { Result } from '@/report/report'
import { DATABASES, openStore } from '@/store/db'
import type { DatabaseId, Store } from '@/store/db'
import type { StoreError } from '@/store/storeError'

type Opening = Promise<Result<Store, StoreError>>

const opened = new Map<DatabaseId, Opening>()
const lostListeners = new Set<(id: DatabaseId, error: StoreError) => void>()

/** Opens a database once for the page. One that another page upgraded or deleted is opened anew at the next call. */
export function databaseOf(id: DatabaseId): Opening {
  const known = opened.get(id)
  if (known) return known
  const opening = openStore(DATABASES[id], (error) => {
    opened.delete(id)
    for (const listener of lostListeners) listener(id, error)
  })
  opened.set(id, opening)
  void opening.then(({ ok }) => {
    if (!ok && opened.get(id) === opening) opened.delete(id)
  })
  return opening
}

/** Calls `listener` when another page takes a database away. */
export function onDatabaseLost(listener: (id: DatabaseId, error: StoreError) => void): void {
  lostListeners.add(listener)
}
