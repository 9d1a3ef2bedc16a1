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

  it('compare a successor with the one it came of, and a merger with all that went into it', () => {
    const { groups } = ask(data, { groupBy: ['agency', 'year'], lineage: true, change: 'comparable' })
    const changes = groups.map(({ key, figures }) => [key.agency, key.year, figures[RECEIVED]?.change?.difference])
    expect(changes).toContainEqual(['data', 2023, 10])
    expect(changes).toContainEqual(['data', 2022, 10])
    expect(changes).toContainEqual(['market', 2022, 88])
    const merged = groups.find(({ key }) => key.agency === 'market' && key.year === 2022)?.figures[RECEIVED]?.change
    expect(merged).toMatchObject({ from: 12, to: 100, agencies: 1, predecessors: 1, leftOut: 0 })
  })

  it('give the same whole as single agencies', () => {
    const single = ask(data, { groupBy: ['year'] })
    const joined = ask(data, { groupBy: ['year'], lineage: true })
    expect(joined.groups.map(({ figures }) => figures[RECEIVED]?.value)).toEqual(
      single.groups.map(({ figures }) => figures[RECEIVED]?.value),
    )
  })
})

/** The change of the series of `m` in 2022: what it is compared with, and what with; `null` where with nothing. */
function changeInto(register: Parameters<typeof dataOf>[0], reports: Parameters<typeof dataOf>[1]): unknown {
  const { groups } = ask(dataOf(register, reports), {
    groupBy: ['agency', 'year'],
    where: { agencies: ['m'], years: [2022] },
    lineage: true,
    change: 'comparable',
  })
  const change = groups[0]?.figures[RECEIVED]?.change
  return change?.from == null ? null : [change.from, change.to, change.predecessors]
}
const received = (id: string, year: number, count: number) => filed(id, year, { [RECEIVED]: count })

describe('the year before of a body that came of others', () => {
  const two = [agency('one', { to: 2021, successor: 'm' }), agency('two', { to: 2021, successor: 'm' })]

  it('is nothing where one of them has no report, or none that says the number', () => {
    const after = [received('one', 2021, 5), received('m', 2022, 9)]
    expect(changeInto([agency('m', { from: 2022 }), ...two], after)).toBeNull()
    const blank = filed('two', 2021, { [RECEIVED]: null })
    expect(changeInto([agency('m', { from: 2022 }), ...two], [...after, blank])).toBeNull()
    expect(changeInto([agency('m', { from: 2022 }), ...two], [...after, received('two', 2021, 3)])).toEqual([8, 9, 1])
  })

  it('of a body that was there already is its own and theirs together, never its own alone', () => {
    const reports = [received('m', 2021, 20), received('one', 2021, 5), received('m', 2022, 30)]
    const [one] = two
    if (!one) throw new Error('no agency')
    expect(changeInto([agency('m'), one], reports)).toEqual([25, 30, 1])
    expect(changeInto([agency('m'), ...two], reports)).toBeNull()
    expect(changeInto([agency('m', { from: 2010 }), one], reports.slice(1))).toBeNull()
    expect(changeInto([agency('m', { from: 2022 }), one], reports.slice(1))).toEqual([5, 30, 1])
  })

  it('counts nothing twice where one still reports beside its successor', () => {
    const [one] = two
    if (!one) throw new Error('no agency')
    const reports = [received('one', 2021, 5), received('one', 2022, 6), received('m', 2022, 30)]
    const { groups } = ask(dataOf([agency('m'), one], reports), {
      groupBy: ['agency', 'year'],
      where: { years: [2022] },
      lineage: true,
      change: 'comparable',
    })
    expect(groups[0]?.figures[RECEIVED]?.change).toMatchObject({ from: 5, to: 6, predecessors: 0, leftOut: 1 })
  })

  it('without years is told by who reports: a new name goes on from the old one, an old body without its report is left open', () => {
    const open = agency('one', { successor: 'm' })
    expect(changeInto([agency('m'), open], [received('one', 2021, 5), received('m', 2022, 9)])).toEqual([5, 9, 1])
    const both = [received('one', 2021, 5), received('m', 2021, 2), received('m', 2022, 9)]
    expect(changeInto([agency('m'), open], both)).toBeNull()
    expect(changeInto([agency('m'), open], both.slice(1))).toEqual([2, 9, 0])
  })
})
