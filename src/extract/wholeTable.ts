import type { TableId } from '../form/version'
import type { Grid } from '../readers/document'
import { gridRows } from './sourceRow'
import { voteOf } from './tableVote'

/** A table names at least so many rows of the form; a comparison of a few of them is no report of its own. */
const LEAST: Readonly<Record<TableId, number>> = { requests: 15, proactive: 5, disputes: 1 }

/** Whether a grid is one table of the form, or several, each with all but a few of its rows. */
export function isWholeTable(grid: Grid): boolean {
  const named = new Map<TableId, Set<string>>()
  for (const row of gridRows(grid)) {
    const vote = voteOf(row)
    if (vote?.row !== undefined) named.set(vote.table, (named.get(vote.table) ?? new Set()).add(vote.row))
  }
  return named.size > 0 && [...named].every(([table, rows]) => rows.size >= LEAST[table])
}
