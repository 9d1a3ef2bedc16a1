import { fieldOf } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { numberText } from '../footing/formula'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** E5: counts are whole numbers ≥ 0, 增/减 whole numbers, amounts ≥ 0. */
export function numberFindings(input: CheckInput): Finding[] {
  return [...input.cells].flatMap(([field, { value }]) => {
    const reason = value === null ? undefined : faultOf(field, value)
    if (value === null || reason === undefined) return []
    const text = numberText(value)
    return [
      makeFinding(input, {
        rule: 'E5',
        severity: 'error',
        reason,
        fields: [field],
        formula: reason === 'fraction' ? text : `${text} < 0`,
        params: { field, value },
      }),
    ]
  })
}

function faultOf(field: FieldId, value: number): string | undefined {
  const { unit } = fieldOf(field)
  if (unit === 'money') return value < 0 ? 'negative-amount' : undefined
  if (!Number.isInteger(value)) return 'fraction'
  return unit === 'count' && value < 0 ? 'negative' : undefined
}
