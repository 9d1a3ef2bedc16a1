import { describe, expect, it } from 'vitest'
import { boundsOf, histogramOf } from '@/charts/bins'
import { compareAgencies } from '@/charts/comparison'
import { histogramChart } from '@/charts/histogram'
import { spreadLabels } from '@/charts/labelSpread'
import { slopeChart, slopeOf } from '@/charts/slope'
import { answer } from '@/cube/engine'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const RATE = 'rate.granted'
const settled = (granted: number, all: number) => ({ 'requests.granted.total': granted, 'requests.settled.total': all })
const data = dataOf(
  ['up', 'down', 'same', 'small', 'new', 'blank'].map((id) => agency(id)),
  [
    filed('up', 2020, settled(20, 100)),
    filed('up', 2023, settled(52, 100)),
    filed('down', 2020, settled(60, 100)),
    filed('down', 2023, settled(30, 100)),
    filed('same', 2020, settled(40, 100)),
    filed('same', 2023, settled(40, 100)),
    filed('small', 2020, settled(1, 3)),
    filed('small', 2023, settled(100, 100)),
    filed('new', 2023, settled(50, 100), { inError: ['requests.settled.total'] }),
    filed('blank', 2020, settled(10, 100)),
    filed('blank', 2023, { 'requests.granted.total': null, 'requests.settled.total': 100 }),
  ],
)
const ask = (groupBy: readonly ('agency' | 'year')[]) =>
  answer(data, { figures: [RATE], groupBy, where: {}, change: 'comparable' })
const byYear = ask(['year'])
const comparison = compareAgencies(ask(['agency', 'year']), byYear, RATE, new Map(), 30)

describe('a slope', () => {
  const slope = slopeOf(comparison, [2020, 2023])
  const chart = slopeChart(comparison, byYear, [2020, 2023], ['up', 'small'])

  it('has every agency once: drawn, on too small an n, or without a number', () => {
    expect(slope.lines.map(({ agency: { id }, by }) => [id, Math.round(by * 10) / 10])).toEqual([
      ['up', 32],
      ['down', -30],
      ['same', 0],
    ])
    expect(slope.small.map(({ id }) => id)).toEqual(['small'])
    expect(slope.without.map(({ id }) => id)).toEqual(['blank', 'new'])
  })

  it('says who moved most either way, and counts who is not drawn, the chosen by name', () => {
    expect(chart.readings.map(({ zh }) => zh)).toEqual([
      '2023 年与 2020 年可比的 3 个机关中，1 个上升，1 个下降，1 个持平。',
      '升幅最大：up，由 20.0% 到 52.0%（n 均为 100），升 32.0 个百分点。',
      '降幅最大：down，由 60.0% 到 30.0%（n 均为 100），降 30.0 个百分点。',
    ])
    const notes = chart.notes.map(({ text }) => text.zh)
    expect(notes).toContain('任一年 n < 30 的 1 个机关（含small）不画。')
    expect(notes).toContain('缺任一年的数的 2 个机关不画。')
  })

  it('takes no difference where a year has no number', () => {
    const rows = new Map(chart.table.rows.map(([name, , , by]) => [name?.kind === 'text' ? name.text.zh : '', by]))
    expect(rows.get('up')).toMatchObject({ value: 0.32, signed: true, shown: 32 })
    expect(rows.get('new')).toMatchObject({ value: null, gap: 'notComparable' })
  })

  it('stands on the reports of its two years', () => {
    expect(chart.basis).toMatchObject({ years: [2020, 2023], reports: 11, missing: 1 })
  })
})

describe('a distribution', () => {
  const histogram = histogramOf(comparison, 2023)

  it('counts every agency that has a number in one class, the small apart', () => {
    const classes = histogram.bins.map(({ label, firm, small }) => [label.zh, firm.length, small.length])
    expect(classes).toEqual([
      ['30%–40%', 1, 0],
      ['40%–50%', 1, 0],
      ['50%–60%', 2, 0],
      ['60%–70%', 0, 0],
      ['70%–80%', 0, 0],
      ['80%–90%', 0, 0],
      ['90%–100%', 1, 0],
    ])
    expect(histogram).toMatchObject({ firm: 5, small: 0, without: 1, median: 0.5 })
  })

  it('keeps rates on few cases out of median and quartiles', () => {
    const before = histogramOf(comparison, 2020)
    expect(before).toMatchObject({ firm: 4, small: 1, without: 1, median: 0.30000000000000004 })
    expect(before.bins.flatMap(({ small }) => small.map(({ id }) => id))).toEqual(['small'])
  })

  it('marks the class of an agency in error, in table and native chart too', () => {
    const { table, native } = histogramChart(comparison, byYear, 2023, [])
    expect(table.rows[2]?.[1]).toMatchObject({ value: 2, states: { inError: 1 } })
    expect(native?.[0]?.categories.map(({ zh }) => zh)).toContain('50%–60% E')
  })

  it('has round bounds that hold all values', () => {
    expect(boundsOf([0.31, 0.52], 'ratio')).toEqual([0.3, 0.35, 0.4, 0.45, 0.5, 0.55])
    expect(boundsOf([0, 1], 'ratio')).toHaveLength(11)
    expect(boundsOf([0, 3, 120], 'count')).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 200])
    expect(boundsOf([0], 'count')).toEqual([0, 1])
    expect(boundsOf([-7, 12], 'signedCount')).toEqual([-8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12])
    expect(boundsOf([0.3, 40], 'money')[1]).toBe(0.1)
    expect(boundsOf([], 'count')).toEqual([])
    for (const values of [[4_000_000, 3], [0.05], [1.2, 0.1]]) {
      const bounds = boundsOf(values, values.length > 1 && (values[0] ?? 0) < 2 ? 'ratio' : 'money')
      expect(bounds[0]).toBeLessThanOrEqual(Math.min(...values))
      expect(bounds.at(-1)).toBeGreaterThanOrEqual(Math.max(...values))
    }
  })
})

describe('labels at line ends', () => {
  it('stand apart, within, near their points and in their order', () => {
    const wanted = [50, 52, 51, 10, 99]
    const placed = spreadLabels(wanted, 10, 0, 100)
    const order = [3, 0, 2, 1, 4].map((at) => placed[at] ?? Number.NaN)
    order.slice(1).forEach((y, at) => expect(y - (order[at] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9))
    expect(order).toEqual([10, 41, 51, 61, 99])
  })

  it('begin at the top where there are too many', () => {
    expect(spreadLabels([5, 5, 5], 10, 0, 10)).toEqual([0, 10, 20])
  })
})
