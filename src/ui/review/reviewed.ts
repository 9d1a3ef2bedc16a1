import type { Agency } from '@/register/agency'
import type { ImportLine } from '@/state/importLines'
import type { Reviewed } from '@/state/review'
import { pendingLine, storedLine } from '../import/earlierLines'
import type { ViewedReport } from '../report/cellView'

/** What a report under review shows of itself, stored or pending. */
export function viewedOf(subject: Reviewed): ViewedReport {
  if (subject.kind === 'stored') return subject.detail
  const { row, issues } = subject.detail
  return { row: { cells: row.report.cells, corrected: {}, forced: {} }, issues, findings: [], decisions: [] }
}

/** The forms of a report under review. */
export function formsOf(subject: Reviewed): ViewedForms {
  return subject.kind === 'stored' ? subject.detail.row.forms : subject.detail.row.report.forms
}
type ViewedForms = Extract<Reviewed, { kind: 'stored' }>['detail']['row']['forms']

/** The report as a line of the import's list, for what works on one: that of the list itself where it is there. */
export function lineOf(
  subject: Reviewed,
  lines: readonly ImportLine[],
  agencies: ReadonlyMap<string, Agency>,
): ImportLine {
  const { id } = subject.detail.row
  const listed = lines.find(({ result }) => 'report' in result && result.report === id)
  const nameOf = (agency: string): string | undefined => agencies.get(agency)?.name
  if (listed) return listed
  return subject.kind === 'pending' ? pendingLine(subject.detail.row, nameOf) : storedLine(subject.detail.row, nameOf)
}
