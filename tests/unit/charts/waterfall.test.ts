import { describe, expect, it } from 'vitest'
import { readingText } from '@/charts/readings'
import { waterfallChart } from '@/charts/waterfall'
import { WATERFALL_OUTCOMES, waterfallByAgency, waterfallByOutcome } from '@/charts/waterfallSteps'
import type { Waterfall } from '@/charts/waterfallSteps'
import { answer } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { bareDrawing } from '@/exports/picture'
import { dataOf, RECEIVED } from '../cube/asked'
import { agency, filed } from '../cube/filed'

type Numbers = Partial<Record<FieldId, number | null>>
const received = (value: number | null): Numbers => ({ 'requests.received.total': value })
const AGENCIES = [
  agency('a', { from: 2020 }),
  agency('b', { from: 2020 }),
  agency('gone', { from: 2020, to: 2021 }),
  agency('new', { from: 2022 }),
  agency('silent', { from: 2020 }),
]
const REPORTS = [
  filed('a', 2021, received(100)),
  filed('a', 2022, received(130)),
  filed('b', 2021, received(50)),
  filed('b', 2022, received(45)),
  filed('gone', 2021, received(7)),
  filed('new', 2022, received(11)),
  filed('silent', 2021, received(20)),
]
const ask = (data: ReturnType<typeof dataOf>, figures: readonly string[]) =>
  answer(data, { figures, groupBy: ['agency', 'year'], where: {}, change: 'comparable', lineage: true })
const byAgency = (reports = REPORTS, agencies = AGENCIES, years: Waterfall['years'] = [2021, 2022]) =>
  waterfallByAgency(ask(dataOf(agencies, reports), [RECEIVED]), RECEIVED, years, new Map([['a', '甲局']]))
const chartOf = (waterfall: Waterfall) => waterfallChart(waterfall, 'own', new Map())
const steps = ({ steps: all }: Waterfall) => all.map(({ kind, change }) => [kind, change])
const footed = ({ start, steps: all }: Waterfall) => all.reduce((sum, { change }) => sum + change, start ?? 0)

describe('what changed between two years', () => {
  it('foots from total to total, with who came, went and did not report in steps of their own', () => {
    const waterfall = byAgency()
    expect(waterfall).toMatchObject({ start: 177, end: 186 })
    expect(steps(waterfall)).toEqual([
      ['agency', 30],
      ['agency', -5],
      ['came', 11],
      ['gone', -7],
      ['unreportedNow', -20],
    ])
    expect(footed(waterfall)).toBe(186)
  })

  it('calls only that a rise which both years have', () => {
    const said = readingText(chartOf(byAgency()), 'zh')
    expect(said).toContain('两年都有数的 2 个机关合计增 25 件（16.7%）。')
    expect(said).toContain('另有 −16 件来自两年不可比的机关')
    expect(said).toContain('增加最多：甲局 +30 件（100→130）。')
    expect(said).toContain('减少最多：b −5 件（50→45）。')
  })

  it('names who moved most among all, not among those that have a step of their own', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const now = (id: string): number => (id === 'j' ? 12 : id === 'a' ? 0 : 5)
    const waterfall = byAgency(
      ids.flatMap((id) => [filed(id, 2021, received(10)), filed(id, 2022, received(now(id)))]),
      ids.map((id) => agency(id, { from: 2020 })),
    )
    expect(waterfall.steps.some(({ key }) => key === 'j')).toBe(false)
    const said = readingText(chartOf(waterfall), 'zh')
    expect(said).toContain('增加最多：j +2 件（10→12）。')
    expect(said).toContain('减少最多：甲局 −10 件（10→0）。')
  })

  it('takes a blank for no zero', () => {
    const blank = [...REPORTS.slice(0, 3), filed('b', 2022, received(null))]
    const waterfall = byAgency(blank, AGENCIES.slice(0, 2))
    expect(steps(waterfall)).toEqual([
      ['agency', 30],
      ['blankNow', -50],
    ])
    const [, apart] = chartOf(waterfall).table.rows
    expect(apart?.slice(1, 3)).toMatchObject([{ value: 50 }, { value: null, gap: 'blank' }])
  })

  it('lets no part of a merged body pass for its growth', () => {
    const bodies = [
      agency('x', { from: 2020, to: 2021, successor: 'z' }),
      agency('y', { from: 2020, to: 2021, successor: 'z' }),
      agency('z', { from: 2022 }),
    ]
    const all = [filed('x', 2021, received(10)), filed('y', 2021, received(5)), filed('z', 2022, received(16))]
    expect(steps(byAgency(all, bodies))).toEqual([['agency', 1]])
    expect(byAgency(all, bodies).ofPredecessors).toBe(1)
    expect(
      steps(
        byAgency(
          [all[0], all[2]].flatMap((one) => one ?? []),
          bodies,
        ),
      ),
    ).toEqual([['partial', 6]])
  })

  it('names those that moved most and folds the others', () => {
    const many = Array.from({ length: 12 }, (_, at) => agency(`m${at}`))
    const reports = many.flatMap(({ id }, at) => [filed(id, 2021, received(10)), filed(id, 2022, received(10 + at))])
    const waterfall = byAgency(reports, many)
    expect(waterfall.steps.map(({ change }) => change)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 6])
    expect(waterfall.steps.at(-1)).toMatchObject({ kind: 'rest', label: { zh: '其余 4 个机关' } })
  })

  it('says nothing of a year without numbers', () => {
    const waterfall = byAgency(REPORTS, AGENCIES, [2022, 2023])
    expect(waterfall).toMatchObject({ start: 186, end: null, steps: [] })
    expect(readingText(chartOf(waterfall), 'zh')).toContain('有一年没有数，不能比较。')
  })

  it('refuses rates, which do not add up', () => {
    const result = ask(dataOf(AGENCIES, REPORTS), ['rate.granted'])
    expect(() => waterfallByAgency(result, 'rate.granted', [2021, 2022], new Map())).toThrow(RangeError)
  })
})

describe('what changed by outcome', () => {
  const outcomes = (granted: number, refused: number | null, settled: number): Numbers => ({
    'requests.granted.total': granted,
    'requests.refused.thirdParty.total': refused,
    'requests.settled.total': settled,
  })
  const of = (...reports: ReturnType<typeof filed>[]) =>
    waterfallByOutcome(ask(dataOf(AGENCIES.slice(0, 2), reports), WATERFALL_OUTCOMES), [2021, 2022])

  it('foots over the outcomes, and says what the printed total has besides', () => {
    const waterfall = of(filed('a', 2021, outcomes(60, 40, 100)), filed('a', 2022, outcomes(80, 30, 113)))
    expect(waterfall.steps.map(({ key, change }) => [key, change])).toEqual([
      ['granted', 20],
      ['partial', 0],
      ['refused', -10],
      ['unavailable', 0],
      ['notProcessed', 0],
      ['otherwise', 0],
      [undefined, 3],
    ])
    expect(footed(waterfall)).toBe(113)
  })

  it('keeps an agency without all outcomes apart', () => {
    const waterfall = of(
      filed('a', 2021, outcomes(60, 40, 100)),
      filed('a', 2022, outcomes(80, 30, 110)),
      filed('b', 2021, outcomes(5, 5, 10)),
      filed('b', 2022, outcomes(6, null, 12)),
    )
    expect(waterfall.steps.at(-1)).toMatchObject({ kind: 'partial', change: 2, agencies: ['b'] })
    expect(footed(waterfall)).toBe(122)
  })
})

describe('the chart of what changed', () => {
  const chart = chartOf(byAgency())

  it('has the changes of the table in office programs', () => {
    const changes = chart.table.rows.slice(0, -1).map((row) => (row[3]?.kind === 'number' ? row[3].value : undefined))
    expect(chart.native?.[0]?.series[0]?.values).toEqual(changes)
    expect(chart.native?.[0]?.categories).toHaveLength(changes.length)
    expect(chart.nativeUnit?.zh).toContain('2021 年 177 → 2022 年 186')
    expect(chart.table.rows.at(-1)?.slice(1, 4)).toMatchObject([{ value: 177 }, { value: 186 }, { value: 9 }])
  })

  it.each([360, 1180])('keeps its rows within %i pixels', (width) => {
    const context = {
      language: 'zh',
      theme: 'dark',
      decals: false,
      width,
      height: chart.heightAt(width),
      scale: 1,
    } as const
    const places = chart.places?.(context) ?? []
    expect(places.map(({ mark }) => mark.agency ?? mark.year)).toEqual([2021, 'a', 'b', 'new', 'gone', 'silent', 2022])
    for (const { box } of places) expect(box.y + box.height).toBeLessThanOrEqual(context.height + 1e-6)
    expect(bareDrawing(chart, context).svg).not.toMatch(/NaN|undefined/u)
  })

  it('says that its axis leaves out what the years share', () => {
    expect(chart.unit.zh).toContain('横轴不从 0 起')
    expect(
      chartOf(byAgency([filed('a', 2021, received(1)), filed('a', 2022, received(9))], AGENCIES.slice(0, 1))).unit.zh,
    ).not.toContain('横轴')
  })
})
