import type { Agency } from '../../register/agency'
import { liesIn } from '../../register/regions'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'
import { classOf } from '../settings'
import type { CheckSettings } from '../settings'

const DAY = 86_400_000

/** The day (`MM-DD` of the year after) by which an agency reports, and what sets it: the narrowest place's own, else the statutory one. */
function deadlineFor(body: Agency, settings: CheckSettings): { readonly day: string; readonly source: string } {
  const of = classOf(body)
  const code = body.regionCode
  const local = settings.localDeadlines.filter(
    (deadline) => deadline.of === of && code !== undefined && liesIn(code, deadline.region),
  )
  const breadth = ({ region }: { readonly region: string }): number => /0*$/u.exec(region)?.[0].length ?? 0
  const [narrowest] = local.sort((one, other) => breadth(one) - breadth(other))
  return narrowest ?? settings.deadlines[of]
}

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
