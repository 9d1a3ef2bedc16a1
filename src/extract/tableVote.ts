import type { TableId } from '../form/version'
import { isDisputesHead } from './disputesHead'
import { letters } from './normalise'
import { isProactiveHead, matchProactiveRow } from './proactiveLabels'
import { isRequestsHead } from './requestColumns'
import { exactRequestRow } from './requestLabels'
import { partRow } from './sourceRow'
import type { SourceRow } from './sourceRow'

/** What a row says of the table that it belongs to. */
export interface Vote {
  readonly table: TableId
  /** The row of the form that it names; `results` for the fifteen heads of table 四. */
  readonly row?: string
  readonly head?: boolean
}

/** Which table a row speaks for, by its own words alone. */
export function voteOf(row: SourceRow): Vote | null {
  const disputeHeads = row.cells.filter((cell) => isDisputesHead(cell.text)).length
  if (disputeHeads >= 2) return { table: 'disputes', head: true, ...(disputeHeads >= 4 ? { row: 'results' } : {}) }
  const { labels, values } = partRow(row)
  const label = labels.at(-1)?.text ?? ''
  if (isRequestsHead(row)) return { table: 'requests', head: true }
  const key = exactRequestRow(label)
  if (key !== null && (letters(label).length > 3 || /^\s*[(（\d]/u.test(label))) return { table: 'requests', row: key }
  if (labels.some((cell) => isProactiveHead(cell.text))) return { table: 'proactive', head: true }
  const match = values.length > 0 ? matchProactiveRow(label)[0] : undefined
  if (match?.likeness === 1) return { table: 'proactive', row: match.row }
  return null
}
