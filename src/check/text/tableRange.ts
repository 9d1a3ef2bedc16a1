import type { FieldId } from '../../form/fields'
import type { FormVersion } from '../../form/version'
import type { CheckInput } from '../input'
import { APPLICANT_COLUMNS, STATED, readingsOf } from './measures'
import type { MeasureId, ReadingTerm } from './measures'

/** One of the numbers that a stated count can be, as far as the tables give it. */
export interface TableNumber {
  readonly low: number
  /** Infinity where a blank leaves it open, as `low` is −Infinity. */
  readonly high: number
  readonly fields: readonly FieldId[]
  /** `12 + 3 − 1`; of what a blank leaves open the least that it can be. */
  readonly formula: string
}

/** The numbers that a count of some measures can be, the plainest first; empty where the report has no such table. */
export function tableNumbers(input: CheckInput, measures: readonly MeasureId[], applicant?: string): TableNumber[] {
  const columns = applicant === undefined ? undefined : APPLICANT_COLUMNS[applicant]
  const numbers = measures.map((measure) => numbersOf(input, measure, columns))
  if (numbers.length === 1) return numbers[0] ?? []
  const plainest = numbers.flatMap(([number]) => number ?? [])
  return plainest.length < measures.length ? [] : [plainest.reduce(added)]
}

const added = (a: TableNumber, b: TableNumber): TableNumber => ({
  low: a.low + b.low,
  high: a.high + b.high,
  fields: [...a.fields, ...b.fields],
  formula: `${a.formula} + ${b.formula}`,
})

const SIGNS = { first: { 1: '', [-1]: '−' }, next: { 1: ' + ', [-1]: ' − ' } } as const

function numbersOf(input: CheckInput, measure: MeasureId, columns?: readonly string[]): TableNumber[] {
  const version: FormVersion | undefined = input.forms[STATED[measure].table]
  if (version === undefined) return []
  return readingsOf(measure, version, columns).map((terms) => {
    let low = 0
    let high = 0
    let formula = ''
    const fields: FieldId[] = []
    for (const term of terms) {
      const { field, sign } = term
      const range = rangeOf(input, term)
      low += sign === 1 ? range.low : -range.high
      high += sign === 1 ? range.high : -range.low
      if (range.low !== 0) formula += `${SIGNS[formula === '' ? 'first' : 'next'][sign]}${range.low}`
      fields.push(field)
    }
    return { low, high, fields, formula: formula === '' ? '0' : formula }
  })
}

/** A cell's number; for a blank total of table 三, at least the sum of what stands in its row. */
function rangeOf({ cells }: CheckInput, { field, parts }: ReadingTerm): { low: number; high: number } {
  const value = cells.get(field)?.value ?? null
  if (value !== null) return { low: value, high: value }
  const known = parts.map((part) => cells.get(part)?.value ?? null)
  const low = known.reduce<number>((sum, number) => sum + (number ?? 0), 0)
  return { low, high: known.length === 0 || known.includes(null) ? Infinity : low }
}
