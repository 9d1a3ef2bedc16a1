import { describe, expect, it } from 'vitest'
import { compareAgencies, heatSteps, sortCompared, spreadOf } from '@/charts/comparison'
import { compareChart } from '@/charts/compareChart'
import { gapOf } from '@/charts/table'
import type { Change, Figure, Group, QueryResult } from '@/cube/query'

const STATES = { repaired: 0, inferred: 0, corrected: 0, inError: 0 }
const GAPS = { notOnForm: 0, tableAbsent: 0, unread: 0, blank: 0 }
const RATE = 'rate.opened'
const NAMES = new Map([
  ['a', '甲局'],
  ['b', '乙局'],
  ['c', '丙局'],
])

const rate = (numerator: number, denominator: number, change?: Change): Figure => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  reports: 1,
  gaps: GAPS,
  states: STATES,
  ...(change && { change }),
})
const from = (before: number | null, now: number | null): Change => ({
  from: before,
  to: now,
  relative: null,
  difference: null,
  agencies: 1,
  leftOut: 0,
  predecessors: 0,
})
const group = (key: Group['key'], figure: Figure): Group => ({
  key,
  reports: 1,
  agencies: 1,
  missing: 0,
  figures: { [RATE]: figure },
})
const result = (groups: Group[]): QueryResult => ({
  groups,
  scope: 'own',
  scopeChosen: false,
  reports: groups.length,
  agencies: 3,
  missing: 0,
  years: [2020, 2024],
})

const byYear = result([group({ year: 2020 }, rate(50, 100)), group({ year: 2024 }, rate(90, 150, from(0.55, 0.6)))])
const byAgency = result([
  group({ agency: 'a', year: 2020 }, rate(20, 40)),
  group({ agency: 'a', year: 2024 }, rate(45, 60, from(0.7, 0.75))),
  group({ agency: 'b', year: 2024 }, rate(44, 80)),
  group({ agency: 'c', year: 2020 }, rate(30, 60)),
  group({ agency: 'c', year: 2024 }, rate(1, 10)),
])
const comparison = compareAgencies(byAgency, byYear, RATE, NAMES, 30)
const find = (id: string) => comparison.agencies.find((agency) => agency.id === id)

describe('a comparison over agencies and years', () => {
  it('takes the whole from the engine, not from the agencies', () => {
    expect(comparison.whole.map((figure) => figure?.value)).toEqual([0.5, 0.6])
  })

  it('tells the change on the year before, never on the column before', () => {
    expect(find('a')?.change).toBeCloseTo(5)
    expect(comparison.wholeChange.change).toBeCloseTo(5)
    expect(find('b')?.change).toBeNull()
  })

  it('ranks and colours no rate on fewer cases than the least n', () => {
    expect([find('a')?.rank, find('b')?.rank, find('c')?.rank]).toEqual([1, 2, null])
    expect(comparison.ranked).toBe(2)
  })

  it('keeps a report that is missing apart from one that is not owed', () => {
    const none: Figure = { value: null, reports: 0, gaps: GAPS, states: STATES }
    const due: Group = { ...group({ agency: 'b', year: 2020 }, none), reports: 0, missing: 1 }
    const late = compareAgencies(result([due, ...byAgency.groups]), byYear, RATE, NAMES, 30)
    const gaps = (of: typeof late) => gapOf(of.agencies.find(({ id }) => id === 'b')?.figures[0])
    expect([gaps(late), gaps(comparison)]).toEqual(['missing', 'notOwed'])
  })

  it('keeps what was not read apart from what the agency left blank', () => {
    const gapWith = (gaps: Partial<typeof GAPS>) =>
      gapOf({ value: null, reports: 1, gaps: { ...GAPS, ...gaps }, states: STATES })
    expect([gapWith({ blank: 1 }), gapWith({ unread: 1 }), gapWith({ blank: 3, unread: 1 })]).toEqual([
      'blank',
      'unread',
      'unread',
    ])
  })

  it('leaves a year without a report empty', () => {
    expect(find('b')?.figures.map((figure) => figure?.value)).toEqual([undefined, 0.55])
  })

  it('puts what has no number last in either direction', () => {
    const order = (descending: boolean) => sortCompared(comparison, 'last', descending, 0).map(({ id }) => id)
    expect(order(true)).toEqual(['a', 'b', 'c'])
    expect(order(false)).toEqual(['b', 'a', 'c'])
  })

  it('spreads over firm figures alone', () => {
    expect(spreadOf(comparison).at(-1)?.median).toBeCloseTo(0.65)
  })
})

describe('a change on the year before', () => {
  const wrong = { ...rate(50, 100), states: { ...STATES, inError: 1 } }
  const of = (before: Figure, now: Figure) =>
    compareAgencies(
      result([group({ agency: 'a', year: 2023 }, before), group({ agency: 'a', year: 2024 }, now)]),
      { ...result([group({ year: 2023 }, before), group({ year: 2024 }, now)]), years: [2023, 2024] },
      RATE,
      NAMES,
      30,
    )
  const change = { ...from(0.5, 0.6), difference: 0.1 }

  it('is marked where either year rests on an open error', () => {
    for (const [before, now] of [
      [wrong, rate(60, 100, change)],
      [rate(50, 100), { ...rate(60, 100, change), states: wrong.states }],
    ] as const) {
      const marked = of(before, now)
      expect([marked.agencies[0]?.changeInError, marked.wholeChange.changeInError]).toEqual([true, true])
      const notes = compareChart(marked, result([]), 'matrix', marked.agencies, []).notes.map(({ text }) => text.zh)
      expect(notes.join('')).toContain('2 个较上年的变化')
    }
  })

  it('is marked where the filter leaves the earlier year out', () => {
    const now = result([group({ agency: 'a', year: 2024 }, rate(60, 100, change))])
    const all = result([group({ year: 2024 }, rate(60, 100, change))])
    const prior = {
      byAgency: result([group({ agency: 'a', year: 2023 }, wrong)]),
      byYear: result([group({ year: 2023 }, wrong)]),
    }
    const marked = compareAgencies(now, all, RATE, NAMES, 30, prior)
    expect([marked.agencies[0]?.changeInError, marked.wholeChange.changeInError]).toEqual([true, true])
  })

  it('is not marked where neither does, or where there is none', () => {
    expect(of(rate(50, 100), rate(60, 100, change)).agencies[0]?.changeInError).toBe(false)
    expect(of(wrong, rate(60, 100)).agencies[0]?.changeInError).toBe(false)
  })
})

describe('a figure that the newest form lacks', () => {
  const id = 'proactive.normativeDocs.made'
  it('is sorted, ranked and compared by the last year that has it', () => {
    const count = (value: number | null): Figure => ({ value, reports: 1, gaps: GAPS, states: STATES })
    const filed = (agency: string, year: number, value: number | null): Group => ({
      ...group({ agency, year }, count(value)),
      figures: { [id]: count(value) },
    })
    const groups = [filed('a', 2020, 3), filed('b', 2020, 8), filed('a', 2021, null), filed('b', 2021, null)]
    const sums = [2020, 2021].map((year) => ({ ...filed('', year, 1), key: { year } }))
    const old = compareAgencies(result(groups), result(sums), id, NAMES, 30)
    expect(old.lastYear).toBe(2020)
    expect(sortCompared(old, 'last', true, 0).map(({ id: agency, rank }) => [agency, rank])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
  })
})

describe('heat steps', () => {
  it('are even for rates and follow 1, 2, 5 for counts', () => {
    expect(heatSteps([0.42, 0.91], 'ratio')).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(heatSteps([0, 0.769], 'ratio')).toEqual([0.2, 0.4, 0.6, 0.8, 1])
    expect(heatSteps([0, 1.3], 'ratio')).toEqual([0.5, 1])
    expect(heatSteps([0, 3, 120], 'count')).toEqual([2, 5, 10, 20, 50, 100])
  })

  it('are none without values', () => {
    expect(heatSteps([], 'count')).toEqual([])
  })
})
