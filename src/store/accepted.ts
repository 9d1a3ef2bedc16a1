import type { FieldId } from '../form/fields'
import type { Issue, Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { acceptedId, standingOf } from './standing'
import type { StandingInput } from './standing'
import type { AcceptedRow, ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { rejudge } from './versions'
import type { AgencyYear } from './versions'
import { inputOf, pendingInput, pendingIssues } from './words'

/** What a person found right. */
export interface Acceptance {
  /** Id of the issue: `report/ordinal`. */
  readonly issue: string
  /** Of its cells those that are right; all of them where absent. */
  readonly fields?: readonly FieldId[]
  readonly by: string
}

/** What an acceptance changed. */
export interface Accepted {
  /** Cells that it vouches for and that were not vouched for before: what taking it back undoes. */
  readonly fields: readonly FieldId[]
  /** Agencies and years whose report counts differently now; none for a pending report. */
  readonly changed: readonly AgencyYear[]
}

/**
 * Notes that an issue was compared with the original and is right as read. It belongs to the bytes, the issue and the numbers read, and so outlives
 * deletion and re-import; where reading gives another number some day, the issue is open again.
 */
export async function acceptIssue(
  store: Store,
  report: string,
  { issue: id, fields, by }: Acceptance,
  now = new Date(),
): Promise<Result<Accepted, StoreError>> {
  const { db } = store
  return write(store, acceptanceTables(db), async () => {
    const { issue, input, head } = await found(db, report, id)
    const { vouched, accepted } = standingOf(issue, input)
    const right = issue.fields.filter((field) => fields?.includes(field) ?? true)
    const valueOf = (field: FieldId): number | null => input.cells[field]?.value ?? null
    const row: AcceptedRow = {
      id: acceptedId(input.hash, input.part, issue),
      kind: 'accepted',
      hash: input.hash,
      part: input.part ?? null,
      code: issue.code,
      fields: issue.fields,
      read: Object.fromEntries([...vouched, ...right].map((field) => [field, valueOf(field)])),
      by: by.trim(),
      at: now.toISOString(),
    }
    await db.decisions.put(row)
    const fresh = right.filter((field) => !(accepted && vouched.includes(field)))
    return { fields: fresh, changed: await rejudgeBytes(db, head) }
  })
}

/** Takes an acceptance back, of all cells or of some: the issue is open again. */
export async function reopenIssue(
  store: Store,
  report: string,
  { issue: id, fields }: Omit<Acceptance, 'by'>,
): Promise<Result<readonly AgencyYear[], StoreError>> {
  const { db } = store
  return write(store, acceptanceTables(db), async () => {
    const { issue, input, head } = await found(db, report, id)
    const { accepted } = standingOf(issue, input)
    if (!accepted) throw new Refusal(storeError('not-found'))
    const kept = Object.entries(accepted.read).filter(([field]) => fields && !fields.includes(field as FieldId))
    if (kept.length > 0) await db.decisions.put({ ...accepted, read: Object.fromEntries(kept) })
    else await db.decisions.delete(accepted.id)
    return rejudgeBytes(db, head)
  })
}

function acceptanceTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, agencies, decisions, pending } = db
  return [reports, cells, texts, issues, findings, agencies, decisions, pending]
}

interface Found {
  readonly issue: Issue
  readonly input: StandingInput
  /** `null` while the report is pending. */
  readonly head: ReportHead | null
}

async function found(db: StoreDatabase, report: string, id: string): Promise<Found> {
  const head = await db.reports.get(report)
  const waiting = head ? undefined : await db.pending.get(report)
  const issue = head ? await db.issues.get(id) : pendingIssues(waiting).find((own) => own.id === id)
  const input = head ? await inputOf(db, head) : waiting && (await pendingInput(db, waiting))
  if (!issue || issue.report !== report || !input) throw new Refusal(storeError('not-found'))
  return { issue, input, head: head ?? null }
}

/** Counts anew every report that was read from the same part of the same bytes. */
async function rejudgeBytes(db: StoreDatabase, head: ReportHead | null): Promise<AgencyYear[]> {
  if (!head) return []
  const same = await db.reports.where('hash').equals(head.hash).toArray()
  const own = same.filter(({ source }) => source.part === head.source.part)
  for (const one of own) await rejudge(db, one)
  return own.map(({ agency, year }) => ({ agency, year }))
}
