import type { Result } from '@/report/report'
import type { Assignment } from '@/store/assign'
import type { DatabaseId, Store } from '@/store/db'
import { assignDocument, deleteDocument } from '@/store/documents'
import { finishFilling } from '@/store/filling'
import type { Finish } from '@/store/filling'
import type { DocumentRow } from '@/store/rows'
import type { StoreError } from '@/store/storeError'
import type { AgencyYear } from '@/store/versions'
import { announce } from './changes'
import { databaseOf } from './openDatabases'

/** Puts a document that is kept without numbers under the agency and year that a person gives; remembered for its bytes. */
export function assignKept(
  database: DatabaseId,
  id: string,
  assignment: Assignment,
): Promise<Result<{ readonly row: DocumentRow; readonly agencyName: string }, StoreError>> {
  return changing(database, (store) => assignDocument(store, id, assignment))
}

/** Deletes a document that is kept without numbers. */
export function removeKept(database: DatabaseId, id: string): Promise<Result<null, StoreError>> {
  return changing(database, (store) => deleteDocument(store, id))
}

/** Makes the report of a scan of what was typed beside it. */
export function finishKept(database: DatabaseId, id: string, finish: Finish): Promise<Result<AgencyYear, StoreError>> {
  return changing(
    database,
    (store) => finishFilling(store, id, finish),
    (key) => [key],
  )
}

async function changing<T>(
  database: DatabaseId,
  work: (store: Store) => Promise<Result<T, StoreError>>,
  changed: (value: T) => readonly AgencyYear[] = () => [],
): Promise<Result<T, StoreError>> {
  const opened = await databaseOf(database)
  if (!opened.ok) return opened
  const result = await work(opened.value)
  if (result.ok) announce({ database, reports: changed(result.value), agencies: true, rest: true })
  return result
}
