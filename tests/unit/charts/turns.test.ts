import { describe, expect, it } from 'vitest'
import { captionOf } from '@/charts/caption'
import { compareChart } from '@/charts/compareChart'
import { compareAgencies } from '@/charts/comparison'
import { turnText, turnsWithin } from '@/charts/turns'
import type { SeriesTurn } from '@/charts/turns'
import { answer } from '@/cube/engine'
import { catalogueOf } from '@/cube/catalogue'
import { pictureOf } from '@/exports/picture'
import { agencyCard } from '@/ui/compare/agencyCard'
import { dataOf, RECEIVED } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const SLIDE = { language: 'zh', theme: 'light', decals: false, width: 1920, height: 1080, scale: 1.6 } as const
const turn: SeriesTurn = { year: 2021, kind: 'merged', before: ['工商局', '质监局'], after: '市场监管局' }

const data = dataOf(
  [
    agency('m', { name: '市场监管局', from: 2021 }),
    agency('one', { name: '工商局', to: 2020, successor: 'm' }),
    agency('two', { name: '质监局', to: 2020, successor: 'm' }),
    agency('x'),
  ],
  [
    filed('one', 2020, { [RECEIVED]: 5 }),
    filed('two', 2020, { [RECEIVED]: 7 }),
    filed('m', 2021, { [RECEIVED]: 20 }),
    filed('x', 2020),
    filed('x', 2021),
  ],
)

function compared(withTurns: boolean) {
  const turns = new Map(catalogueOf(data).series.map(({ head, changes }) => [head, changes]))
  const ask = (groupBy: readonly ('agency' | 'year')[]) =>
    answer(data, { figures: [RECEIVED], groupBy, where: {}, lineage: true, change: 'comparable' })
  const byYear = ask(['year'])
  const comparison = compareAgencies(
    ask(['agency', 'year']),
    byYear,
    RECEIVED,
    new Map(),
    0,
    null,
    withTurns ? turns : new Map(),
  )
  const chart = (chosen: readonly string[]) => compareChart(comparison, byYear, 'lines', comparison.agencies, chosen)
  return { comparison, chart }
}

const strokes = (svg: string): number => svg.match(/<(?:path|polyline|line) /gu)?.length ?? 0

describe('a series that goes over a merger', () => {
  it('says so in words: the year, who merged, and that the numbers before are a sum', () => {
    expect(turnText(turn).zh).toBe('2021 年起“工商局”“质监局”并入“市场监管局”，此前为各机关合计')
    expect(turnText({ ...turn, year: null }).en).toMatch(/^Year unknown: /u)
  })

  it('is told of where the years shown reach over it', () => {
    expect(turnsWithin([turn], [2020, 2021])).toEqual([turn])
    expect(turnsWithin([turn], [2021, 2022])).toEqual([])
    expect(turnsWithin([{ ...turn, year: null }], [2022])).toHaveLength(1)
  })

  it('is marked across its line, noted under the chart and told on the card', () => {
    const { comparison, chart } = compared(true)
    const marked = chart(['m'])
    const draw = (of: ReturnType<typeof chart>): string =>
      pictureOf(of, captionOf(of, { filters: [], updated: '2025-02-10', example: false }, 'zh'), SLIDE).svg
    expect(marked.notes.map(({ text }) => text.zh)).toContain(turnText(turn).zh)
    expect(agencyCard(comparison, 'm', 'zh')?.turns).toEqual([turnText(turn).zh])
    expect(strokes(draw(marked))).toBeGreaterThan(strokes(draw(compared(false).chart(['m']))))
    expect(chart([]).notes.some(({ text }) => text.zh.startsWith('1 个机关的序列跨改名或合并（m）'))).toBe(true)
  })
})
