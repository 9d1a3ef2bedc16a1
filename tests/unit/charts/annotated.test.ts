import { describe, expect, it } from 'vitest'
import { annotated } from '@/charts/annotated'
import type { PersonNote } from '@/charts/annotated'
import { captionOf } from '@/charts/caption'
import type { Chart, ChartContext } from '@/charts/chart'
import { bareDrawing, pictureOf } from '@/exports/picture'
import { figureCsv } from '@/exports/pictureCsv'
import { KINDS } from './kinds'

const SETTING = { filters: [], updated: null, example: false }
const PAGE = { language: 'zh', theme: 'light', decals: false, width: 760, scale: 1 } as const
const contextOf = (chart: Chart): ChartContext => {
  const width = Math.max(760, chart.leastWidth ?? 0)
  return { ...PAGE, width, height: chart.heightAt(width) }
}
const chartOf = (kind: string): Chart => {
  const made = KINDS[kind]
  if (!made) throw new Error(`no kind ${kind}`)
  return made()
}
const zh = ({ notes }: Chart): string[] => notes.map(({ text }) => text.zh)
/** No chart says so of itself. */
const NUMBER = 7531

const withPlaces = Object.keys(KINDS).filter((kind) => !kind.startsWith('noted') && chartOf(kind).places)

describe('a note of a person', () => {
  it.each(withPlaces)('stands at its point and under the chart: %s', (kind) => {
    const chart = chartOf(kind)
    const context = contextOf(chart)
    const places = chart.places?.(context) ?? []
    const marks = [...new Map(places.map(({ mark }) => [Object.keys(mark).sort().join(), mark])).values()]
    marks.forEach((mark, at) => {
      const number = NUMBER + at
      const noted = annotated(chart, [{ mark, number, text: '机构改革' }])
      expect(bareDrawing(noted, context).svg).toContain(`>${String(number)}<`)
      expect(zh(noted)).toHaveLength(chart.notes.length + 1)
      expect(zh(noted)[0]).toMatch(/^⁷⁵³\S 机构改革。$/u)
    })
  })

  it('goes into the picture and the table', () => {
    const noted = annotated(chartOf('volumes'), [{ mark: { year: 2023 }, number: 1, text: '2023 年机构改革' }])
    const caption = captionOf(noted, SETTING, 'zh')
    expect(pictureOf(noted, caption, PAGE).svg).toContain('¹ 2023 年机构改革')
    expect(figureCsv(noted, caption, 'zh')).toContain('¹ 2023 年机构改革')
  })

  it('stands on exactly its point or is left out', () => {
    const chart = chartOf('outcomes-percent')
    const elsewhere: PersonNote[] = [
      { mark: { agency: 'police', year: 2023 }, number: 1, text: '甲' },
      { mark: { year: 2023, part: 'natural' }, number: 2, text: '乙' },
      { mark: { year: 1999 }, number: 3, text: '丙' },
    ]
    expect(annotated(chart, elsewhere)).toBe(chart)
    expect(
      zh(annotated(chart, [...elsewhere, { mark: { year: 2023, part: 'granted' }, number: 4, text: '丁' }])),
    ).toEqual(['⁴ 丁。', ...zh(chart)])
  })

  it('ends as a sentence, once', () => {
    const chart = chartOf('volumes')
    const ended = (text: string) => annotated(chart, [{ mark: { year: 2023 }, number: 1, text }]).notes[0]?.text
    expect(ended('机构改革')).toEqual({ zh: '¹ 机构改革。', en: '¹ 机构改革.' })
    expect(ended('机构改革。')).toEqual({ zh: '¹ 机构改革。', en: '¹ 机构改革。' })
  })

  it('is a text alone where the drawing has no place for its year', () => {
    const chart = chartOf('reasons')
    const noted = annotated(chart, [{ mark: { year: 2024 }, number: 1, text: '甲' }])
    expect(zh(noted)).toEqual(['甲。', ...zh(chart)])
    expect(bareDrawing(noted, contextOf(chart)).svg).not.toContain('>1<')
  })

  it('stands beside others on the same point, once', () => {
    const noted = annotated(chartOf('disputes'), [
      { mark: { year: 2023 }, number: 8101, text: '甲' },
      { mark: { year: 2023 }, number: 8102, text: '乙' },
    ])
    expect(bareDrawing(noted, contextOf(noted)).svg.match(/8101/gu)).toHaveLength(1)
    expect(bareDrawing(noted, contextOf(noted)).svg).toContain('>8101 8102<')
  })
})
