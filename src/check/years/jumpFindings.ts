import { measureOf } from '../../form/measures'
import type { Measure } from '../../form/measures'
import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { plainSum } from '../../form/plainSum'
import { joinedTerms } from '../footing/formula'
import type { CheckInput } from '../input'
import { findingOver } from '../makeFinding'
import type { Thresholds } from '../settings'
import type { YearPair } from './yearBalance'

/** What W6 watches. All of it is one series over both forms. */
const WATCHED: readonly Measure[] = [
  'requests.received.total',
  'requests.settled.total',
  'review.total',
  'litigation.total',
  'proactive.licences.decisions',
  'proactive.penalties.decisions',
].flatMap((id) => measureOf(id) ?? [])

/** What a figure can be: a blank among its cells can only add to it. */
interface Range {
  readonly low: number
  readonly high: number
  readonly fields: readonly FieldId[]
}

/** W6: figures that are several times those of the year before, or the reverse, whatever blanks among them hold. */
export function jumpFindings(pair: YearPair, { jump }: Thresholds): Finding[] {
  return WATCHED.flatMap((measure) => {
    const before = rangeOf(measure, pair.before)
    const present = rangeOf(measure, pair.present)
    if (before === null || present === null) return []
    const isJump = (smaller: Range, larger: Range): boolean =>
      larger.low >= jump.times * smaller.high && larger.low - smaller.high >= jump.least
    const grown = isJump(before, present)
    return grown || isJump(present, before) ? [jumpFinding(measure, grown, before, present, pair)] : []
  })
}

function rangeOf({ table, terms }: Measure, { forms, cells }: CheckInput): Range | null {
  const version = forms[table]
  const fields = version === undefined ? undefined : terms[version]?.plus
  if (fields === undefined) return null
  const values = fields.map((field) => cells.get(field)?.value ?? null)
  const low = plainSum(values.flatMap((value) => value ?? []))
  return { low, high: values.includes(null) ? Infinity : low, fields }
}

function jumpFinding(measure: Measure, grown: boolean, before: Range, present: Range, pair: YearPair): Finding {
  const [smaller, larger] = grown ? [before.low, present.low] : [present.low, before.low]
  const direction = grown ? 'from' : 'to'
  const text = ({ fields }: Range, { cells }: CheckInput): string =>
    joinedTerms(fields.map((field) => cells.get(field)?.value ?? null))
  const cells = [
    ...present.fields.map((field) => ({ input: pair.present, field })),
    ...before.fields.map((field) => ({ input: pair.before, field })),
  ]
  return findingOver(pair.present, cells, {
    rule: 'W6',
    severity: 'warning',
    reason: smaller === 0 ? `${direction}-zero` : grown ? 'grown' : 'shrunk',
    formula: `${text(before, pair.before)} → ${text(present, pair.present)}`,
    difference: plainSum([present.low, -before.low]),
    params: {
      measure: measure.id,
      before: before.low,
      present: present.low,
      yearBefore: pair.before.year ?? '',
      ...(smaller === 0 ? {} : { times: Number((larger / smaller).toFixed(1)) }),
    },
  })
}
