import { fieldOf } from '@/form/fields'
import type { Field, FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import { countingCell } from '@/report/countingCell'
import type { CountingState } from '@/report/countingCell'
import type { Severity } from '@/report/report'
import type { ReportDetail } from '@/store/reading'
import type { CorrectionRow } from '@/store/decisionRows'
import type { ReportRow } from '@/store/rows'
import type { StandingIssue } from '@/store/words'
import { suspectCells } from './suspects'

/** One cell of a report as pages show it: the number that counts, where it comes from, and what is said about it. */
export interface CellView {
  readonly field: Field
  /** The number that counts; `null` is blank or unread, never 0. */
  readonly value: number | null
  readonly state: CountingState
  /** What reading took from the document. */
  readonly read: number | null
  readonly raw: string
  /** The number that the sums force on a blank cell; offered beside it, never in it. */
  readonly forced: number | null
  readonly issues: readonly StandingIssue[]
  /** A person compared it with the original and found it right as read; its state stays what it was. */
  readonly vouched: boolean
  readonly findings: readonly ShownFinding[]
  /** The gravest finding on it. */
  readonly severity: Severity | null
  /** The gravest finding that suspects this cell of all those of its identity. */
  readonly suspected: Severity | null
  /** Corrections of this cell, newest first, those taken back included. */
  readonly history: readonly CorrectionRow[]
}

/** A finding as a report shows it. */
export interface ShownFinding extends Finding {
  readonly id: string
}

export type CellViews = ReadonlyMap<FieldId, CellView>

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

/** The gravest of some severities. */
function gravest(severities: readonly Severity[]): Severity | null {
  return severities.reduce<Severity | null>(
    (worst, one) => (worst === null || WEIGHT[one] > WEIGHT[worst] ? one : worst),
    null,
  )
}

/** What of a report its cells are shown by; one that waits for its agency or year has no findings yet. */
export interface ViewedReport extends Pick<ReportDetail, 'issues' | 'decisions'> {
  readonly findings: readonly ShownFinding[]
  readonly row: Pick<ReportRow, 'cells' | 'corrected' | 'forced'>
}

/** Every cell of the report's tables by field id. */
export function cellViews(detail: ViewedReport): CellViews {
  const { row } = detail
  const ids = Object.keys(row.cells) as FieldId[]
  const issues = byField(ids, detail.issues)
  const findings = byField(ids, detail.findings)
  const suspects = suspectCells(detail.findings)
  return new Map(
    ids.map((id): [FieldId, CellView] => {
      const { value, state } = countingCell(row, id)
      const found = findings.get(id) ?? []
      return [
        id,
        {
          field: fieldOf(id),
          value,
          state,
          read: row.cells[id]?.value ?? null,
          raw: row.cells[id]?.raw ?? '',
          forced: row.forced[id] ?? null,
          issues: issues.get(id) ?? [],
          vouched: isVouched(id, issues.get(id) ?? []) && row.corrected[id] === undefined,
          findings: found,
          severity: gravest(found.map(({ severity }) => severity)),
          suspected: gravest(found.flatMap((one) => (suspects.get(one) === id ? one.severity : []))),
          history: detail.decisions.filter(
            (one): one is CorrectionRow => one.kind === 'correction' && one.field === id,
          ),
        },
      ]
    }),
  )
}

/** Every issue on the cell is settled, one of them by its being found right. */
function isVouched(id: FieldId, issues: readonly StandingIssue[]): boolean {
  return issues.some(({ vouched }) => vouched.includes(id)) && !issues.some(({ left }) => left.includes(id))
}

function byField<T extends { readonly fields: readonly FieldId[] }>(
  ids: readonly FieldId[],
  rows: readonly T[],
): Map<FieldId, T[]> {
  const map = new Map<FieldId, T[]>(ids.map((id) => [id, []]))
  for (const row of rows) for (const id of row.fields) map.get(id)?.push(row)
  return map
}

/** How many cells there are of each origin, and how many blanks the sums force. */
export function originCounts(views: CellViews): Readonly<Record<CountingState | 'forced', number>> {
  const counts = { printed: 0, repaired: 0, inferred: 0, corrected: 0, blank: 0, unread: 0, forced: 0 }
  for (const view of views.values()) {
    counts[view.state] += 1
    if (view.value === null && view.forced !== null) counts.forced += 1
  }
  return counts
}
