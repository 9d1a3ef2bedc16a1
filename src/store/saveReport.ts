import type { FieldId } from '../form/fields'
import type { Report, Result } from '../report/report'
import type { RegisterCopy, ResolvedAgency } from './agencies'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { reportId } from './reportRows'
import type { AssignmentRow, ReportHead } from './rows'
import type { StoreError } from './storeError'
import { place } from './versions'

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
    }
  | {
      readonly outcome: 'unchanged'
      readonly report: string
      /** When the same bytes were imported, ISO date-time. */
      readonly imported: string
      readonly agency: string | null
      readonly agencyName: string | null
      readonly year: number | null
    }
  | {
      readonly outcome: 'pending'
      readonly report: string
      readonly agency: string | null
      readonly agencyName: string | null
      readonly year: number | null
    }

/** Tables that saving and placing reports may touch. */
export function reportTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, files, originals, pending, agencies, decisions } = db
  return [reports, cells, texts, issues, findings, files, originals, pending, agencies, decisions]
}

/**
 * Stores one report with its texts, issues, findings and file in one transaction: whole or not at all. The same bytes again change nothing; other bytes
 * for the same agency and year become a new version. A person's word on whose report these bytes are goes before what reading says.
 */
export async function saveReport(
  store: Store,
  register: RegisterCopy,
  report: Report,
  file: SourceFile,
  now = new Date(),
): Promise<Result<Saved, StoreError>> {
  const { db } = store
  const id = reportId(report, file.hash)
  const result = await write(store, reportTables(db), async (): Promise<Written> => {
    const before = await sameBytes(db, id)
    if (before) return { saved: before, resolved: null }
    const assigned = await assignmentOf(db, id)
    const stored = assigned && (await db.agencies.get(assigned.agency))
    const resolved = stored || report.agency === null ? null : await register.resolve(db, report.agency)
    const agency = stored ?? resolved?.agency ?? null
    const year = assigned?.year ?? report.year
    const entry = { id, hash: file.hash, imported: now.toISOString() }
    await putFile(db, file, entry)
    if (!agency || year === null) {
      await db.pending.put({ ...entry, report, agency: agency?.id ?? null, year })
      const waiting = { report: id, agency: agency?.id ?? null, agencyName: agency?.name ?? null, year }
      return { saved: { outcome: 'pending', ...waiting }, resolved }
    }
    const placed = await place(db, report, entry, agency, year)
    const saved: Saved = {
      outcome: placed.head.version === 1 ? 'new' : 'version',
      ...placed,
      agencyName: agency.name,
      agencyCreated: resolved?.created ?? false,
      candidates: resolved?.candidates ?? [],
    }
    return { saved, resolved }
  })
  if (!result.ok) return result
  const { saved, resolved } = result.value
  if (resolved && report.agency !== null) register.learn(report.agency, resolved)
  return { ok: true, value: saved }
}

interface Written {
  readonly saved: Saved
  readonly resolved: ResolvedAgency | null
}

async function sameBytes(db: StoreDatabase, id: string): Promise<Saved | null> {
  const head = await db.reports.get(id)
  const waiting = head ? undefined : await db.pending.get(id)
  const known = head ?? waiting
  if (!known) return null
  const { agency, year, imported } = known
  const agencyName = agency === null ? null : ((await db.agencies.get(agency))?.name ?? null)
  return waiting
    ? { outcome: 'pending', report: id, agency, agencyName, year }
    : { outcome: 'unchanged', report: id, imported, agency, agencyName, year }
}

async function putFile(
  db: StoreDatabase,
  file: SourceFile,
  { id, hash, imported }: { id: string; hash: string; imported: string },
): Promise<void> {
  const before = await db.files.get(hash)
  const kept = before?.kept === true || file.bytes !== undefined
  const reports = [...new Set([...(before?.reports ?? []), id])]
  await db.files.put(
    before ? { ...before, reports, kept } : { hash, name: file.name, size: file.size, imported, reports, kept },
  )
  if (file.bytes && before?.kept !== true) await db.originals.put({ hash, bytes: file.bytes })
}

async function assignmentOf(db: StoreDatabase, report: string): Promise<AssignmentRow | undefined> {
  const decision = await db.decisions.get(`assignment:${report}`)
  return decision?.kind === 'assignment' ? decision : undefined
}
