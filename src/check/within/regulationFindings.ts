import { FIELDS, fieldOf } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { canMakeRegulations } from '../../register/rulemaking'
import { numberText } from '../footing/formula'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

const REGULATIONS = FIELDS.map(({ id }) => id).filter((id) => id.startsWith('proactive.regulations.'))

/** W4: 规章 counted by an organ that cannot make them. Silent where the register lacks the agency. */
export function regulationFindings(input: CheckInput): Finding[] {
  const { body, cells } = input
  if (body === null || canMakeRegulations(body)) return []
  const counted = REGULATIONS.flatMap((field) => {
    const value = cells.get(field)?.value ?? 0
    return value === 0 ? [] : [{ field, value }]
  })
  const [first] = counted
  if (first === undefined) return []
  return [
    makeFinding(input, {
      rule: 'W4',
      severity: 'warning',
      reason: 'cannot-make',
      fields: counted.map(({ field }) => field),
      formula: counted.map(({ value }) => `${numberText(value)} ≠ 0`).join('; '),
      params: {
        figuresZh: counted.map(({ field, value }) => `${fieldOf(field).column} ${numberText(value)}`).join('、'),
        figuresEn: counted.map(({ field, value }) => `${fieldOf(field).label.en} ${numberText(value)}`).join(', '),
      },
    }),
  ]
}
