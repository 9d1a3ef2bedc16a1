import { describe, expect, it } from 'vitest'
import { DataSet } from '@/cube/dataSet'
import type { Query } from '@/cube/query'
import { RECEIVED, ask, dataOf, figure } from './asked'
import { agency, filed } from './filed'

describe('scopes', () => {
  const government = agency('政府', { kind: 'government', scope: 'summed' })
  const data = dataOf(
    [government, agency('a'), agency('b')],
    [
      filed('政府', 2023, { [RECEIVED]: 30 }),
      filed('a', 2023, { [RECEIVED]: 10 }),
      filed('b', 2023, { [RECEIVED]: 20 }),
    ],
  )

  it('are never mixed: the bodies themselves where the selection has both', () => {
    const result = ask(data, {})
    expect(result).toMatchObject({ scope: 'own', scopeChosen: true, reports: 2, agencies: 2 })
    expect(figure(result, RECEIVED).value).toBe(30)
  })

  it('are the one that the selection has, or the one asked for', () => {
    expect(ask(data, { where: { kinds: ['government'] } })).toMatchObject({
      scope: 'summed',
      scopeChosen: false,
      reports: 1,
    })
    expect(ask(data, { where: { scope: 'summed' } })).toMatchObject({ scope: 'summed', scopeChosen: false, reports: 1 })
    expect(ask(data, { where: { agencies: ['nobody'] } })).toMatchObject({ scope: null, reports: 0 })
  })
})

describe('missing reports', () => {
  const data = dataOf(
    [agency('a'), agency('b', { from: 2022 }), agency('c', { to: 2022 })],
    [filed('a', 2021), filed('b', 2022), filed('c', 2022), filed('c', 2023)],
  )

  it('are agency-years that owe one in the years of the data', () => {
    const result = ask(data, { groupBy: ['year'] })
    expect(result.groups.map(({ key, reports, missing }) => [key.year, reports, missing])).toEqual([
      [2021, 1, 1],
      [2022, 2, 1],
      [2023, 1, 2],
    ])
    expect(result.missing).toBe(4)
    expect(ask(data, { groupBy: ['agency'] }).groups.map(({ key, missing }) => [key.agency, missing])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ])
  })

  it('are counted for a year that the filter names though nobody reported', () => {
    const result = ask(data, { groupBy: ['year'], where: { years: [2024] } })
    expect(result).toMatchObject({ scope: null, reports: 0, missing: 2, years: [] })
    expect(result.groups).toHaveLength(1)
    expect(figure(result, RECEIVED)).toMatchObject({ value: null, reports: 0 })
  })
})

describe('groups', () => {
  it('come in the order of the dimensions, nothing last', () => {
    const data = dataOf(
      [
        agency('d', { region: '', level: 'township', kind: 'township' }),
        agency('b', { region: '西区', system: 'police' }),
        agency('a', { region: '东区', system: 'finance' }),
      ],
      [filed('d', 2022), filed('b', 2023), filed('a', 2023), filed('a', 2022), filed('b', 2022), filed('d', 2023)],
    )
    const keys = (groupBy: Query['groupBy']) => ask(data, { groupBy }).groups.map(({ key }) => Object.values(key))
    expect(keys(['region'])).toEqual([['东区'], ['西区'], [null]])
    expect(keys(['system', 'year'])).toEqual([
      ['finance', 2022],
      ['finance', 2023],
      ['police', 2022],
      ['police', 2023],
      [null, 2022],
      [null, 2023],
    ])
    expect(keys(['year', 'agency']).slice(0, 3)).toEqual([
      [2022, 'a'],
      [2022, 'b'],
      [2022, 'd'],
    ])
    expect(keys(['kind', 'level'])).toEqual([
      ['department', 'county'],
      ['township', 'township'],
    ])
  })

  it('are one without dimensions, even without data', () => {
    const result = ask(new DataSet(), { figures: [RECEIVED, 'rate.granted'] })
    expect(result).toMatchObject({ scope: null, reports: 0, agencies: 0, missing: 0, years: [] })
    expect(result.groups).toHaveLength(1)
    expect(figure(result, RECEIVED)).toMatchObject({ value: null, reports: 0 })
    expect(figure(result, 'rate.granted').numerator).toBeUndefined()
  })

  it('are none by year without data', () => {
    expect(ask(new DataSet(), { groupBy: ['year'] }).groups).toEqual([])
  })
})
