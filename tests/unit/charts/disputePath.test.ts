import { describe, expect, it } from 'vitest'
import { DISPUTE_PATH_FIGURES, disputePathChart } from '@/charts/disputePath'
import { readingText } from '@/charts/readings'
import { answer } from '@/cube/engine'
import { bareDrawing } from '@/exports/picture'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

type Numbers = Partial<Record<FieldId, number | null>>
const NUMBERS: Numbers = {
  'requests.settled.total': 400,
  'review.corrected': 6,
  'review.upheld': 30,
  'review.pending': 4,
  'review.total': 40,
  'litigation.direct.corrected': 1,
  'litigation.direct.total': 5,
  'litigation.afterReview.total': 3,
}
const chartOf = (reports: ReturnType<typeof filed>[]) =>
  disputePathChart(
    answer(dataOf([agency('a'), agency('b')], reports), {
      figures: DISPUTE_PATH_FIGURES,
      groupBy: ['year'],
      where: {},
    }),
    30,
  )
const chart = chartOf([filed('a', 2021, { ...NUMBERS, 'review.pending': 30 }), filed('a', 2022, NUMBERS)])
const column = (name: string) => chart.table.columns.findIndex(({ label }) => label.zh === name)

describe('from settled requests to lawsuits', () => {
  it('says the numbers of the table, each rate as the form defines it, with n', () => {
    const [, row] = chart.table.rows
    expect(row?.[column('复议率')]).toMatchObject({ value: 0.1, n: 400 })
    expect(row?.[column('诉讼率')]).toMatchObject({ value: 0.02, n: 400 })
    expect(row?.[column('复议纠错率')]).toMatchObject({ value: 6 / 36, n: 36 })
    expect(row?.[column('直接起诉纠错率')]).toMatchObject({ value: 0.2, n: 5 })
    expect(row?.[column('复议后起诉纠错率')]).toMatchObject({ value: 0, n: 3 })
    expect(readingText(chart, 'zh')).toBe(
      '2022 年办结申请 400 件；同年行政复议 40 件，复议率 10.0%（n 400）；行政诉讼 8 件，诉讼率 2.0%（n 400）。行政诉讼中，未经复议直接起诉 5 件，复议后起诉 3 件。纠错率：行政复议 16.7%（n 36），未经复议直接起诉 1/5，复议后起诉 0/3。其中 2 项 n 不足 30，不宜比较。',
    )
  })

  it('does not say that disputes are about requests of their year', () => {
    expect(chart.notes.map(({ text }) => text.zh).join('')).toContain('不是当年申请引起争议的比例')
  })

  it('says that nothing was closed only where the form says so', () => {
    const none = { 'requests.settled.total': 400 }
    expect(readingText(chartOf([filed('a', 2022, none)]), 'zh')).toContain('没有已审结的案件')
    const absent = filed('a', 2022, none, { forms: { proactive: '2021', requests: '2021' } })
    expect(readingText(chartOf([absent]), 'zh')).toContain('数不全，不算纠错率。')
  })

  it('takes a blank for no zero, and leaves the rate that needs it out', () => {
    const blank = chartOf([filed('a', 2022, { ...NUMBERS, 'litigation.direct.total': null, 'review.pending': null })])
    const [row] = blank.table.rows
    expect(row?.[column('复议纠错率')]).toMatchObject({ value: null, gap: 'blank' })
    expect(row?.[column('未经复议直接起诉')]).toMatchObject({ value: null, gap: 'blank' })
    expect(readingText(blank, 'zh')).toContain('纠错率：复议后起诉 0/3')
  })

  it('sums over reports that have both parts of a rate, never over half of one', () => {
    const two = chartOf([
      filed('a', 2022, NUMBERS),
      filed('b', 2022, { ...NUMBERS, 'litigation.direct.pending': null, 'litigation.direct.total': 100 }),
    ])
    expect(two.table.rows[0]?.[column('直接起诉纠错率')]).toMatchObject({ value: 0.2, n: 5 })
  })

  it('gives office programs the counts, and rates only on enough cases', () => {
    const [counts, rates] = chart.native ?? []
    expect(counts?.series.map(({ values }) => values[1])).toEqual([40, 5, 3])
    // No name in the legend without a line.
    expect(rates?.series.map(({ values }) => values)).toEqual([[null, 6 / 36]])
    expect(chartOf([filed('a', 2022, { ...NUMBERS, 'review.total': 9 })]).native).toHaveLength(1)
  })

  it.each([342, 512, 1132])('keeps its places within %i pixels', (width) => {
    const context = {
      language: 'en',
      theme: 'light',
      decals: false,
      width,
      height: chart.heightAt(width),
      scale: 1,
    } as const
    const places = chart.places?.(context) ?? []
    expect(places.filter(({ mark }) => mark.part === undefined).map(({ mark }) => mark.year)).toEqual([2021, 2022])
    expect(places.filter(({ mark }) => mark.part === 'rate.reviewCorrected')).toHaveLength(2)
    for (const { box } of places) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-6)
      expect(box.y + box.height).toBeLessThanOrEqual(context.height + 1e-6)
    }
    expect(bareDrawing(chart, context).svg).not.toMatch(/NaN|undefined/u)
  })
})
