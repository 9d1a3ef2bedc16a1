import { fieldOf } from '../../form/fields'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** A unit other than 万元 that stands in the cell itself, not in the head of its column. */
const OTHER_UNIT = /元|亿|千|百万|[¥￥]/u

/**
 * W5, first part: an amount written in 元 where reports count in 万元. Reading has converted it and says so, for whoever compares the figure with the
 * original; this is for the agency, which must write what the form asks. It therefore stays when the figure is right or a person has corrected it.
 */
export function unitFindings(input: CheckInput): Finding[] {
  return input.issues.flatMap(({ code, fields, params: { raw, value } }) => {
    const [field] = fields
    if (code !== 'unit-converted' || field === undefined || fieldOf(field).unit !== 'money') return []
    if (typeof raw !== 'string' || !OTHER_UNIT.test(raw.replace('万元', ''))) return []
    return [
      makeFinding(input, {
        rule: 'W5',
        severity: 'warning',
        reason: 'other-unit',
        fields: [field],
        formula: `${raw} = ${String(value ?? '')} 万元`,
        params: { field, raw, value: value ?? '' },
      }),
    ]
  })
}
