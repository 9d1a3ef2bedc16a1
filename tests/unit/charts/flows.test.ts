import { describe, expect, it } from 'vitest'
import { FLOW_FIGURES, flowsChart } from '@/charts/flows'
import { readingText } from '@/charts/readings'
import { answer } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

type Numbers = Partial<Record<FieldId, number | null>>
const year = (carriedIn: number | null, received: number, settled: number, carriedOut: number | null): Numbers => ({
  'requests.carriedIn.total': carriedIn,
  'requests.received.total': received,
  'requests.settled.total': settled,
  'requests.carriedOut.total': carriedOut,
})
const AB = [agency('a', { from: 2020 }), agency('b', { from: 2020 })]
const NAMES = new Map([['a', '甲局']])
const chartOf = (reports: Parameters<typeof dataOf>[1], agencies = AB) => {
  const data = dataOf(agencies, reports)
  const ask = (groupBy: readonly ('agency' | 'year')[]) => answer(data, { figures: FLOW_FIGURES, groupBy, where: {} })
  return flowsChart(ask(['year']), ask(['agency', 'year']), NAMES)
}
const notes = (chart: ReturnType<typeof chartOf>) => chart.notes.map(({ text }) => text.zh)
const CONTEXT = { language: 'zh', theme: 'light', decals: false, width: 760, height: 292, scale: 1 } as const

const FOOTING = [
  filed('a', 2021, year(5, 100, 95, 10)),
  filed('b', 2021, year(0, 40, 38, 2)),
  filed('a', 2022, year(10, 90, 96, 4)),
  filed('b', 2022, year(2, 50, 50, 2)),
]

describe('stock and flow', () => {
  it('say the numbers of the table, and that they meet', () => {
    const chart = chartOf(FOOTING)
    expect(chart.table.rows[1]?.slice(1, 7)).toMatchObject([
      { value: 12 },
      { value: 140 },
      { value: 146 },
      { value: 6 },
      { value: 152 },
      { value: 0, unit: 'signedCount' },
    ])
    const said = readingText(chart, 'zh')
    expect(said).toContain('2022 年上年结转 12 件，新收 140 件，办结 146 件，结转下年 6 件；办结率 96.1%（n 152）。')
    expect(said).toContain('结转下年比上年结转少 6 件。')
    expect(said).toContain('结转减少的是 2022 年')
    expect(said).toContain('受理与去向都相等')
    expect(notes(chart)).toEqual([])
  })

  it('say who does not foot, even where two errors cancel out', () => {
    const chart = chartOf([filed('a', 2021, year(5, 100, 95, 7)), filed('b', 2021, year(0, 40, 38, 5))])
    expect(chart.table.rows[0]?.[6]).toMatchObject({ value: 0 })
    expect(notes(chart)).toContain('2021 年上年结转 + 新收 ≠ 办结 + 结转下年：甲局 +3、b −3。')
    expect(readingText(chart, 'zh')).toContain('2021 年有机关的受理与去向不等')
  })

  it('make up what two years differ by of those that differ, come and go', () => {
    const chart = chartOf(
      [
        filed('a', 2021, year(0, 10, 4, 6)),
        filed('b', 2021, year(0, 10, 7, 3)),
        filed('a', 2022, year(8, 10, 18, 0)),
        filed('c', 2022, year(1, 10, 11, 0)),
      ],
      [...AB.map((one) => (one.id === 'b' ? { ...one, to: 2021 } : one)), agency('c', { from: 2022 })],
    )
    expect(notes(chart)).toContain(
      '2021 年结转下年 9 件，2022 年上年结转 9 件（两年都有数而前后不一的：甲局 +2；上一年缺数的机关转入 1 件；下一年缺数的机关转出 3 件）。',
    )
  })

  it('take a blank for no zero: nothing is checked, drawn or said of it', () => {
    const chart = chartOf([filed('a', 2021, year(5, 100, 95, null)), filed('b', 2021, year(0, 40, 38, null))])
    expect(chart.table.rows[0]?.[4]).toMatchObject({ value: null, gap: 'blank' })
    expect(chart.table.rows[0]?.[6]).toMatchObject({ value: null, gap: 'notComparable' })
    expect(notes(chart).join('')).toContain('四项不全、无法核对受理与去向的机关：2021 年 2 个')
    expect(readingText(chart, 'zh')).not.toMatch(/年末结转|收与支/u)
    const [native] = chart.native ?? []
    expect(native?.series.map(({ values }) => values)).toEqual([
      [5, null],
      [140, null],
      [null, null],
    ])
  })

  it('are the same in office programs: each side of a year adds to what was accepted', () => {
    const { native, table } = chartOf(FOOTING)
    const { categories = [], series = [] } = native?.[0] ?? {}
    expect(categories.map(({ zh }) => zh)).toEqual(['2021 受理', '2021 去向', '2022 受理', '2022 去向'])
    categories.forEach((_, at) => {
      const sum = series.reduce((all, { values }) => all + (values[at] ?? 0), 0)
      expect(table.rows[Math.floor(at / 2)]?.[5]).toMatchObject({ value: sum })
    })
  })

  it('show where each year and part stands, within the drawing', () => {
    const places = chartOf(FOOTING).places?.(CONTEXT) ?? []
    expect(places.map(({ mark }) => mark.part).filter((part) => part === 'carriedOut')).toHaveLength(2)
    for (const { box } of places) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(CONTEXT.width)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(CONTEXT.height)
    }
  })
})
