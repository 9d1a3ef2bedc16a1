import { describe, expect, it } from 'vitest'
import type { NativeChart } from '@/charts/native'
import { deckWorkbook } from '@/exports/deck/workbook'
import { labelledSeries } from '@/exports/nativeChartFormats'
import { deckPptx } from '@/exports/pptx/deckPptx'
import { slideOf } from '@/exports/pptx/figureSlide'
import { numberLayout } from '@/exports/pptx/numberLayout'
import type { FigureSlide } from '@/exports/pptx/slide'
import { cityCharts, CITY_HEAD, pageOf } from './cityFigures'
import { named, textsOf } from './readOut'

/** What was seen to be wrong in the year pack's files as a person looks at them. */
const SETTING = { filters: ['临澜市'], updated: '2025-02-10', example: true }
const [chart] = cityCharts
if (!chart) throw new Error('no chart')
const slide = slideOf(chart, SETTING, { language: 'zh', picture: null })

const bars = (categories: number): NativeChart => ({
  kind: 'bar',
  stacked: false,
  unit: 'count',
  categories: Array.from({ length: categories }, (_, at) => ({ zh: `机关 ${String(at)}`, en: `Agency ${String(at)}` })),
  series: [
    { name: { zh: '2024 年', en: '2024' }, colour: 'accent', values: Array.from({ length: categories }, () => 3) },
    { name: { zh: '2023 年', en: '2023' }, colour: 'peer', values: Array.from({ length: categories }, () => 2) },
  ],
})

describe('a page of numbers', () => {
  it.each([1, 3, 4, 6])('says all of %i sentences under six numbers', (count) => {
    const readings = Array.from({ length: count }, (_, at) => `第 ${String(at)} 句：较上年 +2.8%（+21 件）。`)
    const numbers = Array.from({ length: 6 }, (_, at) => ({
      label: '本年新收',
      text: String(700 + at),
      under: '2024 年',
    }))
    const figure: FigureSlide = { ...slide, form: 'number', readings, numbers }
    const { placed } = numberLayout(figure, { format: '16:9', logoWidth: 0 }, 'zh')
    const said = placed.flatMap((one) =>
      one.kind === 'text' ? one.paragraphs.map((runs) => runs.map(({ text }) => text).join('')) : [],
    )
    expect(readings.filter((reading) => !said.includes(reading))).toEqual([])
  })
})

describe('numbers on bars', () => {
  it('stand on all series where there is room, else on the first, else on none', () => {
    expect([15, 16, 30, 31].map((count) => labelledSeries(bars(count)))).toEqual([2, 1, 1, 0])
  })

  it('stand on a slide and on a sheet as there is room', async () => {
    const ranked: FigureSlide = { ...slide, native: [bars(22)] }
    const parts = textsOf(await deckPptx([ranked], { title: '会议', format: '16:9', language: 'zh' }))
    const [charted = ''] = named(parts, /^ppt\/charts\/chart\d+\.xml$/u)
    expect(shownOn(parts.get(charted) ?? '')).toEqual([true, false])
    const page = pageOf({ ...chart, native: [bars(22)] })
    const book = textsOf(await deckWorkbook({ head: CITY_HEAD, pages: [page] }))
    expect(shownOn(book.get('xl/charts/chart1.xml') ?? '')).toEqual([true, false])
  })
})

describe('a sheet of a deck', () => {
  it('has the names beside the plot, a head high enough for its words, and its title on one line', async () => {
    const book = textsOf(await deckWorkbook({ head: CITY_HEAD, pages: cityCharts.map((one) => pageOf(one)) }))
    const charts = named(book, /^xl\/charts\/chart\d+\.xml$/u).map((name) => book.get(name) ?? '')
    expect(charts.length).toBeGreaterThan(2)
    for (const xml of charts) expect(/<c:catAx>.*?<\/c:catAx>/su.exec(xml)?.[0]).toContain('<c:tickLblPos val="low"/>')
    const heights = named(book, /^xl\/worksheets\/sheet\d+\.xml$/u).map((name) =>
      [...(book.get(name) ?? '').matchAll(/<row [^>]*? ht="(\d+)"/gu)].map(([, points]) => Number(points)),
    )
    // The list's rows as high as their longest text; of a figure's sheet the head alone.
    expect(heights[0]).toHaveLength(cityCharts.length + 1)
    expect(Math.max(...(heights[0] ?? []))).toBeGreaterThan(40)
    expect(heights.slice(1, -1).map((one) => one.length)).toEqual(cityCharts.map(() => 1))
    expect(heights.flat().every((points) => points >= 16)).toBe(true)
  })
})

/** Series by series, whether a chart shows its numbers. */
const shownOn = (xml: string): boolean[] =>
  [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gsu)].map(([series]) => series.includes('<c:showVal val="1"/>'))
