import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

const DISPUTED: readonly FieldId[] = ['review.total', 'litigation.direct.total']
const SETTLED: FieldId = 'requests.settled.total'

/**
 * I2: more reviews and direct lawsuits than requests settled. Possible (cases about the year before, or about publishing), hence information. A blank among
 * the cases can only add to them.
 */
export function disputeFindings(input: CheckInput): Finding[] {
  const settled = input.cells.get(SETTLED)?.value ?? null
  const known = DISPUTED.filter((field) => (input.cells.get(field)?.value ?? null) !== null)
  const numbers = known.map((field) => input.cells.get(field)?.value ?? 0)
  const disputes = numbers.reduce((sum, number) => sum + number, 0)
  if (settled === null || disputes <= settled) return []
  return [
    makeFinding(input, {
      rule: 'I2',
      severity: 'info',
      reason: 'more-than-settled',
      fields: [...known, SETTLED],
      formula: `${numbers.join(' + ')} > ${String(settled)}`,
      difference: disputes - settled,
      params: { left: disputes, right: settled },
    }),
  ]
}
