import { isFieldId } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'

/** The one cell whose change alone would put a finding right, where checking found one. */
function hintedBy({ params }: Finding): FieldId | null {
  const { hintField } = params
  return typeof hintField === 'string' && isFieldId(hintField) ? hintField : null
}

/**
 * The cell that carries each finding's sign; the others of its identity are only underlined. Where a finding of the report points to one of its cells,
 * it is that one, and the totals around it are not suspected: they hold once it is put right. Else it is the printed total, which comes first.
 */
export function suspectCells<T extends Finding>(findings: readonly T[]): ReadonlyMap<T, FieldId> {
  const hinted = new Set(findings.flatMap((finding) => hintedBy(finding) ?? []))
  return new Map(
    findings.flatMap((finding): [T, FieldId][] => {
      const [first] = finding.fields
      const suspect = hintedBy(finding) ?? finding.fields.find((field) => hinted.has(field)) ?? first
      return suspect === undefined ? [] : [[finding, suspect]]
    }),
  )
}
