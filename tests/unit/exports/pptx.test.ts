import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { captionOf } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { compareChart } from '@/charts/compareChart'
import { compareAgencies, sortCompared } from '@/charts/comparison'
import { DISPUTE_FIGURES, disputesChart } from '@/charts/disputes'
import { rankAgencies } from '@/charts/ranked'
import { rankingChart } from '@/charts/ranking'
import { REASON_FIGURES, reasonsChart } from '@/charts/reasons'
import { OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { sharesChart } from '@/charts/shares'
import { VOLUME_FIGURES, volumesChart } from '@/charts/volumes'
import { answer } from '@/cube/engine'
import { slideOf } from '@/exports/pptx/figureSlide'
import { deckPptx } from '@/exports/pptx/deckPptx'
import type { SlideFormat } from '@/exports/pptx/slide'
import { random } from '@/sample/random'
import { sampleReports } from '@/sample/sampleReports'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const SETTING = { filters: ['临澜市'], updated: '2025-02-10', example: true }
const samples = [...sampleReports(30, [2020, 2021, 2022, 2023, 2024], random('deck'))]
const names = [...new Set(samples.map((sample) => sample.agency))]
const data = dataOf(
  names.map((name) => agency(name)),
  // One year without a report, and one blank cell.
  samples
    .filter((sample) => sample.agency !== names[0] || sample.year !== 2022)
    .map(({ agency: name, year, values }) =>
      filed(
        name,
        year,
        name === names[1] && year === 2023 ? { ...values, 'requests.received.total': null } : values,
        name === names[2] && year === 2021 ? { inError: ['requests.received.total'] } : {},
      ),
    ),
)
const ask = (figures: readonly string[], groupBy: readonly ('agency' | 'year')[] = ['year']) =>
  answer(data, { figures, groupBy, where: {}, change: 'comparable' })
const GRANTED = 'rate.granted'
const byAgency = ask([GRANTED], ['agency', 'year'])
const comparison = compareAgencies(byAgency, ask([GRANTED]), GRANTED, new Map(), 30)
const compared = (mode: 'lines' | 'bars') =>
  compareChart(comparison, ask([GRANTED]), mode, sortCompared(comparison, 'last', true, 0), names.slice(0, 2))

const charts: readonly Chart[] = [
  volumesChart(ask(VOLUME_FIGURES)),
  sharesChart(ask(shareFigures(OUTCOME_SHARES)), OUTCOME_SHARES, 'percent'),
  sharesChart(ask(shareFigures(OUTCOME_SHARES)), OUTCOME_SHARES, 'count'),
  reasonsChart(ask(REASON_FIGURES), 'refused', { year: 2024, against: 2023 }),
  disputesChart(ask(DISPUTE_FIGURES)),
  rankingChart(rankAgencies(byAgency, GRANTED, { year: 2024, against: 2023 }, new Map(), 30), ask([GRANTED]), true),
  compared('lines'),
  compared('bars'),
]

async function partsOf(of: readonly Chart[], format: SlideFormat = '16:9'): Promise<Record<string, Uint8Array>> {
  const slides = of.map((chart) => slideOf(chart, SETTING, { language: 'zh', picture: null }))
  return unzipSync(await deckPptx(slides, { title: '=会议 <b>', format, language: 'zh' }))
}
const text = (part: Uint8Array | undefined): string => strFromU8(part ?? new Uint8Array())
const named = (parts: Record<string, Uint8Array>, pattern: RegExp): string[] =>
  Object.keys(parts)
    .filter((name) => pattern.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))

describe('a presentation', () => {
  it('holds a chart part for every native chart, with the numbers of the page and no number for a gap', async () => {
    const parts = await partsOf(charts)
    const drawn = charts.flatMap(({ native = [] }) => native)
    const files = named(parts, /^ppt\/charts\/chart\d+\.xml$/u)
    expect(files).toHaveLength(drawn.length)
    files.forEach((file, at) => {
      const xml = text(parts[file])
      const chart = drawn[at]
      const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gsu)].map(([ser]) => ser)
      expect(series).toHaveLength(chart?.series.length ?? -1)
      series.forEach((ser, index) => {
        const values = /<c:val>.*<\/c:val>/su.exec(ser)?.[0] ?? ''
        const points = new Map(
          [...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/gu)].map(([, id, value]) => [Number(id), value]),
        )
        const wanted = chart?.series[index]?.values ?? []
        expect(wanted.map((_, id) => (points.has(id) ? Number(points.get(id)) : null))).toEqual(wanted)
      })
      expect(xml).not.toContain('NaN')
      const categories = /<c:cat>.*?<\/c:cat>/su.exec(xml)?.[0] ?? ''
      for (const { zh } of chart?.categories ?? []) expect(categories).toContain(`<c:v>${zh}</c:v>`)
    })
  })

  it('marks the categories whose figures rest on an open error', () => {
    expect(charts[0]?.native?.[0]?.categories.map(({ zh }) => zh)).toEqual(['2020', '2021 E', '2022', '2023', '2024'])
  })

  it('leaves rates on a small n to the table, and says so', () => {
    for (const chart of charts.slice(-2)) {
      const drawn = chart.native?.[0]?.series.flatMap(({ values }) => values) ?? []
      expect(drawn).toContain(null)
      expect(chart.native?.[0]?.note?.zh).toContain('n < 30')
    }
  })

  it('colours digits for the ground that they stand on', async () => {
    const parts = await partsOf(charts.slice(0, 1))
    const [file = ''] = named(parts, /^ppt\/charts\/chart\d+\.xml$/u)
    const labels = [...text(parts[file]).matchAll(/<c:ser>.*?<c:dLbls>.*?srgbClr val="(\w+)"/gsu)].map(([, at]) => at)
    expect(labels).toEqual(['1B1A18', 'FFFFFF'])
  })

  it('gives each chart a workbook with the same numbers', async () => {
    const parts = await partsOf(charts.slice(0, 2))
    const books = named(parts, /^ppt\/embeddings\/.+\.xlsx$/u)
    expect(books).toHaveLength(2)
    for (const [at, file] of books.entries()) {
      const chart = charts[at]?.native?.[0]
      const rows = (await readXlsx(parts[file] ?? new Uint8Array())).sheets[0]?.rows ?? []
      const numbers = rows.slice(1).map((row) => row.slice(1))
      expect(numbers).toEqual(chart?.categories.map((_, row) => chart.series.map(({ values }) => values[row] ?? null)))
    }
  })

  it('names an East Asian font wherever it names a Latin one', async () => {
    const parts = await partsOf(charts.slice(0, 1))
    for (const file of named(
      parts,
      /^ppt\/(slides|charts|theme|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/u,
    )) {
      const xml = text(parts[file])
      const latin = [...xml.matchAll(/<a:latin typeface="([^"+]*)"[^>]*\/>\s*(<a:ea typeface="([^"]*)")?/gu)]
      for (const [found, , east] of latin) expect(`${file} ${found}`).toContain(east ?? 'an East Asian font')
    }
    expect(text(parts['ppt/slides/slide1.xml'])).toContain('<a:ea typeface="Microsoft YaHei"')
    const [chart = ''] = named(parts, /^ppt\/charts\/chart\d+\.xml$/u)
    expect(text(parts[chart])).toContain('<a:ea typeface="Microsoft YaHei"')
  })

  it('has title, what it stands on, reading, source, the mark of made-up data and the table in the notes', async () => {
    const [chart] = charts
    const parts = await partsOf(charts.slice(0, 1), '4:3')
    const slide = text(parts['ppt/slides/slide1.xml'])
    const caption = chart && captionOf(chart, SETTING, 'zh')
    for (const words of [
      caption?.title,
      ...(chart?.readings.map(({ zh }) => zh) ?? []),
      caption?.source,
      caption?.example,
    ])
      expect(slide).toContain(words)
    expect(slide).toContain('type="title"')
    const notes = text(parts['ppt/notesSlides/notesSlide1.xml'])
    expect(notes).toContain('2024')
    expect(notes).toContain('受理')
    expect(notes).toMatch(/2021\tE \d+/u)
    expect(text(parts['ppt/presentation.xml'])).toMatch(/<p:sldSz cx="9144000" cy="6858000"/u)
  })
})
