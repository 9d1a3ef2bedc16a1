import { deadlineFor } from '../../register/deadlines'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import type { CheckSettings } from '../settings'

const DAY = 86_400_000

/** W18: published after the deadline of its class. Silent without a date of publication, and where the register lacks the agency. */
export function lateFindings(input: CheckInput, settings: CheckSettings): Finding[] {
  const { body, year, published } = input
  if (body === null || year === null || published === undefined) return []
  const { day, source } = deadlineFor(body, settings)
  const due = `${String(year + 1)}-${day}`
  if (published <= due) return []
  const days = Math.round((Date.parse(published) - Date.parse(due)) / DAY)
  return [
    makeFinding(input, {
      rule: 'W18',
      severity: 'warning',
      reason: 'late',
      fields: [],
      formula: `${published} > ${due}`,
      params: { published, due, days, basis: source },
    }),
  ]
}
