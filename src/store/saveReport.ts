import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import type { Issue, Report, Result } from '../report/report'
import type { RegisterCopy } from './agencies'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { ReportHead } from './rows'
import { SavingBatch } from './savingBatch'
import type { StoreError } from './storeError'

/** The bytes that a report was read from. */
export interface SourceFile {
  readonly hash: string
  /** Path as imported. */
  readonly name: string
  readonly size: number
  /** Given where the original is to be kept. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** What became of a report that was read. */
export type Saved =
  | {
      readonly outcome: 'new' | 'version'
      readonly head: ReportHead
      readonly agencyName: string
      readonly agencyCreated: boolean
      /** Other agencies that the name may stand for. */
      readonly candidates: readonly string[]
      /** Cells that differ from the version before; `null` for the first. */
      readonly differing: number | null
      readonly lapsed: readonly FieldId[]
      readonly findings: readonly Finding[]
      /** Issues that a person should still look at. */
      readonly open: readonly Issue[]
    }
  | {
      readonly outcome: 'unchanged'
      readonly report: string
      /** When the same bytes were imported, ISO date-time. */
      readonly imported: string
      readonly agency: string | null
      readonly agencyName: string | null
      readonly year: number | null
      readonly open: readonly Issue[]
    }
  | {
      readonly outcome: 'pending'
      readonly report: string
      readonly agency: string | null
      readonly agencyName: string | null
      readonly year: number | null
      /** Agencies that the name may stand for. */
      readonly candidates: readonly string[]
      readonly open: readonly Issue[]
    }

/** Tables that saving and placing reports may touch. */
export function reportTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, files, originals, pending, agencies, stamps, decisions } = db
  const { documents } = db
  return [reports, cells, texts, issues, findings, files, originals, pending, agencies, stamps, decisions, documents]
}

/** A report that was read, and the bytes it was read from. */
export interface ReadReport {
  readonly report: Report
  readonly file: SourceFile
}

/** Stores one report: see `saveReports`. */
export async function saveReport(
  store: Store,
  register: RegisterCopy,
  report: Report,
  file: SourceFile,
  now = new Date(),
): Promise<Result<Saved, StoreError>> {
  const result = await saveReports(store, register, [{ report, file }], now)
  if (!result.ok) return result
  const [saved] = result.value
  if (!saved) throw new Error('a report was saved without a result')
  return { ok: true, value: saved }
}

/**
 * Stores reports, each with its texts, issues, findings and file, in one transaction: all of them whole, or none at all. The same bytes again change
 * nothing; other bytes for the same agency and year become a new version. A person's word on whose report these bytes are goes before what reading says.
 * No report may come twice among them.
 */
export async function saveReports(
  store: Store,
  register: RegisterCopy,
  reads: readonly ReadReport[],
  now = new Date(),
): Promise<Result<readonly Saved[], StoreError>> {
  const { db } = store
  const batch = new SavingBatch(db, register, now)
  let committed = false
  try {
    const result = await write(store, reportTables(db), async () => await batch.save(reads))
    committed = result.ok
    return result
  } finally {
    if (!committed) batch.undo()
  }
}
