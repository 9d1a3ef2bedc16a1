import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import type { Report, Result } from '../report/report'
import type { RegisterCopy, ResolvedAgency } from './agencies'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { reportId } from './reportRows'
import type { AssignmentRow, FileRow, ReportHead } from './rows'
import type { StoreError } from './storeError'
import { place, versionsOf } from './versions'

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
      /** Agencies that the name may stand for. */
      readonly candidates: readonly string[]
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
    // What does not depend on each other is asked in one turn: a turn costs more than a row.
    const [before, known, assigned, resolvedByName] = await Promise.all([
      sameBytes(db, id),
      db.files.get(file.hash),
      assignmentOf(db, id),
      report.agency === null ? null : register.resolve(db, report.agency),
    ])
    if (before) return { saved: before, resolved: null }
    const stored = assigned && (await db.agencies.get(assigned.agency))
    const resolved = stored ? null : resolvedByName
    const year = assigned?.year ?? report.year
    const entry = { id, hash: file.hash, imported: now.toISOString() }
    const filing = putFile(db, file, known, entry)
    const agency = stored ?? (resolved && !(await isClash(db, resolved, year)) ? resolved.agency : null)
    const adding = agency && resolved?.created ? db.agencies.add(agency) : null
    if (!agency || year === null) {
      const waiting = { agency: agency?.id ?? null, year }
      await Promise.all([filing, adding, db.pending.put({ ...entry, report, ...waiting })])
      const candidates = resolved?.candidates ?? []
      const saved: Saved = { outcome: 'pending', report: id, ...waiting, agencyName: agency?.name ?? null, candidates }
      return { saved, resolved: agency && resolved }
    }
    const [placed] = await Promise.all([place(db, report, entry, agency, year), filing, adding])
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
  if (resolved) register.learn(resolved)
  return { ok: true, value: saved }
}

interface Written {
  readonly saved: Saved
  readonly resolved: ResolvedAgency | null
}

/**
 * Whether a name that may stand for several agencies (a bare 教育局) meets another report of the year under the same name: it may be another body's, and
 * must not take its place as a newer version.
 */
async function isClash(db: StoreDatabase, resolved: ResolvedAgency, year: number | null): Promise<boolean> {
  if (resolved.candidates.length === 0 || resolved.created || year === null) return false
  return (await versionsOf(db, { agency: resolved.agency.id, year })).length > 0
}

async function sameBytes(db: StoreDatabase, id: string): Promise<Saved | null> {
  const [head, waiting] = await Promise.all([db.reports.get(id), db.pending.get(id)])
  const known = head ?? waiting
  if (!known) return null
  const { agency, year, imported } = known
  const agencyName = agency === null ? null : ((await db.agencies.get(agency))?.name ?? null)
  return waiting
    ? { outcome: 'pending', report: id, agency, agencyName, year, candidates: [] }
    : { outcome: 'unchanged', report: id, imported, agency, agencyName, year }
}

async function putFile(
  db: StoreDatabase,
  file: SourceFile,
  before: FileRow | undefined,
  { id, hash, imported }: { id: string; hash: string; imported: string },
): Promise<void> {
  const kept = before?.kept === true || file.bytes !== undefined
  const reports = [...new Set([...(before?.reports ?? []), id])]
  const row = before ?? { hash, name: file.name, size: file.size, imported }
  await Promise.all([
    db.files.put({ ...row, reports, kept }),
    file.bytes && before?.kept !== true ? db.originals.put({ hash, bytes: file.bytes }) : null,
  ])
}

async function assignmentOf(db: StoreDatabase, report: string): Promise<AssignmentRow | undefined> {
  const decision = await db.decisions.get(`assignment:${report}`)
  return decision?.kind === 'assignment' ? decision : undefined
}
