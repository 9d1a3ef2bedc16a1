import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import type { Member } from './members'
import type { CellSum } from './sums'

/** What could have made a published figure differ from the sum: members that were left out of it, or were added twice. Nobody but the agency knows. */
export interface Candidate {
  readonly kind: 'leftOut' | 'twice'
  /** One or two. */
  readonly members: readonly Member[]
}

/** A candidate that explains several cells at once, and none against it that would outweigh them. */
export interface Cause extends Candidate {
  readonly fields: readonly FieldId[]
}

/** A cell of which both figures are known. */
export interface Known {
  readonly field: FieldId
  /** Published − sum. */
  readonly difference: number
  readonly sum: CellSum
}

/** Causes looked for one after the other, and candidates named for one cell. */
const MOST_CAUSES = 3
export const MOST_CANDIDATES = 3
/** So many cells must agree with a cause for each that does not. */
const WEIGHT = 3

type Values = ReadonlyMap<FieldId, ReadonlyMap<Member, number>>

/** The causes that explain most cells, each taken off before the next is looked for. `known` are all cells that can be compared, the equal ones, too. */
export function causesOf(known: readonly Known[]): Cause[] {
  if (known.every(({ difference }) => difference === 0)) return []
  const values: Values = new Map(known.map(({ field, sum }) => [field, valuesOf(sum)]))
  const causes: Cause[] = []
  let left = known
  while (causes.length < MOST_CAUSES) {
    const cause = bestOf(singles(left), left, values, 2) ?? bestOf(pairs(left, values), left, values, 3)
    if (!cause) break
    causes.push(cause)
    left = left.map((one) => ({ ...one, difference: plainSum([one.difference, -effectOf(cause, one.field, values)]) }))
  }
  return causes
}

const valuesOf = ({ addends }: CellSum): ReadonlyMap<Member, number> =>
  new Map(addends.flatMap(({ member, value }) => (value === null || value === 0 ? [] : [[member, value] as const])))

const SIGN = { leftOut: -1, twice: 1 } as const

/** By how much a candidate would move the published figure. */
function effectOf({ kind, members }: Candidate, field: FieldId, values: Values): number {
  return SIGN[kind] * plainSum(members.map((member) => values.get(field)?.get(member) ?? 0))
}

function bestOf(
  candidates: Iterable<Candidate>,
  known: readonly Known[],
  values: Values,
  least: number,
): Cause | undefined {
  let best: Cause | undefined
  for (const candidate of candidates) {
    const fields: FieldId[] = []
    let against = 0
    for (const { field, difference, sum } of known) {
      const effect = effectOf(candidate, field, values)
      if (effect === 0) continue
      // Where a member has no number it may account for what is published more.
      const isWhole = sum.complete || difference < 0
      if (effect === difference && isWhole) fields.push(field)
      else if (sum.complete) against++
    }
    const enough = fields.length >= least && fields.length >= WEIGHT * against
    if (enough && fields.length > (best?.fields.length ?? 0)) best = { ...candidate, fields }
  }
  return best
}

function* singles(known: readonly Known[]): Generator<Candidate> {
  const members = known[0]?.sum.addends ?? []
  for (const { member } of members)
    if (member.report) for (const kind of ['leftOut', 'twice'] as const) yield { kind, members: [member] }
}

/** Pairs that explain the largest difference: others cannot explain all. */
function pairs(known: readonly Known[], values: Values): Candidate[] {
  const largest = known.reduce<Known | undefined>(
    (best, one) => (Math.abs(one.difference) > Math.abs(best?.difference ?? 0) ? one : best),
    undefined,
  )
  return largest ? pairsFor(largest.difference, values.get(largest.field) ?? new Map<Member, number>()) : []
}

function pairsFor(difference: number, values: ReadonlyMap<Member, number>): Candidate[] {
  const wanted = Math.abs(difference)
  const byValue = new Map<number, Member[]>()
  const found: Candidate[] = []
  for (const [member, value] of values) {
    for (const other of byValue.get(plainSum([wanted, -value])) ?? [])
      found.push({ kind: difference < 0 ? 'leftOut' : 'twice', members: [other, member] })
    byValue.set(value, [...(byValue.get(value) ?? []), member])
  }
  return found
}

/** Members, or else pairs of them, whose figures are just the difference of one cell. */
export function candidatesOf({ difference, sum }: Pick<Known, 'difference' | 'sum'>): Candidate[] {
  if (difference === 0) return []
  const values = valuesOf(sum)
  const kind = difference < 0 ? 'leftOut' : 'twice'
  const single = [...values].flatMap(([member, value]): Candidate[] =>
    value === Math.abs(difference) ? [{ kind, members: [member] }] : [],
  )
  return single.length > 0 ? single : pairsFor(difference, values)
}
