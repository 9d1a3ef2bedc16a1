import Dexie from 'dexie'
import type { FieldId } from '../form/fields'
import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import type { Report, Result } from '../report/report'
import { dropOrphan } from './agencies'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { applyCorrections, judge } from './judge'
import { differingCells, headOf, kept, putFindings, putReport, readReport } from './reportRows'
import type { Entry } from './reportRows'
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
}

/** All versions of one agency and year, oldest first. */
export function versionsOf(db: StoreDatabase, { agency, year }: AgencyYear): Promise<ReportHead[]> {
  return db.reports
    .where('[agency+year+version]')
    .between([agency, year, Dexie.minKey], [agency, year, Dexie.maxKey])
    .toArray()
}

/** Writes a report as the newest and current version of its agency and year. Call inside a transaction over all report tables. */
export async function place(
  db: StoreDatabase,
  report: Report,
  entry: Entry,
  agency: Agency,
  year: number,
): Promise<Placed> {
  const [versions, decisions] = await Promise.all([
    versionsOf(db, { agency: agency.id, year }),
    db.decisions.where('[agency+year]').equals([agency.id, year]).toArray(),
  ])
  const before = versions.find(({ current }) => current === 1)
  const cellsBefore = before && (await db.cells.get(before.id))
  const version = Math.max(0, ...versions.map((head) => head.version)) + 1
  const { corrected, lapsed } = applyCorrections(decisions, report.cells)
  const verdict = judge(kept(report, agency, year), corrected)
  const head = headOf(report, entry, { agency, year, version, current: 1 }, verdict)
  await Promise.all([
    before ? db.reports.update(before.id, { current: 0 }) : null,
    putReport(db, report, head, verdict),
  ])
  return {
    head,
    differing: cellsBefore ? differingCells(cellsBefore.cells, report.cells) : null,
    lapsed: lapsed.map(({ field }) => field),
    findings: verdict.findings,
  }
}

/** Judges a stored report anew with the corrections that stand, and writes what changed. Call inside a transaction. */
export async function rejudge(db: StoreDatabase, head: ReportHead): Promise<ReportHead> {
  const report = await readReport(db, head)
  const agency = await db.agencies.get(head.agency)
  if (!report || !agency) throw new Refusal(storeError('not-found'))
  const decisions = await db.decisions.where('[agency+year]').equals([head.agency, head.year]).toArray()
  const { corrected } = applyCorrections(decisions, report.cells)
  const verdict = judge(kept(report, agency, head.year), corrected)
  const after: ReportHead = { ...head, counts: verdict.counts }
  await db.findings.where('report').equals(head.id).delete()
  await Promise.all([
    db.reports.put(after),
    db.cells.update(head.id, { forced: verdict.forced, corrected: verdict.corrected, inError: verdict.inError }),
    putFindings(db, head.id, verdict),
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
  const { reports, cells, texts, issues, findings, pending, files, originals, agencies, decisions } = db
  const tables = [reports, cells, texts, issues, findings, pending, files, originals, agencies, decisions]
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

async function releaseFile(db: StoreDatabase, hash: string, report: string): Promise<void> {
  const file = await db.files.get(hash)
  const others = file?.reports.filter((id) => id !== report) ?? []
  if (file && others.length > 0) await db.files.put({ ...file, reports: others })
  else await Promise.all([db.files.delete(hash), db.originals.delete(hash)])
}
