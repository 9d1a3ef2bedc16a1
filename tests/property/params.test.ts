import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGENCY_KINDS, LEVELS, SCOPES } from '@/register/agency'
import { choice, FILTER_PARAMS, flag, readParams, whole, words, writeParams } from '@/analysis/params'

const params = {
  ...FILTER_PARAMS,
  unit: choice(['percent', 'count'], 'percent'),
  inferred: flag(true),
  least: whole(30, 0, 1000),
  figure: words('rate.opened'),
}

const sortedSubset = <T extends string>(options: readonly T[]) => fc.subarray([...options])
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), { maxLength: 12 })
const values = fc.record({
  years: fc
    .uniqueArray(fc.integer({ min: 2000, max: 2099 }), { maxLength: 20 })
    .map((years) => years.sort((a, b) => a - b)),
  regions: names,
  kinds: sortedSubset(AGENCY_KINDS),
  levels: sortedSubset(LEVELS),
  systems: names,
  agencies: names,
  scope: fc.constantFrom(undefined, ...SCOPES),
  unit: fc.constantFrom('percent' as const, 'count' as const),
  inferred: fc.boolean(),
  least: fc.integer({ min: 0, max: 1000 }),
  figure: fc.string({ maxLength: 60, unit: 'grapheme' }),
})

describe('the address of a view', () => {
  test('gives back every view that was written to it, through a real query string', () => {
    fc.assert(
      fc.property(values, (view) => {
        const query = new URLSearchParams(writeParams(params, view)).toString()
        const read = readParams(params, Object.fromEntries(new URLSearchParams(query)))
        expect(read).toEqual(view)
      }),
    )
  })

  test('reads any text without failing, and what it reads is a view that survives the way back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(params)), fc.string({ unit: 'binary' })), (query) => {
        const view = readParams(params, query)
        expect(readParams(params, writeParams(params, view))).toEqual(view)
      }),
    )
  })
})
