import { fieldOf } from '../../form/fields'
import { plainSum } from '../../form/plainSum'
import type { CheckCell, CheckInput } from '../input'
import type { CellOf } from '../makeFinding'
import type { YearIdentity, YearTerm } from './yearIdentities'

/** Two consecutive reports of one series. */
export interface YearPair {
  readonly before: CheckInput
  readonly present: CheckInput
}

/** How an equation over two years stands; see `Verdict` of the sums. No value is inferred across years, so that none is circular. */
export interface YearBalance {
  readonly identity: YearIdentity
  readonly left: number
  readonly right: number
  /** Cells without a number. */
  readonly unknown: readonly YearTerm[]
  readonly verdict: 'holds' | 'broken' | 'open'
}

/** The equation with the numbers put in; `null` where the forms of the two years do not have all of its cells: then they are not one series. */
export function yearBalance(identity: YearIdentity, pair: YearPair): YearBalance | null {
  const terms = [...identity.left, ...identity.right]
  if ((pair.present.year ?? 0) < identity.from || terms.some((term) => cellOf(term, pair) === undefined)) return null
  const sum = (side: readonly YearTerm[]): number => plainSum(side.flatMap((term) => valueOf(term, pair) ?? []))
  const isUnknown = (term: YearTerm): boolean => valueOf(term, pair) === null
  const left = sum(identity.left)
  const right = sum(identity.right)
  const unknown = terms.filter(isUnknown)
  // What may be negative can make either side smaller, too.
  const signed = unknown.some(({ field }) => fieldOf(field).unit === 'signedCount')
  const leftOpen = signed || identity.left.some(isUnknown)
  const rightOpen = signed || identity.right.some(isUnknown)
  const canHold = (left <= right || rightOpen) && (left >= right || leftOpen)
  return { identity, left, right, unknown, verdict: !canHold ? 'broken' : unknown.length > 0 ? 'open' : 'holds' }
}

/** The cell of a term; undefined where the report's form lacks it. */
export function cellOf({ of, field }: YearTerm, pair: YearPair): CheckCell | undefined {
  return pair[of].cells.get(field)
}

export function valueOf(term: YearTerm, pair: YearPair): number | null {
  return cellOf(term, pair)?.value ?? null
}

/** The cells of an equation, each in its report. */
export function cellsOf({ left, right }: YearIdentity, pair: YearPair): CellOf[] {
  return [...left, ...right].map(({ of, field }) => ({ input: pair[of], field }))
}
