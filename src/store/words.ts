import type { Report } from '../report/report'
import type { Store, StoreDatabase } from './db'
import { applyCorrections } from './judge'
import { inOrder } from './order'
import { NO_WORDS, standingOf } from './standing'
import type { Standing, StandingInput, Words } from './standing'
import type { AcceptedRow } from './decisionRows'
import type { IssueRow, PendingRow, ReportHead } from './rows'

/** An issue of a report, and how it stands. */
export interface StandingIssue extends IssueRow, Standing {}

/** Issues of a stored report in the order in which reading said them, with how they stand. Call inside a transaction. */
export async function standingIssues(db: StoreDatabase, head: ReportHead): Promise<StandingIssue[]> {
  const [issues, input] = await Promise.all([db.issues.where('report').equals(head.id).toArray(), inputOf(db, head)])
  return inOrder(issues).map((issue) => ({ ...issue, ...standingOf(issue, input) }))
}

/** The same of many reports, by the report's id. */
export function issuesOf(
  { db }: Store,
  heads: readonly ReportHead[],
): Promise<ReadonlyMap<string, readonly StandingIssue[]>> {
  return db.transaction('r', [db.cells, db.issues, db.decisions], async () => {
    const said = await Promise.all(heads.map(async (head) => [head.id, await standingIssues(db, head)] as const))
    return new Map(said)
  })
}

/** The same of a report that waits for its agency or year. */
export async function standingPending(db: StoreDatabase, row: PendingRow): Promise<StandingIssue[]> {
  const input = await pendingInput(db, row)
  return pendingIssues(row).map((issue) => ({ ...issue, ...standingOf(issue, input) }))
}

/** Issues of a pending report as rows; their ids are those that they will have. */
export function pendingIssues(row: PendingRow | undefined): IssueRow[] {
  return (row?.report.issues ?? []).map((issue, index) => ({
    ...issue,
    id: `${row?.id ?? ''}/${String(index)}`,
    report: row?.id ?? '',
  }))
}

/** What the issues of a stored report stand by. Call inside a transaction. */
export async function inputOf(db: StoreDatabase, head: ReportHead): Promise<StandingInput> {
  const { id, hash, agency, year, source } = head
  const [cells, decisions, words] = await Promise.all([
    db.cells.get(id),
    db.decisions.where('[agency+year]').equals([agency, year]).toArray(),
    wordsOn(db, { id, hash }),
  ])
  const own: Report['cells'] = cells?.cells ?? {}
  return { hash, part: source.part, cells: own, corrected: applyCorrections(decisions, own).corrected, words }
}

/** What the issues of a pending report stand by. Nothing of it can be corrected yet. */
export async function pendingInput(db: StoreDatabase, { id, hash, report }: PendingRow): Promise<StandingInput> {
  const words = await wordsOn(db, { id, hash })
  return { hash, part: report.source.part, cells: report.cells, corrected: {}, words }
}

/** What people have said about a report's bytes. Call inside a transaction that reads `decisions`. */
export async function wordsOn(db: StoreDatabase, { id, hash }: { id: string; hash: string }): Promise<Words> {
  const [rows, assigned] = await Promise.all([
    db.decisions.where('id').startsWith(`accepted:${hash}:`).toArray(),
    db.decisions.get(`assignment:${id}`),
  ])
  if (rows.length === 0 && !assigned) return NO_WORDS
  const accepted = rows.filter((row): row is AcceptedRow => row.kind === 'accepted')
  return { accepted: new Map(accepted.map((row) => [row.id, row])), assigned: assigned !== undefined }
}
