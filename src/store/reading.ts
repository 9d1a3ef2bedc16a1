import Dexie from 'dexie'
import type { Report } from '../report/report'
import type { Store, StoreDatabase } from './db'
import { standingIssues, standingPending } from './words'
import type { StandingIssue } from './words'
import { applyCorrections } from './judge'
import { inOrder } from './order'
import type { CorrectionRow, DecisionRow } from './decisionRows'
import type { FileRow, FindingRow, PendingRow, ReportHead, ReportRow, TextRow } from './rows'
import { readReport } from './reportRows'
import { versionsOf } from './versions'
import type { AgencyYear } from './versions'

/** The current version of every agency and year: what lists show and figures count. Years ascending. */
export async function currentHeads(store: Store): Promise<ReportHead[]> {
  const { reports } = store.db
  const current = reports.where('[current+year]').between([1, Dexie.minKey], [1, Dexie.maxKey])
  // A year at a time: what is read at once holds the page up.
  const heads: ReportHead[] = []
  for (const key of await current.uniqueKeys())
    for (const head of await reports.where('[current+year]').equals(key).toArray()) heads.push(head)
  return heads
}

/** The current version of these agencies and years; what has none is left out. */
export function currentHeadsOf(store: Store, keys: readonly AgencyYear[]): Promise<ReportHead[]> {
  return store.db.reports
    .where('[agency+year+current]')
    .anyOf(keys.map(({ agency, year }) => [agency, year, 1]))
    .toArray()
}

/** The current version of these agencies and years with their numbers; what has none is left out. */
export async function currentRows(store: Store, keys: readonly AgencyYear[]): Promise<ReportRow[]> {
  const { db } = store
  return db.transaction('r', [db.reports, db.cells], async () => withCells(db, await currentHeadsOf(store, keys)))
}

const BATCH = 250

/** Every current report with its numbers, in batches, so that memory stays bounded and the first figures need not wait for the last row. */
export async function* allCurrentRows(store: Store): AsyncGenerator<readonly ReportRow[]> {
  const heads = await currentHeads(store)
  for (let from = 0; from < heads.length; from += BATCH)
    yield await withCells(store.db, heads.slice(from, from + BATCH))
}

async function withCells(db: StoreDatabase, heads: readonly ReportHead[]): Promise<ReportRow[]> {
  const cells = await db.cells.bulkGet(heads.map(({ id }) => id))
  return heads.flatMap((head, index) => {
    const own = cells[index]
    if (!own) return []
    const { evidence, cells: numbers, forced, corrected, inError } = own
    return [{ ...head, evidence, cells: numbers, forced, corrected, inError }]
  })
}

/** Everything about one version of a report. */
export interface ReportDetail {
  readonly row: ReportRow
  readonly text: TextRow
  /** In the order in which reading said them, with how they stand. */
  readonly issues: readonly StandingIssue[]
  readonly findings: readonly FindingRow[]
  /** All decisions on this agency and year, newest first, those taken back included. */
  readonly decisions: readonly DecisionRow[]
  /** Corrections that stand but do not count here, because this document says another number than the one corrected. */
  readonly lapsed: readonly CorrectionRow[]
  /** All versions, oldest first. */
  readonly versions: readonly ReportHead[]
  readonly file: FileRow | null
}

/** Reads one version of a report whole, or undefined where it was deleted. */
export async function reportDetail(store: Store, id: string): Promise<ReportDetail | undefined> {
  const { db } = store
  const { reports, cells, texts, issues, findings, decisions, files } = db
  return db.transaction('r', [reports, cells, texts, issues, findings, decisions, files], async () => {
    const head = await reports.get(id)
    const [row] = head ? await withCells(db, [head]) : []
    const text = await texts.get(id)
    if (!head || !row || !text) return undefined
    const { agency, year } = head
    const own = await decisions.where('[agency+year]').equals([agency, year]).toArray()
    return {
      row,
      text,
      issues: await standingIssues(db, head),
      findings: inOrder(await findings.where('report').equals(id).toArray()),
      decisions: own.sort((a, b) => b.at.localeCompare(a.at)),
      lapsed: applyCorrections(own, row.cells).lapsed,
      versions: await versionsOf(db, head),
      file: (await files.get(head.hash)) ?? null,
    }
  })
}

/** A report that waits for its agency or year, with how its issues stand. */
export interface PendingDetail {
  readonly row: PendingRow
  readonly issues: readonly StandingIssue[]
  readonly file: FileRow | null
}

/** Reads a pending report whole, or undefined where it is not pending. */
export async function pendingDetail(store: Store, id: string): Promise<PendingDetail | undefined> {
  const { db } = store
  return db.transaction('r', [db.pending, db.decisions, db.files], async () => {
    const row = await db.pending.get(id)
    if (!row) return undefined
    return { row, issues: await standingPending(db, row), file: (await db.files.get(row.hash)) ?? null }
  })
}

/** The current report of an agency and year. */
export async function currentHead(store: Store, { agency, year }: AgencyYear): Promise<ReportHead | undefined> {
  return store.db.reports.where('[agency+year+current]').equals([agency, year, 1]).first()
}

/** Reports that wait for a person to give their agency or year, newest import first. */
export async function pendingReports(store: Store): Promise<PendingRow[]> {
  const rows = await store.db.pending.toArray()
  return rows.sort((a, b) => b.imported.localeCompare(a.imported))
}

/** One version of a report as it was read, nobody's corrections in it. */
export interface VersionRead {
  readonly head: ReportHead
  readonly report: Report
}

/** Reads versions of one agency and year as their documents have them; what was deleted is left out. Oldest first. */
export async function versionsRead(
  store: Store,
  key: AgencyYear,
  numbers: readonly number[],
): Promise<{ readonly heads: readonly ReportHead[]; readonly read: readonly VersionRead[] }> {
  const { db } = store
  return db.transaction('r', [db.reports, db.cells, db.texts, db.issues], async () => {
    const heads = await versionsOf(db, key)
    const wanted = heads.filter(({ version }) => numbers.includes(version))
    const read = await Promise.all(wanted.map((head) => readReport(db, head)))
    return {
      heads,
      read: wanted.flatMap((head, index) => {
        const report = read[index]
        return report ? [{ head, report }] : []
      }),
    }
  })
}
