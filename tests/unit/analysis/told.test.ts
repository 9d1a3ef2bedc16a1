import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { Chart } from '@/charts/chart'
import { CubeEngine } from '@/cube/engine'
import { city } from '../charts/city'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const RECEIVED = 'requests.received.total'
const asker = askerOf(new CubeEngine(city))

async function chartOf(kind: string, query: Readonly<Record<string, string>>, of = asker): Promise<Chart> {
  const chart = await askFigure(of, { kind, query: { figure: RECEIVED, ...query } })
  if (!chart) throw new Error(`nothing to draw for ${kind}`)
  return chart
}
const said = ({ readings }: Chart): string => readings.map(({ zh }) => zh).join('')
const noted = ({ notes }: Chart): string => notes.map(({ text }) => text.zh).join('')
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
    expect(noted(chart)).toContain('所选年份里没有 2024 年以前的一年，不作对比。')
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
    expect(said(chart)).toContain('与 2020 年可比的 2 个机关，1 个上升，1 个下降。')
    expect(noted(chart)).toContain('1 个机关的序列跨改名或合并（now）')
  })

  it('a waterfall says the same of its series', async () => {
    expect(noted(await chartOf('waterfall', {}, of))).toContain('跨改名或合并（now')
  })

  it('rises from the earlier year to the later one, whichever is told', async () => {
    const chart = await chartOf('ranking', { at: '2020', from: '2023' }, of)
    expect(said(chart)).toContain(
      '由 2020 年到 2023 年可比的 2 个机关，1 个上升，1 个下降。升得最多：now，由 40 到 60。',
    )
  })
})
