import { DISPUTE_KINDS, DISPUTE_RESULTS } from '../form/disputes'
import type { FieldId } from '../form/fields'
import type { Random } from './random'

/** Cases without a result at the turn of a year, in the order of `DISPUTE_KINDS`. */
export type OpenCases = readonly number[]
export const NO_OPEN_CASES: OpenCases = DISPUTE_KINDS.map(() => 0)

/** How often cases end as upheld, corrected, otherwise. */
const RESULT_WEIGHTS = [0.62, 0.13, 0.25]
const NEW_CASE_WEIGHTS = [0.68, 0.22, 0.1]
const PENDING = 0.18

/**
 * Table 四 of one year: last year's open cases and the new ones, each upheld, corrected, otherwise ended or pending. New cases are
 * never more than the settled requests, and none goes to court after a review where there was no review.
 */
export function disputeNumbers(
  settled: number,
  rate: number,
  open: OpenCases,
  hadReview: boolean,
  random: Random,
): { values: Map<FieldId, number>; open: OpenCases } {
  const before = open.reduce((sum, count) => sum + count, 0)
  const added = random.multinomial(random.binomial(Math.max(0, settled - before), rate), NEW_CASE_WEIGHTS)
  const reviews = (open[0] ?? 0) + (added[0] ?? 0)
  if (reviews === 0 && !hadReview) added[2] = 0

  const values = new Map<FieldId, number>()
  const left: number[] = []
  DISPUTE_KINDS.forEach((kind, index) => {
    const total = (open[index] ?? 0) + (added[index] ?? 0)
    const pending = random.binomial(added[index] ?? 0, PENDING)
    const results = [...random.multinomial(total - pending, RESULT_WEIGHTS), pending]
    DISPUTE_RESULTS.forEach((result, at) => values.set(`${kind}.${result}`, results[at] ?? 0))
    values.set(`${kind}.total`, total)
    left.push(pending)
  })
  return { values, open: left }
}
