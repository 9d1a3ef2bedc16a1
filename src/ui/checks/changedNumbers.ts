import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import type { FindingDecisionRow } from '@/store/decisionRows'

/** A number that is another one than when somebody said a word. */
export interface ChangedNumber {
  readonly field: FieldId
  readonly agency: string | null
  readonly year: number | null
  readonly from: number | null
  readonly to: number | null
}

/** Which of a finding's numbers have changed since a decision, cell by cell; cells that are in one of the two alone are left out. */
export function changedNumbers(
  finding: Finding,
  { cells }: Pick<FindingDecisionRow, 'cells'>,
): readonly ChangedNumber[] {
  return finding.cells.flatMap(({ field, agency, year, value }): ChangedNumber[] => {
    const before = cells.find((cell) => cell.field === field && cell.year === year && cell.agency === agency)
    if (!before || before.value === value) return []
    return [{ field, agency: agency ?? null, year, from: before.value, to: value }]
  })
}
