import { describe, expect, it } from 'vitest'
import { readingText } from '@/charts/readings'
import { SANKEY_FIGURES, sankeyChart } from '@/charts/sankey'
import { answer } from '@/cube/engine'
import { bareDrawing } from '@/exports/picture'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

type Numbers = Partial<Record<FieldId, number | null>>
/** Two kinds of applicants; 60 granted, 30 not held, 10 left over. */
const NUMBERS: Numbers = {
  'requests.received.natural': 80,
  'requests.received.business': 20,
  'requests.received.total': 100,
  'requests.granted.natural': 45,
  'requests.granted.business': 15,
  'requests.granted.total': 60,
  'requests.unavailable.notHeld.natural': 26,
  'requests.unavailable.notHeld.business': 4,
  'requests.unavailable.notHeld.total': 30,
  'requests.settled.natural': 71,
  'requests.settled.business': 19,
  'requests.settled.total': 90,
  'requests.carriedOut.natural': 9,
  'requests.carriedOut.business': 1,
  'requests.carriedOut.total': 10,
  'review.upheld': 3,
  'review.total': 3,
}
const chartOf = (numbers: Numbers, more: Parameters<typeof filed>[3] = {}) =>
  sankeyChart(
    answer(dataOf([agency('a')], [filed('a', 2022, numbers, more)]), {
      figures: SANKEY_FIGURES,
      groupBy: ['year'],
      where: {},
    }),
    2022,
  )
const notes = (chart: ReturnType<typeof chartOf>) => chart.notes.map(({ text }) => text.zh).join('')
const CONTEXT = { language: 'zh', theme: 'light', decals: false, width: 760, height: 550, scale: 1 } as const
/** The flows of a drawing: their heights at both ends, in the order of their numbers. */
const drawnFlows = (chart: ReturnType<typeof chartOf>) => {
  const { graphic } = chart.option(CONTEXT) as { graphic: { elements: readonly Flow[] } }
  return graphic.elements.filter(({ type }) => type === 'polygon')
}
interface Flow {
  readonly type: string
  readonly name: string
  readonly shape: { readonly points: readonly (readonly [number, number])[] }
}
const heightOf = ({ shape: { points } }: Flow): number => (points.at(-1)?.[1] ?? 0) - (points[0]?.[1] ?? 0)

describe('from applicant to outcome', () => {
  it('says the numbers of the table, and what came of most', () => {
    const chart = chartOf(NUMBERS)
    const row = (name: string) => chart.table.rows.find(([first]) => first?.kind === 'text' && first.text.zh === name)
    expect(row('予以公开')?.slice(1, 3)).toMatchObject([{ value: 45 }, { value: 15 }])
    expect(row('予以公开')?.slice(-3)).toMatchObject([{ value: 60 }, { value: 60 }, { value: 60 / 90, n: 90 }])
    expect(row('无法提供')?.slice(-3, -1)).toMatchObject([{ value: 30 }, { value: 30 }])
    expect(row('结转下年')?.at(-1)).toMatchObject({ value: null, gap: 'notOwed' })
    expect(row('行政复议·总计')?.slice(-3, -1)).toMatchObject([{ value: null, gap: 'notOnForm' }, { value: 3 }])
    expect(readingText(chart, 'zh')).toBe(
      '2022 年受理 100 件，办结 90 件，结转下年 10 件。办理结果最多的是予以公开，60 件，占办结的 66.7%（n 90）。最大的一路是自然人→予以公开，45 件。各类申请人最多的去向：自然人为予以公开（45 件）；商业企业为予以公开（15 件）。',
    )
  })

  it('names every end of an applicant that is as large as its largest', () => {
    const tied = chartOf({
      ...NUMBERS,
      'requests.granted.business': 9,
      'requests.granted.total': 54,
      'requests.unavailable.notHeld.business': 9,
      'requests.unavailable.notHeld.total': 35,
    })
    expect(readingText(tied, 'zh')).toContain('商业企业为予以公开、无法提供（并列，各 9 件）')
    expect(readingText(tied, 'en')).toContain('businesses → granted, unavailable (tied, 9 each)')
  })

  it('takes one base for its shares, and none of few', () => {
    const shares = /%|占/u
    const few = chartOf({ ...NUMBERS, 'requests.settled.total': 29 })
    expect(readingText(few, 'zh')).not.toMatch(shares)
    expect(readingText(chartOf(NUMBERS), 'zh').match(/占[^，。]*/gu)).toEqual(['占办结的 66.7%（n 90）'])
  })

  it('draws flows in proportion, each once', () => {
    const flows = drawnFlows(chartOf(NUMBERS))
    expect(flows.map(({ name }) => name)).toEqual([
      '自然人 → 予以公开',
      '自然人 → 无法提供',
      '商业企业 → 予以公开',
      '自然人 → 结转下年',
      '商业企业 → 无法提供',
      '商业企业 → 结转下年',
    ])
    const [first = 0, second = 0, , , fifth = 0] = flows.map(heightOf)
    expect(first / second).toBeCloseTo(45 / 26, 6)
    expect(first / fifth).toBeCloseTo(45 / 4, 6)
  })

  it('draws no flow for a blank, counts it, and takes no share', () => {
    const chart = chartOf({ ...NUMBERS, 'requests.granted.business': null })
    expect(drawnFlows(chart).map(({ name }) => name)).not.toContain('商业企业 → 予以公开')
    expect(notes(chart)).toContain('1 条流向没有数')
    expect(readingText(chart, 'zh')).not.toContain('各类申请人最多的去向')
    expect(chart.table.rows[1]?.slice(-3, -1)).toMatchObject([{ value: null, gap: 'blank' }, { value: 60 }])
  })

  it('lets both stand where parts and printed totals differ, and says so', () => {
    const chart = chartOf({ ...NUMBERS, 'requests.granted.total': 62 })
    expect(notes(chart)).toContain('予以公开：各流向相加为 60，报表所印为 62，两数并存。')
    expect(notes(chart)).toContain('办结总计 90 件，各项结果相加 92 件，相差 2 件。')
    expect(bareDrawing(chart, CONTEXT).svg).toContain('予以公开 62 ≠')
  })

  it('links no dispute to a request', () => {
    const chart = chartOf(NUMBERS, { inError: ['review.total'] })
    expect(notes(chart)).toContain('不与申请相连')
    expect(notes(chart)).toContain('标 E 的 1 个数')
    expect(drawnFlows(chart).some(({ name }) => name.includes('复议'))).toBe(false)
  })

  it.each([390, 560, 1180])('keeps its places and words within %i pixels', (width) => {
    const chart = chartOf(NUMBERS)
    const context = { ...CONTEXT, width, height: chart.heightAt(width) }
    const places = chart.places?.(context) ?? []
    expect(places.map(({ mark }) => mark.part)).toContain('carriedOut')
    for (const { box } of places) {
      expect(box.width).toBeGreaterThan(0)
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(context.height)
    }
    expect(bareDrawing(chart, context).svg).not.toMatch(/NaN|undefined/u)
  })

  it('is empty without reports', () => {
    const chart = sankeyChart(answer(dataOf([], []), { figures: SANKEY_FIGURES, groupBy: ['year'], where: {} }), 2022)
    expect(chart.table.rows).toEqual([])
    expect(readingText(chart, 'en')).toBe('No reports.')
    expect(chart.places?.(CONTEXT)).toEqual([])
  })
})
