import { cellsInError, checkReport } from '../check/check'
import { openFindings } from '../check/decisions'
import { forcedValues } from '../check/footing/forced'
import { checkInputOf } from '../check/input'
import type { Corrections } from '../report/countingCell'
import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import { isRemark } from '../report/report'
import type { Issue, Report } from '../report/report'
import type { CorrectionRow, DecisionRow, FindingDecisionRow } from './decisionRows'
import type { CellsRow, ReportCounts } from './rows'
import { standingsOf } from './standing'
import type { Words } from './standing'

/** What follows from a report and the corrections made to it. */
export interface Verdict extends Pick<CellsRow, 'forced' | 'corrected' | 'inError'> {
  readonly findings: readonly Finding[]
  /** Corrections that do not count, because the document says another number than the one corrected. */
  readonly lapsed: readonly CorrectionRow[]
  /** Issues that a person should still look at. */
  readonly open: readonly Issue[]
  readonly counts: ReportCounts
}

/** What people have said that bears on a report. */
export interface Said {
  readonly hash: string
  readonly words: Words
  /** Of its agency and year. */
  readonly decisions: readonly DecisionRow[]
}

/** Checks a report, as corrected and vouched for, and counts what lists show. `report` carries the agency and year that it is kept under. */
export function judge(report: Report, { hash, words, decisions }: Said): Verdict {
  const { source, cells } = report
  const { corrected, lapsed } = applyCorrections(decisions, cells)
  const { open, vouched } = standingsOf(report.issues, { hash, part: source.part, cells, corrected, words })
  const input = checkInputOf(report, { corrected, vouched })
  const findings = checkReport(input)
  const standing = openFindings(findings, decisions.filter(isOfFinding))
  const forced: Partial<Record<FieldId, number>> = {}
  for (const [field, value] of forcedValues(input)) forced[field] = value
  let values = 0
  for (const { value } of input.cells.values()) if (value !== null) values++
  return {
    findings,
    forced,
    corrected,
    lapsed,
    inError: cellsInError(standing),
    open,
    counts: {
      values,
      issues: open.length,
      toReview: open.filter((issue) => !isRemark(issue)).length,
      findings: standing.length,
      errors: standing.filter(({ severity }) => severity === 'error').length,
      corrected: Object.keys(corrected).length,
      lapsed: lapsed.length,
    },
  }
}

/** Corrections of one agency and year, sorted by whether they count for a document that reads as `cells`. */
export interface AppliedCorrections {
  readonly corrected: Corrections
  /** The document says another number now than the one that was corrected. */
  readonly lapsed: readonly CorrectionRow[]
}

/** Applies what is neither withdrawn nor replaced, where the cell still reads as it did when it was corrected. */
export function applyCorrections(decisions: readonly DecisionRow[], cells: Report['cells']): AppliedCorrections {
  const corrected: Partial<Record<FieldId, number | null>> = {}
  const lapsed: CorrectionRow[] = []
  for (const decision of decisions) {
    if (!counts(decision)) continue
    const cell = cells[decision.field]
    if (cell?.value === decision.read) corrected[decision.field] = decision.to
    else lapsed.push(decision)
  }
  return { corrected, lapsed }
}

/** Whether a decision is a correction that still stands. */
export function counts(decision: DecisionRow): decision is CorrectionRow {
  return decision.kind === 'correction' && decision.withdrawn === undefined && decision.replaced === undefined
}

/** Whether a decision is a word on a finding. */
export function isOfFinding(decision: DecisionRow): decision is FindingDecisionRow {
  return decision.kind === 'finding'
}
