import Dexie from 'dexie'
import type { FieldId } from '../form/fields'
import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import type { Issue, Report, Result } from '../report/report'
import { dropOrphan } from './agencies'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { wordsOn } from './words'
import { judge } from './judge'
import type { Words } from './standing'
import { differingCells, findingRows, headOf, kept, putRows, readReport, rowsOf } from './reportRows'
import type { Entry, ReportRows } from './reportRows'
import type { DecisionRow } from './decisionRows'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'

/** Agency and year whose figures may have changed. */
export interface AgencyYear {
  readonly agency: string
  readonly year: number
}

/** A report that has found its place. */
export interface Placed {
  readonly head: ReportHead
  /** Cells that differ from the version before, where there is one. */
  readonly differing: number | null
  /** Corrections that count no more, because the document says another number now. */
  readonly lapsed: readonly FieldId[]
  readonly findings: readonly Finding[]
  /** Issues that a person should still look at. */
  readonly open: readonly Issue[]
}

/** All versions of one agency and year, oldest first. */
export function versionsOf(db: StoreDatabase, { agency, year }: AgencyYear): Promise<ReportHead[]> {
  return db.reports
    .where('[agency+year+version]')
    .between([agency, year, Dexie.minKey], [agency, year, Dexie.maxKey])
    .toArray()
}

/** What lies under an agency and year, as far as a report that comes there has to know. */
export interface Filed {
  /** Oldest first. */
  readonly versions: readonly ReportHead[]
  readonly decisions: readonly DecisionRow[]
  /** Cells of the version that counts. */
  readonly cells: Report['cells'] | null
}

/** Reads what lies under agencies and years, in their order. Call inside a transaction. */
export async function filedUnder(db: StoreDatabase, keys: readonly AgencyYear[]): Promise<Filed[]> {
  const anyDecision = (await db.decisions.count()) > 0
  const decisionsOn = async ({ agency, year }: AgencyYear): Promise<DecisionRow[]> =>
    anyDecision ? db.decisions.where('[agency+year]').equals([agency, year]).toArray() : []
  const [versions, decisions] = await Promise.all([
    Promise.all(keys.map((key) => versionsOf(db, key))),
    Promise.all(keys.map(decisionsOn)),
  ])
  const current = versions.flatMap((own) => own.find((head) => head.current === 1)?.id ?? [])
  const rows = await db.cells.bulkGet(current)
  const cells = new Map(rows.flatMap((row) => (row ? [[row.report, row.cells]] : [])))
  return versions.map((own, index) => ({
    versions: own,
    decisions: decisions[index] ?? [],
    cells: own.map(({ id }) => cells.get(id)).find((found) => found !== undefined) ?? null,
  }))
}

/** The agency and year that a report goes under. */
export interface Whose {
  readonly agency: Agency
  readonly year: number
}

/** A report that has found its place, the rows that say so, and what lies there then. */
export interface Placing {
  readonly placed: Placed
  readonly rows: ReportRows
  readonly filed: Filed
}

/**
 * Makes a report the newest version of its agency and year, and the current one unless it yields to one that is there. Figures for comparison, which another
 * year's report gives, do not take the place of the year's own report.
 */
export function placing(
  report: Report,
  entry: Entry,
  { agency, year }: Whose,
  filed: Filed,
  words: Words,
  yields = false,
): Placing {
  const { versions, decisions, cells } = filed
  const version = Math.max(0, ...versions.map((head) => head.version)) + 1
  const verdict = judge(kept(report, agency, year), { hash: entry.hash, words, decisions })
  const differing = cells ? differingCells(cells, report.cells) : null
  const counting = versions.find((head) => head.current === 1)
  const isBeside = report.source.beside === true && counting?.source.beside !== true
  const givesWay = counting !== undefined && (yields || isBeside)
  const head: ReportHead = {
    ...headOf(report, entry, { agency, year, version, current: givesWay ? 0 : 1 }, verdict),
    ...(differing === null ? {} : { differing }),
  }
  const rows = rowsOf(report, head, verdict)
  const before = givesWay ? versions : versions.map((other) => ({ ...other, current: 0 as const }))
  const superseded = givesWay ? [] : before.filter((_, index) => versions[index]?.current === 1)
  return {
    placed: {
      head,
      differing,
      lapsed: givesWay ? [] : verdict.lapsed.map(({ field }) => field),
      findings: verdict.findings,
      open: verdict.open,
    },
    rows: { ...rows, reports: [...superseded, head] },
    filed: { versions: [...before, head], decisions, cells: givesWay ? cells : report.cells },
  }
}

/** Writes a report as the newest version of its agency and year: see `placing`. Call inside a transaction over all report tables. */
export async function place(
  db: StoreDatabase,
  report: Report,
  entry: Entry,
  agency: Agency,
  year: number,
): Promise<Placed> {
  const [filed = NOTHING_FILED] = await filedUnder(db, [{ agency: agency.id, year }])
  const { placed, rows } = placing(report, entry, { agency, year }, filed, await wordsOn(db, entry))
  await putRows(db, [rows])
  return placed
}

export const NOTHING_FILED: Filed = { versions: [], decisions: [], cells: null }

/** Judges a stored report anew with the corrections that stand, and writes what changed. Call inside a transaction. */
export async function rejudge(db: StoreDatabase, head: ReportHead): Promise<ReportHead> {
  const report = await readReport(db, head)
  const agency = await db.agencies.get(head.agency)
  if (!report || !agency) throw new Refusal(storeError('not-found'))
  const decisions = await db.decisions.where('[agency+year]').equals([head.agency, head.year]).toArray()
  const words = await wordsOn(db, head)
  const verdict = judge(kept(report, agency, head.year), { hash: head.hash, words, decisions })
  const after: ReportHead = { ...head, counts: verdict.counts }
  await db.findings.where('report').equals(head.id).delete()
  await Promise.all([
    db.reports.put(after),
    db.cells.update(head.id, { forced: verdict.forced, corrected: verdict.corrected, inError: verdict.inError }),
    db.findings.bulkPut(findingRows(head.id, verdict)),
  ])
  return after
}

/** After the current version left its place: the newest that remains becomes current. Call inside a transaction. */
export async function promoteNewest(db: StoreDatabase, key: AgencyYear): Promise<void> {
  const versions = await versionsOf(db, key)
  const newest = versions[versions.length - 1]
  if (newest && !versions.some(({ current }) => current === 1)) await db.reports.update(newest.id, { current: 1 })
}

/** Lets another version count instead of the newest. */
export async function makeCurrent(store: Store, id: string): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, [db.reports], async () => {
    const head = await db.reports.get(id)
    if (!head) throw new Refusal(storeError('not-found'))
    for (const other of await versionsOf(db, head))
      await db.reports.update(other.id, { current: other.id === id ? 1 : 0 })
    return { agency: head.agency, year: head.year }
  })
}

/** Deletes one version, or a pending report, with its texts, issues and findings, and the original where nothing else was read from it. */
export async function deleteReport(store: Store, id: string): Promise<Result<AgencyYear | null, StoreError>> {
  const { db } = store
  const { reports, cells, texts, issues, findings, pending, files, originals, agencies, decisions, documents } = db
  const tables = [reports, cells, texts, issues, findings, pending, files, originals, agencies, decisions, documents]
  return write(store, tables, async () => {
    const head = await reports.get(id)
    const waiting = head ? undefined : await pending.get(id)
    const hash = head?.hash ?? waiting?.hash
    if (hash === undefined) throw new Refusal(storeError('not-found'))
    await Promise.all([
      reports.delete(id),
      cells.delete(id),
      texts.delete(id),
      issues.where('report').equals(id).delete(),
      findings.where('report').equals(id).delete(),
      pending.delete(id),
    ])
    await releaseFile(db, hash, id)
    if (!head) return null
    await promoteNewest(db, head)
    await dropOrphan(db, head)
    return { agency: head.agency, year: head.year }
  })
}

/** Lets go of the file that a report or document was read from, and its bytes, where nothing else was. Call inside a transaction. */
export async function releaseFile(db: StoreDatabase, hash: string, report: string): Promise<void> {
  const file = await db.files.get(hash)
  const others = file?.reports.filter((id) => id !== report) ?? []
  if (file && others.length > 0) await db.files.put({ ...file, reports: others })
  else await Promise.all([db.files.delete(hash), db.originals.delete(hash)])
}
