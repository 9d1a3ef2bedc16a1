import { describe, expect, it } from 'vitest'
import { identitiesOf } from '@/form/identities'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import { PROFILES, PROFILE_IDS } from '@/sample/profile'
import { random } from '@/sample/random'
import { onForms, summedNumbers, yearlyNumbers } from '@/sample/yearlyNumbers'
import type { YearValues } from '@/sample/yearlyNumbers'

const years = [2019, 2020, 2021, 2022, 2023, 2024]
const agencies = PROFILE_IDS.flatMap((id) =>
  [1, 2, 3].map((run) => yearlyNumbers(PROFILES[id], { years, regulations: id === 'office' }, random(`${id}${run}`))),
)

function sumOf(values: YearValues, fields: readonly FieldId[]): number {
  return fields.reduce((sum, field) => sum + (values.get(field) ?? NaN), 0)
}

describe('yearly numbers', () => {
  it('satisfy every identity of both form versions in every year', () => {
    for (const agency of agencies)
      for (const values of agency.values())
        for (const version of ['2019', '2021'] as const)
          for (const identity of TABLE_IDS.flatMap((table) => identitiesOf(table, version)))
            expect(sumOf(values, identity.left)).toBe(sumOf(values, identity.right))
  })

  it('carry in what the year before carried over, keep documents in force and lists of items', () => {
    for (const agency of agencies)
      for (const year of years.slice(1)) {
        const now = (field: FieldId): number => agency.get(year)?.get(field) ?? NaN
        const before = (field: FieldId): number => agency.get(year - 1)?.get(field) ?? NaN
        expect(now('requests.carriedIn.total')).toBe(before('requests.carriedOut.total'))
        expect(now('requests.carriedIn.natural')).toBe(before('requests.carriedOut.natural'))
        for (const row of ['regulations', 'normativeDocs'] as const)
          expect(now(`proactive.${row}.inForce`)).toBe(
            before(`proactive.${row}.inForce`) + now(`proactive.${row}.issued`) - now(`proactive.${row}.repealed`),
          )
        expect(now('proactive.licences.itemsLastYear')).toBe(
          before('proactive.licences.itemsLastYear') + before('proactive.licences.itemsChange'),
        )
      }
  })

  it('are whole and never negative but for changes', () => {
    for (const agency of agencies)
      for (const values of agency.values())
        for (const [field, value] of values) {
          const odd =
            (value < 0 && !field.endsWith('itemsChange')) || (!Number.isInteger(value) && !field.endsWith('amount'))
          expect(odd ? `${field} = ${value}` : '').toBe('')
        }
  })

  it('are all zero for a silent agency and not for a busy one', () => {
    const silent = yearlyNumbers(PROFILES.silent, { years }, random('s')).get(2023)
    const land = yearlyNumbers(PROFILES.land, { years }, random('s')).get(2023)
    expect([...(silent?.values() ?? [1])].every((value) => value === 0)).toBe(true)
    expect(land?.get('requests.received.total')).toBeGreaterThan(30)
  })

  it('sum cell by cell, so that the sum satisfies the identities too', () => {
    const sum = summedNumbers(agencies.map((agency) => agency.get(2022) ?? new Map<FieldId, number>()))
    for (const identity of identitiesOf('requests', '2021'))
      expect(sumOf(sum, identity.left)).toBe(sumOf(sum, identity.right))
    expect(sum.get('requests.received.total')).toBe(
      agencies.reduce((total, agency) => total + (agency.get(2022)?.get('requests.received.total') ?? 0), 0),
    )
  })

  it('print the cells of the forms asked for and no other', () => {
    const values = agencies[0]?.get(2023) ?? new Map<FieldId, number>()
    const printed = onForms(values, { proactive: '2021', requests: '2019' })
    expect(Object.keys(printed)).toHaveLength(10 + 23 * 7)
    expect(printed).toHaveProperty(['requests.otherwise.all.total'])
    expect(printed).not.toHaveProperty(['review.total'])
  })
})

describe('random', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: string): number[] => Array.from({ length: 20 }, () => random(seed).int(0, 1e6))
    const first = random('a')
    const again = random('a')
    expect(Array.from({ length: 50 }, () => first.next())).toEqual(Array.from({ length: 50 }, () => again.next()))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('spreads counts without losing any', () => {
    const stream = random('spread')
    for (let n = 0; n < 400; n += 7) {
      const parts = stream.multinomial(n, [3, 0, 1, 0.5])
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(n)
      expect(parts[1]).toBe(0)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
    }
  })
})
