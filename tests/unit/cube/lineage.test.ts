import { describe, expect, it } from 'vitest'
import type { Query, QueryResult } from '@/cube/query'
import { ask, dataOf, RECEIVED } from './asked'
import { agency, filed } from './filed'

const data = dataOf(
  [
    agency('data', { name: '数据局', system: 'services' }),
    agency('big', { name: '大数据局', to: 2022, successor: 'data', system: 'industry' }),
    agency('market', { name: '市场监管局', from: 2022 }),
    agency('trade', { name: '工商局', to: 2021, successor: 'market' }),
    agency('quality', { name: '质监局', to: 2021, successor: 'market' }),
  ],
  [
    filed('big', 2021, { [RECEIVED]: 10 }),
    filed('big', 2022, { [RECEIVED]: 20 }),
    filed('data', 2023, { [RECEIVED]: 30 }),
    filed('trade', 2021, { [RECEIVED]: 5 }),
    filed('quality', 2021, { [RECEIVED]: 7 }),
    filed('market', 2022, { [RECEIVED]: 100 }),
  ],
)

/** `agency year` → value, reports, missing. */
function told(query: Partial<Query>): Record<string, unknown> {
  const { groups }: QueryResult = ask(data, { groupBy: ['agency', 'year'], ...query })
  return Object.fromEntries(
    groups.map(({ key, figures, reports, missing }) => [
      `${String(key.agency)} ${String(key.year)}`,
      [figures[RECEIVED]?.value, reports, missing],
    ]),
  )
}

describe('series that follow successors', () => {
  it('go on over a rename, and before a merger are the sum of those that merged', () => {
    expect(told({ lineage: true })).toEqual({
      'data 2021': [10, 1, 0],
      'data 2022': [20, 1, 0],
      'data 2023': [30, 1, 0],
      'market 2021': [12, 2, 0],
      'market 2022': [100, 1, 0],
      'market 2023': [null, 0, 1],
    })
  })

  it('are not followed unless asked', () => {
    expect(told({})).toMatchObject({ 'big 2021': [10, 1, 0], 'data 2021': [null, 0, 1], 'trade 2021': [5, 1, 0] })
  })

  it('say where one of those that merged has no report', () => {
    const lacking = dataOf(
      [agency('m', { from: 2022 }), agency('one', { to: 2021, successor: 'm' }), agency('two', { successor: 'm' })],
      [filed('one', 2021, { [RECEIVED]: 5 }), filed('m', 2022, { [RECEIVED]: 9 })],
    )
    const { groups } = ask(lacking, { groupBy: ['agency', 'year'], lineage: true })
    expect(groups.map(({ key, missing }) => [key.agency, key.year, missing])).toEqual([
      ['m', 2021, 1],
      ['m', 2022, 0],
    ])
  })

  it('are let in whole by what the head is, and by the name of any of them', () => {
    const whole = { 'data 2021': [10, 1, 0], 'data 2022': [20, 1, 0], 'data 2023': [30, 1, 0] }
    expect(told({ lineage: true, where: { systems: ['services'] } })).toEqual(whole)
    expect(told({ lineage: true, where: { systems: ['industry'] } })).toEqual({})
    expect(told({ lineage: true, where: { agencies: ['big'] } })).toEqual(whole)
  })

  it('compare a successor with the one it came of, and a merger with nothing', () => {
    const { groups } = ask(data, { groupBy: ['agency', 'year'], lineage: true, change: 'comparable' })
    const changes = groups.map(({ key, figures }) => [key.agency, key.year, figures[RECEIVED]?.change?.difference])
    expect(changes).toContainEqual(['data', 2023, 10])
    expect(changes).toContainEqual(['data', 2022, 10])
    expect(changes).toContainEqual(['market', 2022, null])
  })

  it('give the same whole as single agencies', () => {
    const single = ask(data, { groupBy: ['year'] })
    const joined = ask(data, { groupBy: ['year'], lineage: true })
    expect(joined.groups.map(({ figures }) => figures[RECEIVED]?.value)).toEqual(
      single.groups.map(({ figures }) => figures[RECEIVED]?.value),
    )
  })
})
