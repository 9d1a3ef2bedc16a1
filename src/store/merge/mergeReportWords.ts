import type { AcceptedRow, AssignmentRow, DecisionRow } from '../decisionRows'
import type { StoreDatabase } from '../db'
import type { ForeignHead } from './foreignReport'
import type { MergeNotes } from './outcome'

/** What belongs to bytes and not to an agency and year. */
interface WordsMerge {
  readonly db: StoreDatabase
  readonly ids: ReadonlyMap<string, string>
  readonly said: readonly DecisionRow[]
  readonly notes: MergeNotes
}

/**
 * What people found right in the bytes of reports that are here or come, and that they said whose these are. Where one has said something of the same,
 * that stays. Call inside a transaction.
 */
export async function mergeReportWords(
  { db, ids, said, notes }: WordsMerge,
  heads: readonly ForeignHead[],
): Promise<(AcceptedRow | AssignmentRow)[]> {
  const hashes = new Set(heads.map(({ hash }) => hash))
  const reports = new Map(heads.map((head) => [head.id, head]))
  const coming = said.flatMap((row): (AcceptedRow | AssignmentRow)[] => {
    if (row.kind === 'accepted') return hashes.has(row.hash) ? [row] : []
    if (row.kind !== 'assignment') return []
    const [head, agency] = [reports.get(row.report), ids.get(row.agency)]
    const holds = head?.agency === row.agency && head.year === row.year
    return holds && agency !== undefined ? [{ ...row, agency }] : []
  })
  const own = await db.decisions.bulkGet(coming.map(({ id }) => id))
  return coming.filter(({ kind }, index) => {
    if (kind === 'accepted') notes.count('accepted', own[index] ? 'same' : 'new')
    return !own[index]
  })
}
