import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import { forcedValues } from '@/check/footing/forced'
import type { FieldId } from '@/form/fields'
import { blankZeros2019 } from './blankZeros2019'
import { footingValues, inputOf } from './footingReport'

const steady = (): (() => number) => {
  let at = 0
  return () => (at++ * 7) % 11
}
const table = (): Map<FieldId, number | null> => footingValues('2021', steady())

describe('forced values', () => {
  it('fill every blank of a real table whose zeros and totals were left out', () => {
    const forced = forcedValues(inputOf(blankZeros2019, { requests: '2019' }))
    const blanks = [...blankZeros2019].filter(([, value]) => value === null).map(([field]) => field)
    expect([...forced.keys()].sort()).toEqual([...blanks].sort())
    expect(forced.get('requests.granted.total')).toBe(272)
    expect(forced.get('requests.unavailable.notHeld.total')).toBe(265)
    expect(forced.get('requests.notProcessed.petition.total')).toBe(149)
    expect(forced.get('requests.carriedIn.business')).toBe(0)
    expect(forced.get('requests.carriedOut.other')).toBe(0)
    expect(forced.get('requests.otherwise.all.total')).toBe(0)
  })

  it('leave two blanks open that could share their sum in more than one way', () => {
    const values = table()
    values.set('review.upheld', null)
    values.set('review.other', null)
    expect([...forcedValues(inputOf(values)).keys()]).toEqual([])
  })

  it('are none in an empty table', () => {
    expect(forcedValues(inputOf(new Map())).size).toBe(0)
  })

  it('need the column sums where the row alone leaves two ways', () => {
    const values = table()
    const truth = new Map(values)
    for (const field of ['requests.granted.natural', 'requests.granted.business'] as const) values.set(field, null)
    const forced = forcedValues(inputOf(values))
    expect(forced.get('requests.granted.natural')).toBe(truth.get('requests.granted.natural'))
    expect(forced.get('requests.granted.business')).toBe(truth.get('requests.granted.business'))
  })

  it('rest on no number that stands in a sum that does not hold', () => {
    const values = table()
    const carriedOut = values.get('requests.carriedOut.total')
    const reviews = values.get('review.total')
    values.set('requests.carriedOut.total', null).set('review.total', null)
    expect(forcedValues(inputOf(values)).get('requests.carriedOut.total')).toBe(carriedOut)
    values.set('requests.received.total', (values.get('requests.received.total') ?? 0) + 10)
    expect([...forcedValues(inputOf(values))]).toEqual([['review.total', reviews]])
  })

  it('are not drawn by a rule from a value that the same rule inferred', () => {
    const values = table()
    const truth = values.get('requests.received.total')
    values.set('requests.received.total', null)
    values.set('requests.carriedIn.total', null)
    const inferred = { 'requests.received.natural': { state: 'inferred' as const, inferredBy: ['E3' as const] } }
    expect(forcedValues(inputOf(values)).get('requests.received.total')).toBe(truth)
    // The row of carriedIn tells its total by E3, and that tells the other by E1.
    expect(forcedValues(inputOf(values, undefined, inferred)).get('requests.received.total')).toBe(truth)
    values.set('requests.settled.total', null).set('requests.settled.natural', null)
    const alone = {
      ...inferred,
      'requests.carriedIn.natural': { state: 'inferred' as const, inferredBy: ['E3' as const] },
    }
    expect(forcedValues(inputOf(values)).get('requests.received.total')).toBe(truth)
    expect(forcedValues(inputOf(values, undefined, alone)).has('requests.received.total')).toBe(false)
  })

  it('a report whose zeros are all blank is one line of information', () => {
    const findings = checkReport({
      ...inputOf(blankZeros2019, { proactive: '2019', requests: '2019', disputes: '2019' }),
      year: 2019,
    })
    expect(findings.map(({ severity }) => severity)).toEqual(['info'])
    expect(findings[0]?.reason).toBe('blank')
  })
})
