import { describe, expect, it } from 'vitest'
import { captionOf } from '@/charts/caption'
import { barsShown } from '@/charts/compareBars'
import { compareChart } from '@/charts/compareChart'
import type { CompareMode } from '@/charts/compareChart'
import { compareAgencies, sortCompared } from '@/charts/comparison'
import { foldInto } from '@/charts/folding'
import { rankAgencies } from '@/charts/ranked'
import { rankingChart } from '@/charts/ranking'
import { nameLines } from '@/charts/nameLines'
import { pictureOf } from '@/exports/picture'
import type { CubeReport } from '@/cube/input'
import { answer } from '@/cube/engine'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const RATE = 'rate.granted'
const SETTING = { filters: ['东区'], updated: '2025-02-10', example: false }
const SLIDE = { language: 'zh', theme: 'light', decals: false, width: 1920, height: 1080, scale: 1.6 } as const
const settled = (granted: number, all: number) => ({
  'requests.granted.total': granted,
  'requests.settled.total': all,
})

/** Agencies a0, a1 … with 100 cases each; the rate falls with the number. */
function comparisonOf(count: number, more: readonly CubeReport[] = []) {
  const ids = Array.from({ length: count }, (_, at) => `a${String(at)}`)
  const own = new Set(more.map((report) => `${report.agency}.${String(report.year)}`))
  const data = dataOf(
    [...ids, 'small'].map((id) => agency(id)),
    [
      ...ids.flatMap((id, at) =>
        [2020, 2021]
          .filter((year) => !own.has(`${id}.${String(year)}`))
          .map((year) => filed(id, year, settled(100 - at, 100))),
      ),
      filed('small', 2021, settled(3, 7)),
      ...more,
    ],
  )
  const ask = (groupBy: readonly ('agency' | 'year')[]) =>
    answer(data, { figures: [RATE], groupBy, where: {}, change: 'comparable' })
  const byYear = ask(['year'])
  return { byYear, comparison: compareAgencies(ask(['agency', 'year']), byYear, RATE, new Map(), 30) }
}

function drawn(mode: CompareMode, count: number, chosen: readonly string[], more: readonly CubeReport[] = []) {
  const { byYear, comparison } = comparisonOf(count, more)
  const chart = compareChart(comparison, byYear, mode, sortCompared(comparison, 'last', true, 0), chosen)
  const { svg } = pictureOf(chart, captionOf(chart, SETTING, 'zh'), SLIDE)
  const notes = chart.notes.map(({ text }) => text.zh).join('')
  return { svg, notes, texts: textsOf(svg) }
}

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text = '']) => text)

describe('the matrix as a picture', () => {
  it('folds what does not fit, says how many that is, and keeps the chosen', () => {
    const { texts, notes } = drawn('matrix', 60, ['a31'])
    expect(texts).toContain('a0')
    expect(texts).toContain('a31')
    expect(texts).not.toContain('a30')
    const folded = texts.flatMap((text) => /其间 (\d+) 个机关/u.exec(text)?.[1] ?? []).map(Number)
    const names = new Set(texts.filter((text) => /^(?:a\d+|small)$/u.test(text)))
    expect(folded.reduce((sum, count) => sum + count, 0) + names.size).toBe(61)
    expect(notes).toContain('表格和 CSV 有全部 61 个机关的数')
  })

  it('says over which agencies the change of the whole is, and between which values', () => {
    expect(drawn('matrix', 3, []).notes).toContain(
      '全部合计的较上年只按两年都有数的机关计（可比口径）：2020 年 99.0% → 2021 年 99.0%，3 个机关，未计 1 个。',
    )
  })

  it('asks for the width that its columns need', () => {
    const { byYear, comparison } = comparisonOf(3)
    const least = (mode: CompareMode) => compareChart(comparison, byYear, mode, comparison.agencies, []).leastWidth ?? 0
    expect(least('matrix')).toBeGreaterThan(560)
    expect(least('lines')).toBe(0)
  })

  it('has rows of a height that can be read', () => {
    const { svg } = drawn('matrix', 60, [])
    const lines = [...svg.matchAll(/translate\((\S+) (\S+)\)[^>]*>a\d+</gu)].map(([, , y]) => Number(y))
    const steps = lines.slice(1).map((y, at) => y - (lines[at] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(20)
  })

  it('has what the page has: n, signs, forms, ranks, absence in words, and the key', () => {
    const wrong = filed('a1', 2021, settled(99, 100), { inError: ['requests.granted.total'] })
    const { texts } = drawn('matrix', 3, [], [wrong])
    for (const text of ['7', 'E', '2019 版表式', '2021 版表式', '名次', '1', '未报', '年报有未处理的错误'])
      expect(texts).toContain(text)
  })
})

describe('a list folded into lines', () => {
  const { comparison } = comparisonOf(50)
  const rows = sortCompared(comparison, 'last', true, 0)

  it.each([5, 12, 20, 51, 60])('never takes more than it has: %i', (lines) => {
    const folded = foldInto(rows, ['a20'], true, lines)
    expect(folded.length).toBeLessThanOrEqual(Math.max(lines, 8))
    const told = folded.reduce((sum, row) => sum + (row.kind === 'row' ? 1 : row.kind === 'fold' ? row.count : 0), 0)
    expect(told).toBe(rows.length)
    expect(folded.some((row) => row.kind === 'row' && row.agency.id === 'a20')).toBe(true)
  })
})

describe('bars', () => {
  const { comparison } = comparisonOf(40)
  const rows = sortCompared(comparison, 'last', true, 0)

  it('always hold the chosen, where they stand', () => {
    expect(barsShown(rows, ['a30', 'a2'], 4).map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a30'])
    expect(barsShown(rows, [], 2).map(({ id }) => id)).toEqual(['a0', 'a1'])
  })

  it('say how many agencies they leave to the table, and n where it is small', () => {
    expect(drawn('bars', 60, []).texts.some((text) => /另有 \d+ 个机关见表格/u.test(text))).toBe(true)
    expect(drawn('bars', 2, []).texts).toContain('7')
  })
})

describe('lines', () => {
  it('say what median and quartiles rest on, and how many are not drawn', () => {
    expect(drawn('lines', 3, []).notes).toContain('只按 n ≥ 30 的机关计')
    expect(drawn('lines', 405, []).notes).toContain('另有 6 个机关没有画灰线')
  })

  it('draw what was inferred or corrected as that', () => {
    const forced = filed(
      'a0',
      2021,
      { ...settled(90, 100), 'requests.settled.total': null },
      {
        forced: { 'requests.settled.total': 100 },
      },
    )
    const { svg, texts } = drawn('lines', 3, ['a0'], [forced])
    expect(texts).toContain('推')
    expect(svg).toMatch(/stroke-width="4" stroke-dasharray/u)
  })
})

describe('a name under a bar', () => {
  it('breaks after what it belongs to, or where the line is full', () => {
    expect(nameLines('临澜市公安局', 12, 200)).toEqual(['临澜市公安局'])
    expect(nameLines('临澜市人力资源和社会保障局', 12, 80)).toEqual(['临澜市', '人力资源和…'])
    expect(nameLines('临澜市石桥镇人民政府', 12, 84)).toEqual(['临澜市石桥镇', '人民政府'])
  })
})

describe('a whole ranking as a picture', () => {
  it('folds what a slide has no room for', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `a${String(at)}`)
    const data = dataOf(
      ids.map((id) => agency(id)),
      ids.map((id, at) => filed(id, 2021, settled(100 - at, 100))),
    )
    const ask = (groupBy: readonly ('agency' | 'year')[]) => answer(data, { figures: [RATE], groupBy, where: {} })
    const ranking = rankAgencies(ask(['agency', 'year']), RATE, { year: 2021, against: 2020 }, new Map(), 30)
    const chart = rankingChart(ranking, ask(['year']), true)
    const texts = textsOf(pictureOf(chart, captionOf(chart, SETTING, 'zh'), SLIDE).svg)
    const folded = Number(texts.flatMap((text) => /其间 (\d+) 个机关/u.exec(text)?.[1] ?? [])[0])
    expect(folded).toBeGreaterThan(20)
    expect(texts.filter((text) => /^a\d+$/u.test(text))).toHaveLength(60 - folded)
    expect(texts).toContain('a59')
  })
})

describe('a title', () => {
  it('of lines says which agencies are picked out', () => {
    const { byYear, comparison } = comparisonOf(3)
    const title = (chosen: readonly string[]) =>
      compareChart(comparison, byYear, 'lines', comparison.agencies, chosen).title.zh
    expect(title(['a1'])).toMatch(/^a1与各机关：予以公开率，/u)
    expect(title([])).toMatch(/^予以公开率，/u)
  })
})
