import type { Result } from '../report/report'
import { openStore } from '../store/db'
import type { Store } from '../store/db'
import type { StoreError } from '../store/storeError'

const opened = new Map<string, Promise<Result<Store, StoreError>>>()

/** Opens a database once for this worker; one that was lost or could not be opened is opened anew at the next call. */
export function storeOf(database: string): Promise<Result<Store, StoreError>> {
  const known = opened.get(database)
  if (known) return known
  const forget = (): void => {
    opened.delete(database)
  }
  const opening = openStore(database, forget)
  opened.set(database, opening)
  void opening.then(({ ok }) => {
    if (!ok) forget()
  })
  return opening
}
