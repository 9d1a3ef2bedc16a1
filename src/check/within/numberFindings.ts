import { fieldOf } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { numberText } from '../footing/formula'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** E5: counts are whole numbers ≥ 0, 增/减 whole numbers, amounts ≥ 0. */
export function numberFindings(input: CheckInput): Finding[] {
  const findings: Finding[] = []
  for (const [field, { value }] of input.cells) {
    const reason = value === null ? undefined : faultOf(field, value)
    if (value === null || reason === undefined) continue
    const text = numberText(value)
    findings.push(
      makeFinding(input, {
        rule: 'E5',
        severity: 'error',
        reason,
        fields: [field],
        formula: reason === 'fraction' ? text : `${text} < 0`,
        params: { field, value },
      }),
    )
  }
  return findings
}

function faultOf(field: FieldId, value: number): string | undefined {
  if (value >= 0 && Number.isInteger(value)) return undefined
  const { unit } = fieldOf(field)
  if (unit === 'money') return value < 0 ? 'negative-amount' : undefined
  if (!Number.isInteger(value)) return 'fraction'
  return unit === 'count' && value < 0 ? 'negative' : undefined
}
