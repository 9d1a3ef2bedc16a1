import { describe, expect, it } from 'vitest'
import { peerRankingChart, peerRows } from '@/charts/peerRanking'
import { rankAgencies } from '@/charts/ranked'
import { readingText } from '@/charts/readings'
import { answer } from '@/cube/engine'
import { bareDrawing } from '@/exports/picture'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const RATE = 'rate.granted'
const SENTENCE = { zh: '同为部门的机关', en: 'agencies of the same kind' }
/** Agencies a0, a1, …: so many granted of 100 settled. */
const rankingOf = (granted: readonly number[], settled = 100, leastN = 30) => {
  const data = dataOf(
    granted.map((_, at) => agency(`a${at}`)),
    granted.map((value, at) =>
      filed(`a${at}`, 2022, { 'requests.granted.total': value, 'requests.settled.total': at === 0 ? settled : 100 }),
    ),
  )
  const ask = (groupBy: readonly ('agency' | 'year')[]) =>
    answer(data, { figures: [RATE], groupBy, where: {}, change: 'comparable' })
  return {
    ranking: rankAgencies(ask(['agency', 'year']), RATE, { year: 2022, against: 2021 }, new Map(), leastN),
    byYear: ask(['year']),
  }
}
const chartOf = (granted: readonly number[], settled?: number) => {
  const { ranking, byYear } = rankingOf(granted, settled)
  return peerRankingChart(ranking, byYear, { agency: 'a0', name: '甲局', sentence: SENTENCE, beyond: null })
}
const CONTEXT = { language: 'zh', theme: 'light', decals: false, width: 560, height: 400, scale: 1 } as const

describe('an agency among its peers', () => {
  it('stands so far from the median of the others, without itself', () => {
    const chart = chartOf([70, 10, 20, 30, 40])
    expect(readingText(chart, 'zh')).toBe(
      '甲局 2022 年予以公开率 70.0%（n 100），在可以排名的 5 个机关（含本机关）中由高到低居第 1 位。比同类中位数（25.0%）高 45.0 个百分点，在上四分位之上。',
    )
    expect(chart.unit.zh).toContain('同类中位数 25.0%，四分位 17.5%–32.5%')
    expect(chart.notes[0]?.text.zh).toBe('同类：同为部门的机关。')
  })

  it('is said to be the same as the median, and to share a rank, where it is and does', () => {
    const said = readingText(chartOf([30, 10, 30, 50]), 'zh')
    expect(said).toContain('由高到低并列第 2 位')
    expect(said).toContain('与同类中位数（30.0%）相同（可以排名的同类机关只有 3 个）。')
  })

  it('is not ranked on a small n, and that is said with the number', () => {
    const chart = chartOf([2, 10, 20, 30, 40], 4)
    expect(readingText(chart, 'zh')).toBe('甲局 2022 年予以公开率 2/4，n 不足 30，不参与排名。')
    expect(chart.table.rows.at(-1)?.[0]).toMatchObject({ text: { zh: 'n < 30' } })
  })

  it('that has no rate, and one that has not reported, are told apart', () => {
    expect(readingText(chartOf([0, 10, 20], 0), 'zh')).toContain('甲局 2022 年的年报没有此数（空白或 0/0）。')
    const { ranking, byYear } = rankingOf([10, 20])
    const silent = peerRankingChart(ranking, byYear, {
      agency: 'silent',
      name: '乙局',
      sentence: SENTENCE,
      beyond: null,
    })
    expect(readingText(silent, 'zh')).toContain('乙局 2022 年没有年报。')
  })

  it('has words in place of an axis where nobody can be ranked', () => {
    const { svg } = bareDrawing(chartOf([1], 4), CONTEXT)
    expect(svg).toContain('没有可以排名的机关')
    expect(svg).not.toContain('50%')
  })

  it('is so far from the median in cases where the share of it rounds to nothing', () => {
    const data = dataOf(
      ['a', 'b'].map((id) => agency(id)),
      [
        filed('a', 2022, { 'requests.received.total': 100_001 }),
        filed('b', 2022, { 'requests.received.total': 100_000 }),
      ],
    )
    const figures = ['requests.received.total']
    const ask = (groupBy: readonly ('agency' | 'year')[]) => answer(data, { figures, groupBy, where: {} })
    const ranking = rankAgencies(
      ask(['agency', 'year']),
      'requests.received.total',
      { year: 2022, against: 2021 },
      new Map(),
      30,
    )
    const said = peerRankingChart(ranking, ask(['year']), { agency: 'a', name: 'a', sentence: SENTENCE, beyond: null })
    expect(readingText(said, 'zh')).toContain('比同类中位数（100,000 件）多 1 件')
  })

  it('has no quartiles of fewer than four', () => {
    expect(chartOf([70, 10, 20]).unit.zh).not.toContain('四分位')
  })

  it('stays visible however many are folded', () => {
    const { ranking } = rankingOf(
      Array.from({ length: 40 }, (_, at) => (at === 0 ? 50 : 100 - at * 2)).map((one) => Math.max(one, 0)),
    )
    for (const most of [6, 10, 16]) {
      const rows = peerRows(ranking, most, 'a0')
      expect(rows.length).toBeLessThanOrEqual(most)
      expect(rows.some((row) => row.kind === 'agency' && row.agency.id === 'a0')).toBe(true)
      const told = rows.reduce((sum, row) => sum + (row.kind === 'agency' ? 1 : row.count), 0)
      expect(told).toBe(40)
    }
  })

  it('has the numbers of the table in office programs, and its sign', () => {
    const chart = chartOf([70, 10, 20, 30, 40])
    const values = chart.table.rows.map((row) => (row[2]?.kind === 'number' ? row[2].value : undefined))
    expect(chart.native?.[0]?.series[0]?.values).toEqual(values)
    expect(chart.native?.[0]?.categories[0]?.zh).toBe('▶ a0')
  })

  it('shows where each agency stands, within the drawing, on a band of the quartiles', () => {
    const chart = chartOf([70, 10, 20, 30, 40])
    const places = chart.places?.(CONTEXT) ?? []
    expect(places.map(({ mark }) => mark.agency)).toEqual(['a0', 'a4', 'a3', 'a2', 'a1'])
    for (const { box } of places) expect(box.y + box.height).toBeLessThanOrEqual(CONTEXT.height)
    const { graphic } = chart.option(CONTEXT) as { graphic: { elements: readonly { type: string }[] } }
    expect(graphic.elements.filter(({ type }) => type === 'polygon')).toHaveLength(1)
    expect(bareDrawing(chart, CONTEXT).svg).not.toMatch(/NaN|undefined/u)
  })
})
