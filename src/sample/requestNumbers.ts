import type { FieldId } from '../form/fields'
import { APPLICANTS, REQUEST_ROWS } from '../form/requests'
import type { RequestRowKey } from '../form/requests'
import { APPLICANT_SHARES, OUTCOME_SHARES } from './profile'
import type { Profile } from './profile'
import type { Random } from './random'

/** How an agency's own ways differ from the typical ones; drawn once for all its years. */
export interface Habits {
  /** Change of the volume from year to year, as a factor. */
  readonly growth: number
  readonly applicantWeights: readonly number[]
  readonly outcomeWeights: readonly number[]
}

/** Draws an agency's habits. */
export function drawHabits(random: Random): Habits {
  const vary = (share: number): number => share * (0.45 + 1.2 * random.next())
  return {
    growth: 0.97 + 0.17 * random.next(),
    applicantWeights: APPLICANTS.map((applicant) => vary(APPLICANT_SHARES[applicant])),
    outcomeWeights: OUTCOME_SHARES.map(([, share]) => vary(share)),
  }
}

/** Open requests by applicant at the turn of a year. */
export type Backlog = readonly number[]
export const NO_BACKLOG: Backlog = APPLICANTS.map(() => 0)

/**
 * Table 三 of one year on both versions of the form: received and carried in go in, the settled are spread over the outcomes, the rest is
 * carried over. E1, E2 and E3 hold because every total is summed from its parts.
 */
export function requestNumbers(
  mean: number,
  profile: Profile,
  habits: Habits,
  carriedIn: Backlog,
  random: Random,
): { values: Map<FieldId, number>; carriedOut: Backlog } {
  const received = random.multinomial(random.poisson(mean), habits.applicantWeights)
  const atHand = received.map((count, index) => count + (carriedIn[index] ?? 0))
  const carriedOut = atHand.map((count) => random.binomial(count, profile.carried))
  const settled = atHand.map((count, index) => count - (carriedOut[index] ?? 0))
  const outcomes = settled.map((count) => random.multinomial(count, habits.outcomeWeights))

  const columns = new Map<RequestRowKey, readonly number[]>([
    ['received', received],
    ['carriedIn', carriedIn],
    ['settled', settled],
    ['carriedOut', carriedOut],
  ])
  OUTCOME_SHARES.forEach(([key], row) =>
    columns.set(
      key,
      outcomes.map((counts) => counts[row] ?? 0),
    ),
  )
  const otherwise = OUTCOME_SHARES.flatMap(([key], row) => (key.startsWith('otherwise.') ? [row] : []))
  columns.set(
    'otherwise.all',
    outcomes.map((counts) => otherwise.reduce((sum, row) => sum + (counts[row] ?? 0), 0)),
  )

  const values = new Map<FieldId, number>()
  for (const { key } of REQUEST_ROWS) {
    const counts = columns.get(key) ?? NO_BACKLOG
    APPLICANTS.forEach((applicant, index) => values.set(`requests.${key}.${applicant}`, counts[index] ?? 0))
    values.set(
      `requests.${key}.total`,
      counts.reduce((sum, count) => sum + count, 0),
    )
  }
  return { values, carriedOut }
}
