import type { Store } from './db'
import { inOrder } from './order'
import type { FindingRow, ReportHead } from './rows'
import { standingIssues } from './words'
import type { StandingIssue } from './words'

/** What reading and checking have to say of some reports, by the report's id, in the order in which it was said. */
export interface ReportNotes {
  readonly issues: ReadonlyMap<string, readonly StandingIssue[]>
  readonly findings: ReadonlyMap<string, readonly FindingRow[]>
}

/** Issues, with how they stand, and findings of many reports. A report without any findings has no entry there. */
export async function notesOf(store: Store, heads: readonly ReportHead[]): Promise<ReportNotes> {
  const { db } = store
  const { cells, issues, decisions, findings } = db
  return db.transaction('r', [cells, issues, decisions, findings], async () => {
    const said = await Promise.all(heads.map(async (head) => [head.id, await standingIssues(db, head)] as const))
    const found = await findings
      .where('report')
      .anyOf(heads.map(({ id }) => id))
      .toArray()
    return { issues: new Map(said), findings: byReport(found) }
  })
}

function byReport(rows: readonly FindingRow[]): Map<string, FindingRow[]> {
  const grouped = new Map<string, FindingRow[]>()
  for (const row of rows) {
    const own = grouped.get(row.report)
    if (own) own.push(row)
    else grouped.set(row.report, [row])
  }
  return new Map([...grouped].map(([report, own]) => [report, inOrder(own)]))
}
