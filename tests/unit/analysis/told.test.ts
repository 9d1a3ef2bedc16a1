import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { coverage } from '@/analysis/figures/coverage'
import { QUESTION_PAGES } from '@/analysis/questions'
import { captionOf, fileNameOf } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { HEADLINE_FIGURES, headlines } from '@/charts/headlines'
import { sparkOf } from '@/charts/spark'
import { CubeEngine } from '@/cube/engine'
import { bareDrawing } from '@/exports/picture'
import { askCity } from '../charts/city'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'
import { chartOf, noted, RECEIVED, said } from './asking'

const CONTEXT = { language: 'zh', theme: 'light', decals: false, width: 620, height: 340, scale: 1 } as const

const heads = ({ table }: Chart): string[] => table.columns.map(({ label }) => label.zh)
const rowOf = ({ table }: Chart, name: string): (string | number | null)[] =>
  table.rows
    .map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text.zh : cell.value)))
    .find((row) => row.includes(name)) ?? []

describe.each(['ranking', 'peerRanking'])('%s sets its year against', (kind) => {
  it('the one asked for, in its words, columns and slide', async () => {
    const chart = await chartOf(kind, { at: '2023', from: '2020', on: 'police' })
    expect(heads(chart)).toEqual(['名次', '机关', '2023 年', '2020 年'])
    expect(chart.unit.zh).toContain('2023 年实心，2020 年空心')
    expect(chart.native?.[0]?.series.map(({ name }) => name.zh)).toEqual(['2023 年', '2020 年'])
    expect(noted(chart)).toContain('2021 年起用新表式，口径连续。')
    if (kind === 'ranking') expect(said(chart)).toContain('与 2020 年可比的')
  })

  it('the last one before it that the filter has, not the one that the filter leaves out', async () => {
    const chart = await chartOf(kind, { years: '2021,2024', on: 'police' })
    expect(heads(chart)).toEqual(['名次', '机关', '2024 年', '2021 年'])
  })

  it('none where the filter has no other, and says so', async () => {
    const chart = await chartOf(kind, { years: '2024', on: 'police' })
    expect(heads(chart)).toEqual(['名次', '机关', '2024 年'])
    expect(chart.unit.zh).not.toContain('2023')
    expect(said(chart)).not.toContain('2023')
    expect(noted(chart)).toContain('所选范围没有 2024 年以前的年报，不作对比。')
    expect(chart.native?.[0]?.series).toHaveLength(1)
    // As volumes beside it.
    expect(said(await chartOf('volumes', { years: '2024' }))).not.toMatch(/2023|比/u)
  })
})

describe('a ranking over years that are not neighbours', () => {
  /** `old` went into `now` in 2022; of `part` one predecessor has not reported 2020. */
  const data = dataOf(
    [
      agency('old', { to: 2021, successor: 'now' }),
      agency('now', { from: 2022 }),
      agency('one', { to: 2021, successor: 'part' }),
      agency('two', { to: 2021, successor: 'part' }),
      agency('part', { from: 2022 }),
      agency('same'),
    ],
    [
      filed('old', 2020, { [RECEIVED]: 40 }),
      filed('now', 2023, { [RECEIVED]: 60 }),
      filed('one', 2020, { [RECEIVED]: 10 }),
      filed('part', 2023, { [RECEIVED]: 90 }),
      filed('same', 2020, { [RECEIVED]: 50 }),
      filed('same', 2023, { [RECEIVED]: 30 }),
    ],
  )
  const of = askerOf(new CubeEngine(data))

  it('sets a body against all that went into it or against nothing, and says whose series go over a merger', async () => {
    const chart = await chartOf('ranking', {}, of)
    expect(heads(chart)).toEqual(['名次', '机关', '2023 年', '2020 年'])
    expect(rowOf(chart, 'now')).toEqual(['2', 'now', 60, 40])
    expect(rowOf(chart, 'part')).toEqual(['1', 'part', 90, null])
    expect(said(chart)).toContain('与 2020 年可比的 2 个机关中，1 个增加，1 个减少。')
    expect(noted(chart)).toContain('1 个机关的序列跨改名或合并（now）')
  })

  it('a slope compares no part of a body with all of it, and says whose', async () => {
    const chart = await chartOf('slope', { on: 'part' }, of)
    expect(said(chart)).toContain('2023 年与 2020 年可比的 2 个机关中，1 个增加，1 个减少。')
    expect(said(chart)).not.toContain('part')
    expect(rowOf(chart, 'part')).toEqual(['part', 10, 90, null])
    expect(noted(chart)).toContain('1 个机关（含part）任一年的数不全')
    expect(chart.native?.[0]?.series.map(({ name }) => name.zh).sort()).toEqual(['now', 'same'])
  })

  it('a waterfall says the same of its series', async () => {
    expect(noted(await chartOf('waterfall', {}, of))).toContain('跨改名或合并（now')
  })

  it('rises from the earlier year to the later one, whichever is told', async () => {
    const chart = await chartOf('ranking', { at: '2020', from: '2023' }, of)
    expect(said(chart)).toContain(
      '由 2020 年到 2023 年可比的 2 个机关中，1 个增加，1 个减少。增加最多：now，由 40 件到 60 件，增 20 件。',
    )
  })
})

describe('the year asked for', () => {
  it('is told by every figure of every page, and set against the other by those that set years against each other', async () => {
    for (const { id, figures } of QUESTION_PAGES)
      for (const { kind } of figures) expect([id, kind.id, 'at' in kind.params]).toEqual([id, kind.id, true])
    const kinds = [...new Set(QUESTION_PAGES.flatMap(({ figures }) => figures.map(({ kind }) => kind)))]
    for (const kind of [...kinds, coverage]) {
      const [usual, chart] = [await chartOf(kind.id, {}), await chartOf(kind.id, { at: '2022', from: '2020' })]
      const first = [chart.readings[0]?.zh, chart.title.zh].join('')
      expect([kind.id, first]).toEqual([kind.id, expect.stringContaining('2022')])
      expect([kind.id, usual.readings[0]?.zh ?? '']).not.toEqual([kind.id, expect.stringContaining('2022')])
      expect([kind.id, said(chart)]).not.toEqual([kind.id, expect.stringMatching(/2024 年(?!。)/u)])
      const other = said(chart) + chart.title.zh + chart.unit.zh
      if ('from' in kind.params) expect([kind.id, other]).toEqual([kind.id, expect.stringContaining('2020')])
    }
  })

  it('is told of the same against the same on one page', async () => {
    const query = { at: '2023', from: '2021' }
    expect(said(await chartOf('volumes', query))).toMatch(/^2023 年受理 .*2021 年/u)
    expect(said(await chartOf('outcomes', query))).toMatch(/^2023 年.*与 2021 年相比/u)
    expect(said(await chartOf('outcomeTrend', query))).toMatch(/^2023 年公开率.*，2021 年/u)
    expect((await chartOf('reasons', query)).unit.zh).toContain('竖线为 2021 年')
    expect(said(await chartOf('flows', query))).toMatch(/^2023 年上年结转/u)
    expect(said(await chartOf('disputes', query))).toMatch(/^2023 年.*2023 年/u)
    expect((await chartOf('disputePath', query)).unit.zh).toContain('2023 年件数')
    expect(said(await chartOf('multiples', query))).toMatch(/^2023 年可比的/u)
    expect(said(await chartOf('coverage', query))).toMatch(/^2023 年应报/u)
  })

  it('is the year that small multiples are sorted by, and that their numbers are of', async () => {
    const chart = await chartOf('multiples', { at: '2021' })
    const at = heads(chart).indexOf('2021')
    const column = chart.table.rows.slice(1).map((row) => (row[at]?.kind === 'number' ? (row[at].value ?? -1) : -1))
    expect(column).toEqual([...column].sort((one, other) => other - one))
    const { svg } = bareDrawing(chart, { ...CONTEXT, height: chart.heightAt(CONTEXT.width) })
    expect(svg).toContain('>2021<')
  })

  it('names its numbers beside drawings that end with another year', async () => {
    const [volumes, trend] = [await chartOf('volumes', { at: '2022' }), await chartOf('settledTrend', { at: '2022' })]
    expect(bareDrawing(volumes, CONTEXT).svg).toMatch(/>2022 [\d,]+</u)
    expect(bareDrawing(trend, CONTEXT).svg).toMatch(/>2022 [\d.]+% 办结率/u)
  })

  it('moves a share from the earlier year to the later, whichever is told', async () => {
    const ahead = said(await chartOf('outcomes', { at: '2020', from: '2023' }))
    const back = said(await chartOf('outcomes', { at: '2023', from: '2020' }))
    expect(ahead).toMatch(/^2020 年.*由 2020 年到 2023 年，/u)
    expect(ahead.split('变化最大')[1]).toBe(back.split('变化最大')[1])
  })

  it('changes nothing where none is asked for, or one that the filter has not', async () => {
    for (const kind of ['volumes', 'outcomes', 'settledTrend', 'flows', 'disputes', 'multiples', 'coverage']) {
      const [usual, other] = [
        await chartOf(kind, { years: '2022-2024' }),
        await chartOf(kind, { years: '2022-2024', at: '2019' }),
      ]
      expect(other.readings).toEqual(usual.readings)
      expect(JSON.stringify(other.option(CONTEXT))).toBe(JSON.stringify(usual.option(CONTEXT)))
    }
  })
})

describe('one filtered agency among its peers', () => {
  it('is said of it and its peers, not of the filter that is lifted for them', async () => {
    const setting = { filters: ['部门', '临澜市公安局'], besideAgencies: ['部门'], updated: null, example: false }
    const chart = await chartOf('peerRanking', { agencies: 'police', peers: 'kind' })
    const caption = captionOf(chart, setting, 'zh')
    const peers = chart.basis.agencies - 1
    expect(peers).toBeGreaterThan(3)
    expect(caption.parts.map(({ text }) => text).slice(0, 4)).toEqual([
      '部门',
      `临澜市公安局与同类 ${String(peers)} 个机关`,
      '本机关数',
      `${String(peers + 1)} 个机关 ${String(peers + 1)} 份年报`,
    ])
    expect(fileNameOf(caption, 'png')).toContain('与同类')
    const within = await chartOf('peerRanking', { on: 'police', peers: 'kind' })
    expect(captionOf(within, setting, 'zh').filters).toEqual(setting.filters)
  })
})

it('headline figures mark the year told in their sparks, not the last', () => {
  const marked = (told?: number) => sparkOf([1, null, 3, 4], true, 64, 26, told).bars.map(({ isTold }) => isTold)
  expect(marked()).toEqual([false, false, true])
  expect(marked(2)).toEqual([false, true, false])
  expect(marked(1)).toEqual([false, false, false])
  expect(sparkOf([1, null, 3, 4], false, 64, 26, 1).told).toBeNull()
  const heads = headlines(askCity(HEADLINE_FIGURES), 2022)
  expect(heads.map(({ told, series, value }) => series[told] === value)).toEqual(heads.map(() => true))
})
