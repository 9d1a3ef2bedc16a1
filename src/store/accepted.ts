import type { FieldId } from '../form/fields'
import type { Issue, Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { acceptedId, standingOf } from './standing'
import type { StandingInput } from './standing'
import type { AcceptedRow } from './decisionRows'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { rejudge } from './versions'
import type { AgencyYear } from './versions'
import { inputOf, pendingInput, pendingIssues } from './words'

/** What of a report a person found right, or no longer does. */
export interface AcceptedCells {
  /** Id of the issue: `report/ordinal`. */
  readonly issue: string
  /** Of its cells those that are meant; all of them where absent. */
  readonly fields?: readonly FieldId[]
}

/**
 * Notes that issues were compared with the original and are right as read, all of them or none. It belongs to the bytes, the issue and the numbers read,
 * and so outlives deletion and re-import; where reading gives another number some day, the issue is open again.
 */
export async function acceptIssues(
  store: Store,
  report: string,
  cells: readonly AcceptedCells[],
  by: string,
  now = new Date(),
): Promise<Result<AcceptedIssues, StoreError>> {
  const { db } = store
  return write(store, acceptanceTables(db), async () => {
    const { issues, input, head } = await found(db, report, cells)
    const rows: AcceptedRow[] = []
    const accepted: Required<AcceptedCells>[] = []
    for (const [index, { issue: id, fields }] of cells.entries()) {
      const issue = issues[index]
      if (!issue) continue
      const standing = standingOf(issue, input)
      const right = issue.fields.filter((field) => fields?.includes(field) ?? true)
      const valueOf = (field: FieldId): number | null => input.cells[field]?.value ?? null
      rows.push({
        id: acceptedId(input.hash, input.part, issue),
        kind: 'accepted',
        hash: input.hash,
        part: input.part ?? null,
        code: issue.code,
        fields: issue.fields,
        read: Object.fromEntries([...standing.vouched, ...right].map((field) => [field, valueOf(field)])),
        by: by.trim(),
        at: now.toISOString(),
      })
      const fresh = right.filter((field) => !(standing.accepted && standing.vouched.includes(field)))
      accepted.push({ issue: id, fields: fresh })
    }
    await db.decisions.bulkPut(rows)
    return { accepted, changed: await rejudgeBytes(db, head) }
  })
}

/** What an acceptance changed. */
export interface AcceptedIssues {
  /** Of each issue the cells that are vouched for since and were not before: what taking it back undoes. */
  readonly accepted: readonly Required<AcceptedCells>[]
  /** Agencies and years whose report counts differently now; none for a pending report. */
  readonly changed: readonly AgencyYear[]
}

/** Takes acceptances back, of all cells or of some: their issues are open again. */
export async function reopenIssues(
  store: Store,
  report: string,
  cells: readonly AcceptedCells[],
): Promise<Result<readonly AgencyYear[], StoreError>> {
  const { db } = store
  return write(store, acceptanceTables(db), async () => {
    const { issues, input, head } = await found(db, report, cells)
    for (const [index, { fields }] of cells.entries()) {
      const issue = issues[index]
      const accepted = issue && standingOf(issue, input).accepted
      if (!accepted) throw new Refusal(storeError('not-found'))
      const kept = Object.entries(accepted.read).filter(([field]) => fields && !fields.includes(field as FieldId))
      if (kept.length > 0) await db.decisions.put({ ...accepted, read: Object.fromEntries(kept) })
      else await db.decisions.delete(accepted.id)
    }
    return rejudgeBytes(db, head)
  })
}

function acceptanceTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, agencies, decisions, pending } = db
  return [reports, cells, texts, issues, findings, agencies, decisions, pending]
}

interface Found {
  readonly issues: readonly Issue[]
  readonly input: StandingInput
  /** `null` while the report is pending. */
  readonly head: ReportHead | null
}

async function found(db: StoreDatabase, report: string, cells: readonly AcceptedCells[]): Promise<Found> {
  const ids = cells.map(({ issue }) => issue)
  const head = await db.reports.get(report)
  const waiting = head ? undefined : await db.pending.get(report)
  const own = new Map(pendingIssues(waiting).map((issue) => [issue.id, issue]))
  const rows = head ? await db.issues.bulkGet(ids) : ids.map((id) => own.get(id))
  const issues = rows.flatMap((issue) => (issue?.report === report ? [issue] : []))
  const input = head ? await inputOf(db, head) : waiting && (await pendingInput(db, waiting))
  if (issues.length < ids.length || !input) throw new Refusal(storeError('not-found'))
  return { issues, input, head: head ?? null }
}

/** Counts anew every report that was read from the same part of the same bytes. */
async function rejudgeBytes(db: StoreDatabase, head: ReportHead | null): Promise<AgencyYear[]> {
  if (!head) return []
  const same = await db.reports.where('hash').equals(head.hash).toArray()
  const own = same.filter(({ source }) => source.part === head.source.part)
  for (const one of own) await rejudge(db, one)
  return own.map(({ agency, year }) => ({ agency, year }))
}
