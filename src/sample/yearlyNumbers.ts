import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { NO_OPEN_CASES, disputeNumbers } from './disputeNumbers'
import { NO_STOCK, drawStock, proactiveNumbers } from './proactiveNumbers'
import type { Profile } from './profile'
import type { Random } from './random'
import { NO_BACKLOG, drawHabits, requestNumbers } from './requestNumbers'

/** All 226 cells of one year, both versions of the form; `onForms` takes those that a report prints. */
export type YearValues = ReadonlyMap<FieldId, number>
export type Forms = Readonly<Partial<Record<TableId, FormVersion>>>
export type ReportValues = Readonly<Partial<Record<FieldId, number | null>>>

export interface NumbersOptions {
  /** Years without a gap, ascending. */
  readonly years: readonly number[]
  /** Whether the agency can make 规章. */
  readonly regulations?: boolean
  /** Whether it begins with empty hands, as a new body does. */
  readonly founded?: boolean
}

/**
 * One agency's numbers year by year. Every identity (E1–E4) holds within each year; from year to year what is carried over is carried in
 * (W1), documents in force follow from those issued and repealed (W2), and lists of items from their change (W3).
 */
export function yearlyNumbers(
  profile: Profile,
  { years, regulations = false, founded = false }: NumbersOptions,
  random: Random,
): Map<number, YearValues> {
  const habits = drawHabits(random)
  let backlog = NO_BACKLOG
  let open = NO_OPEN_CASES
  let hadReview = false
  let stock = founded ? NO_STOCK : drawStock(profile, regulations, random)
  if (!founded)
    backlog = backlog.map((_, index) => (index === 0 ? random.poisson(profile.requests * profile.carried) : 0))

  const result = new Map<number, YearValues>()
  years.forEach((year, index) => {
    const mean = profile.requests * habits.growth ** index * (0.85 + 0.3 * random.next())
    const requests = requestNumbers(mean, profile, habits, backlog, random)
    const proactive = proactiveNumbers(profile, stock, random)
    const settled = requests.values.get('requests.settled.total') ?? 0
    const disputes = disputeNumbers(settled, profile.disputes, open, hadReview, random)
    backlog = requests.carriedOut
    stock = proactive.stock
    open = disputes.open
    hadReview = (disputes.values.get('review.total') ?? 0) > 0
    result.set(year, new Map([...proactive.values, ...requests.values, ...disputes.values]))
  })
  return result
}

/** Members' numbers summed cell by cell into their government's (本级汇总). */
export function summedNumbers(members: readonly YearValues[]): YearValues {
  const sums = new Map<FieldId, number>()
  for (const member of members) for (const [field, value] of member) sums.set(field, (sums.get(field) ?? 0) + value)
  // Amounts have at most six decimals; adding them as doubles leaves dust behind.
  for (const [field, value] of sums) sums.set(field, Number(value.toFixed(6)))
  return sums
}

/** The cells that a report on these form versions prints, in printed order. */
export function onForms(values: YearValues, forms: Forms): ReportValues {
  const printed: Partial<Record<FieldId, number | null>> = {}
  for (const table of TABLE_IDS) {
    const version = forms[table]
    if (version) for (const { id } of fieldsOf(table, version)) printed[id] = values.get(id) ?? 0
  }
  return printed
}
