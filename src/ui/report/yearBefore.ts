import type { FieldId } from '@/form/fields'
import type { ReportRow } from '@/store/rows'
import { countingCell } from '@/report/countingCell'

/** The numbers of the year before, beside a report: of one report, or of the reports of several bodies that became one together. */
export interface YearBefore {
  readonly year: number
  /** Whether there is a table of requests. */
  readonly hasRequests: boolean
  /** `undefined` where the form has no such cell; `null` where one of the reports has it blank or unread. */
  readonly valueOf: (field: FieldId) => number | null | undefined
}

/** `null` without a report. */
export function yearBeforeOf(rows: readonly ReportRow[]): YearBefore | null {
  const [first] = rows
  if (!first) return null
  return {
    year: first.year,
    hasRequests: rows.every(({ forms }) => forms.requests !== undefined),
    valueOf: (field) => {
      if (rows.some(({ cells }) => cells[field] === undefined)) return undefined
      const values = rows.map((row) => countingCell(row, field).value)
      return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
    },
  }
}
