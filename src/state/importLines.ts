import type { ImportResult } from '@/workers/importApi'

/** One line of the result list. `key` is stable while the list grows. */
export interface ImportLine {
  readonly key: number
  readonly result: ImportResult
}

/** What to count and filter lines by. `attention`: stored, but with an open issue that is more than a remark, an error finding, or a doubtful agency. */
export type ImportLineStatus = 'stored' | 'attention' | 'pending' | 'kept' | 'unchanged' | 'refused'

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
  if (result.kind !== 'stored') return result.kind
  const { issues, findings, candidates, lapsed } = result
  const toSee = issues.error + issues.warning + findings.error + candidates.length + lapsed.length
  return toSee > 0 ? 'attention' : 'stored'
}

export function countByStatus(lines: readonly ImportLine[]): Readonly<Record<ImportLineStatus, number>> {
  const counts = { stored: 0, attention: 0, pending: 0, kept: 0, unchanged: 0, refused: 0 }
  for (const { result } of lines) counts[statusOf(result)]++
  return counts
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
