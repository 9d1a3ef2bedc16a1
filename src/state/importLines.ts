import type { ImportResult, IssueCounts } from '@/workers/importApi'

/** One line of the result list. */
export interface ImportLine {
  /** Stable while the list grows. */
  readonly key: string
  /** Which import of this visit it is of, from 1; `null` for what the database has from earlier visits. */
  readonly run: number | null
  readonly result: ImportResult
}

/**
 * What to count and filter lines by. `attention`: stored, now or before, but with an open issue of reading that is more than a remark, a doubtful
 * agency, or corrections that count no more. `findings`: nothing of that, but its numbers do not foot, which no look at the original may mend.
 */
export type ImportLineStatus = 'stored' | 'attention' | 'findings' | 'pending' | 'kept' | 'unchanged' | 'refused'

/** The status of a line. */
export function statusOf(result: ImportResult): ImportLineStatus {
  if (result.kind === 'refused' || result.kind === 'unsaved') return 'refused'
  if (result.kind === 'kept') {
    if (result.agency === null || result.year === null) return 'pending'
    // A scan waits to be filled in.
    if (result.what === 'scan' && result.outcome === 'new') return 'pending'
    if (result.candidates.length > 0) return 'attention'
    return result.outcome === 'unchanged' ? 'unchanged' : 'kept'
  }
  if (result.kind === 'pending') return 'pending'
  if (result.candidates.length + result.lapsed > 0 || openIssues(result.issues) > 0) return 'attention'
  if (result.findings.error > 0) return 'findings'
  return result.kind
}

/** Issues of reading that a person should look at. */
export function openIssues({ error, warning }: IssueCounts): number {
  return error + warning
}

/** Refusals that another attempt may not meet: the file was locked, its reader crashed or hung. */
const PASSING: readonly string[] = ['no-access', 'no-answer', 'reader-died', 'failed']

/** Whether what a line tells may go well when the same file is read once more. */
export function mayRetry(result: ImportResult): boolean {
  return result.kind === 'unsaved' || (result.kind === 'refused' && PASSING.includes(result.error.reason))
}

/** Path of the file that was given: of an archive, whatever member of it the path is of. */
export function givenPath(path: string): string {
  const end = path.indexOf('!/')
  return end < 0 ? path : path.slice(0, end)
}
