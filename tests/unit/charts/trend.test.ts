import { describe, expect, it } from 'vitest'
import { trendChart } from '@/charts/trend'
import { answer } from '@/cube/engine'
import { bareDrawing } from '@/exports/picture'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const values = (granted: number, settled: number, received = settled) => ({
  'requests.granted.total': granted,
  'requests.settled.total': settled,
  'requests.received.total': received,
})
const MADE = 'proactive.normativeDocs.made'
const RECEIVED = 'requests.received.total'
const chartOf = (reports: Parameters<typeof dataOf>[1], ...figures: string[]) =>
  trendChart(answer(dataOf([agency('a')], reports), { figures, groupBy: ['year'], where: {} }), figures, 30)
const drawn = (chart: ReturnType<typeof chartOf>): string =>
  bareDrawing(chart, { language: 'zh', theme: 'light', decals: false, scale: 1, width: 760, height: 340 }).svg
const zh = (chart: ReturnType<typeof chartOf>): string[] => chart.readings.map((reading) => reading.zh)

describe('a trend', () => {
  it('says where each figure is and where it came from, in shown points', () => {
    const chart = chartOf([filed('a', 2019, values(20, 100)), filed('a', 2023, values(33, 100))], 'rate.granted')
    expect(zh(chart)).toEqual(['2023 年予以公开率 33.0%（n 100），2019 年 20.0%（n 100），升 13.0 个百分点。'])
  })

  it('says no change of what stands on too little', () => {
    const chart = chartOf([filed('a', 2022, values(2, 8)), filed('a', 2023, values(33, 100))], 'rate.granted')
    expect(zh(chart)).toEqual(['2023 年予以公开率 33.0%（n 100），2022 年 2/8，n 小（不足 30），不作升降比较。'])
    expect(chart.native?.[0]?.series[0]?.values).toEqual([null, 0.33])
    expect(chart.table.rows[0]?.[1]).toMatchObject({ value: 0.25, n: 8 })
  })

  it('draws no line over a year without a number, nor over a change of meaning', () => {
    const lines = (svg: string): number => (svg.match(/stroke="#1d4e79" stroke-width="2.2"/gu) ?? []).length
    const whole = [2021, 2022, 2023].map((year) => filed('a', year, values(5, 50)))
    expect(lines(drawn(chartOf(whole, 'rate.granted')))).toBe(2)
    const gap = whole.map((report) =>
      report.year === 2022 ? filed('a', 2022, { ...values(5, 50), 'requests.granted.total': null }) : report,
    )
    expect(lines(drawn(chartOf(gap, 'rate.granted')))).toBe(0)
    const cut = chartOf(
      [2019, 2020, 2021].map((year) => filed('a', year, { ...values(5, 50), [MADE]: 3 })),
      MADE,
      RECEIVED,
    )
    expect(lines(drawn(cut))).toBe(1)
    expect(drawn(cut)).toContain('2021 年起口径不同')
    expect(cut.notes.map(({ text }) => text.zh)).toContain('只有 2019 版表式有这一项，另一版的年份不适用。')
  })

  it('has one axis, and so one unit', () => {
    expect(() => chartOf([filed('a', 2023)], 'rate.granted', RECEIVED)).toThrow('several units')
  })
})
