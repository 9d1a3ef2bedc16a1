import type { Result } from '@/report/report'
import { DATABASES, openStore } from '@/store/db'
import type { DatabaseId, Store } from '@/store/db'
import type { StoreError } from '@/store/storeError'
import { carried, unpackCarried } from './carried'

type Opening = Promise<Result<Store, StoreError>>

const opened = new Map<DatabaseId, Opening>()
const lostListeners = new Set<(id: DatabaseId, error: StoreError) => void>()

/** The name under which the browser keeps a database. A file that carries its data has one of its own, so that two of them never mix. */
export function databaseName(id: DatabaseId): string {
  return id === 'shared' && carried !== null ? `${DATABASES.shared}.${carried.hash}` : DATABASES[id]
}

/** Opens a database once for the page. One that another page upgraded or deleted is opened anew at the next call. */
export function databaseOf(id: DatabaseId): Opening {
  const known = opened.get(id)
  if (known) return known
  const opening = openOnce(id)
  opened.set(id, opening)
  void opening.then(({ ok }) => {
    if (!ok && opened.get(id) === opening) opened.delete(id)
  })
  return opening
}

/** Waits for the data that this page carries to be in their database; at once where it carries none. What went wrong is told when it is opened. */
export async function whenUnpacked(): Promise<void> {
  if (carried !== null) await databaseOf('shared')
}

async function openOnce(id: DatabaseId): Opening {
  if (id === 'shared' && carried !== null) {
    const unpacked = await unpackCarried(carried, databaseName(id))
    if (!unpacked.ok) return unpacked
  }
  return openStore(databaseName(id), (error) => {
    opened.delete(id)
    for (const listener of lostListeners) listener(id, error)
  })
}

/** Calls `listener` when another page takes a database away. */
export function onDatabaseLost(listener: (id: DatabaseId, error: StoreError) => void): void {
  lostListeners.add(listener)
}
