import type { Store } from './db'
import type { FindingRow, IssueRow } from './rows'

/** What reading and checking have to say of some reports, by the report's id, in the order in which it was said. */
export interface ReportNotes {
  readonly issues: ReadonlyMap<string, readonly IssueRow[]>
  readonly findings: ReadonlyMap<string, readonly FindingRow[]>
}

/** Issues and findings of many reports at one go. A report without any has no entry. */
export async function notesOf(store: Store, reports: readonly string[]): Promise<ReportNotes> {
  const { issues, findings } = store.db
  const [said, found] = await Promise.all([
    issues.where('report').anyOf(reports).toArray(),
    findings.where('report').anyOf(reports).toArray(),
  ])
  return { issues: byReport(said), findings: byReport(found) }
}

function byReport<T extends { readonly id: string; readonly report: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    const own = grouped.get(row.report)
    if (own) own.push(row)
    else grouped.set(row.report, [row])
  }
  // Ids are `report/ordinal`.
  const ordinal = ({ id, report }: T): number => Number(id.slice(report.length + 1))
  for (const own of grouped.values()) own.sort((a, b) => ordinal(a) - ordinal(b))
  return grouped
}
