import type { Result } from '@/report/report'
import { acceptIssues, reopenIssues } from '@/store/accepted'
import type { AcceptedCells, AcceptedIssues } from '@/store/accepted'
import { assignReport } from '@/store/assign'
import type { Assignment, Reassigned } from '@/store/assign'
import { correctCell, withdrawCorrection } from '@/store/corrections'
import type { Correction } from '@/store/corrections'
import type { DatabaseId, Store } from '@/store/db'
import type { CorrectionRow } from '@/store/decisionRows'
import type { StoreError } from '@/store/storeError'
import { deleteReport, makeCurrent } from '@/store/versions'
import type { AgencyYear } from '@/store/versions'
import { announce } from './changes'
import { databaseOf } from './openDatabases'

type Done<T> = Promise<Result<T, StoreError>>

/** Puts a report, stored or pending, under the agency and year that a person gives; remembered for its bytes. */
export function assign(database: DatabaseId, report: string, assignment: Assignment): Done<Reassigned> {
  return changing(
    database,
    (store) => assignReport(store, report, assignment),
    ({ head, left }) => (left ? [head, left] : [head]),
    true,
  )
}

/** Corrects one cell of a report; the number read is kept beside it. */
export function correct(database: DatabaseId, report: string, correction: Correction): Done<CorrectionRow> {
  return changing(
    database,
    (store) => correctCell(store, report, correction),
    (row) => [row],
  )
}

/** Takes a correction back; it stays in the history. */
export function withdraw(database: DatabaseId, correction: string): Done<AgencyYear> {
  return changing(
    database,
    (store) => withdrawCorrection(store, correction),
    (key) => [key],
  )
}

/** Notes that issues were compared with the original and are right as read; remembered for the bytes. */
export function accept(
  database: DatabaseId,
  report: string,
  cells: readonly AcceptedCells[],
  by: string,
): Done<AcceptedIssues> {
  return changing(
    database,
    (store) => acceptIssues(store, report, cells, by),
    ({ changed }) => changed,
  )
}

/** Takes acceptances back, of all cells or of some. */
export function reopen(
  database: DatabaseId,
  report: string,
  cells: readonly AcceptedCells[],
): Done<readonly AgencyYear[]> {
  return changing(
    database,
    (store) => reopenIssues(store, report, cells),
    (changed) => changed,
  )
}

/** Deletes one version of a report, or a pending one. */
export function remove(database: DatabaseId, report: string): Done<AgencyYear | null> {
  return changing(
    database,
    (store) => deleteReport(store, report),
    (key) => (key ? [key] : []),
    true,
  )
}

/** Lets another version count instead of the newest. */
export function choose(database: DatabaseId, report: string): Done<AgencyYear> {
  return changing(
    database,
    (store) => makeCurrent(store, report),
    (key) => [key],
  )
}

async function changing<T>(
  database: DatabaseId,
  work: (store: Store) => Done<T>,
  changed: (value: T) => readonly AgencyYear[],
  agencies = false,
): Done<T> {
  const opened = await databaseOf(database)
  if (!opened.ok) return opened
  const result = await work(opened.value)
  if (result.ok) {
    const reports = changed(result.value).map(({ agency, year }) => ({ agency, year }))
    announce({ database, reports, agencies, rest: true })
  }
  return result
}
