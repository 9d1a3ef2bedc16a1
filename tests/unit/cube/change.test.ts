import { describe, expect, it } from 'vitest'
import { ABC, RECEIVED, ask, dataOf, figure } from './asked'
import { filed } from './filed'

describe('change on the year before', () => {
  const data = dataOf(ABC, [
    filed('a', 2022, { [RECEIVED]: 10 }),
    filed('a', 2023, { [RECEIVED]: 15 }),
    filed('b', 2022, { [RECEIVED]: 40 }),
    filed('c', 2023, { [RECEIVED]: 7 }),
  ])

  it('compares agencies that have both years, also where the filter leaves the year before out', () => {
    const result = ask(data, { groupBy: ['year'], where: { years: [2023] }, change: 'comparable' })
    expect(result.groups).toHaveLength(1)
    expect(figure(result, RECEIVED)).toMatchObject({
      value: 22,
      change: { from: 10, to: 15, difference: 5, relative: 0.5, agencies: 1, leftOut: 2 },
    })
  })

  it('compares all reports when asked to', () => {
    const result = ask(data, { groupBy: ['year'], change: 'all' })
    expect(figure(result, RECEIVED, 0).change).toEqual({
      from: null,
      to: 50,
      difference: null,
      relative: null,
      agencies: 2,
      leftOut: 0,
      predecessors: 0,
    })
    expect(figure(result, RECEIVED, 1).change).toMatchObject({
      from: 50,
      to: 22,
      relative: -0.56,
      agencies: 3,
      leftOut: 0,
    })
  })

  it('is a difference for an indicator, and no ratio from 0', () => {
    const rates = dataOf(ABC, [
      filed('a', 2022, { 'requests.granted.total': 0, 'requests.settled.total': 4 }),
      filed('a', 2023, { 'requests.granted.total': 1, 'requests.settled.total': 4 }),
    ])
    const result = ask(rates, {
      figures: ['rate.granted', 'requests.granted.total'],
      groupBy: ['agency', 'year'],
      where: { years: [2023] },
      change: 'comparable',
    })
    expect(figure(result, 'rate.granted').change).toMatchObject({ from: 0, to: 0.25, difference: 0.25, relative: null })
    expect(figure(result, 'requests.granted.total').change).toMatchObject({
      from: 0,
      to: 1,
      difference: 1,
      relative: null,
    })
  })
})
