import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { HEADLINE_FIGURES, headlinesChart } from '@/charts/headlines'
import { writtenTable } from '@/charts/writtenTable'
import { CubeEngine } from '@/cube/engine'
import type { QueryResult } from '@/cube/query'
import { bigNumbers } from '@/exports/pptx/bigNumbers'
import { MEASURES } from '@/form/measures'
import { city } from '../charts/city'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'
import { chartOf, noted, RECEIVED, said } from './asking'

const asker = askerOf(new CubeEngine(city))

describe('a year for which the filter has no report', () => {
  const data = dataOf(
    [agency('here', { name: '在' }), agency('late', { name: '迟' })],
    [2022, 2023, 2024].flatMap((year) => [
      filed('here', year, { [RECEIVED]: year }),
      ...(year < 2024 ? [filed('late', year, { [RECEIVED]: year - 2000 })] : []),
    ]),
  )
  const of = askerOf(new CubeEngine(data))

  it('is told by no figure of a page, newest or asked for', async () => {
    for (const query of [{}, { years: '2022-2024' }, { at: '2024' }]) {
      for (const kind of ['ranking', 'histogram', 'slope', 'multiples', 'volumes', 'reasons']) {
        const chart = await chartOf(kind, { agencies: 'late', ...query }, of)
        const told = said(chart) + (['ranking', 'histogram', 'slope'].includes(kind) ? chart.title.zh : '')
        expect([kind, told]).toEqual([kind, expect.stringContaining('2023')])
        expect([kind, told]).not.toEqual([kind, expect.stringMatching(/2024(?! 年没有)/u)])
      }
    }
  })
})

describe('a year that has reports and not the figure', () => {
  const SETTLED = { 'requests.settled.total': 8, 'requests.granted.total': 8, [RECEIVED]: 10 }
  const data = dataOf(
    [agency('a')],
    [filed('a', 2019), filed('a', 2020), filed('a', 2022, {}), filed('a', 2023, SETTLED)],
  )
  const of = askerOf(new CubeEngine(data))

  it('is not said to have no report by a waterfall', async () => {
    const only2021 = MEASURES.find(({ series, unit }) => series === '2021' && unit === 'count')?.id ?? ''
    const chart = await chartOf('waterfall', { figure: only2021, at: '2020', from: '2019' }, of)
    expect(chart.basis.reports).toBe(2)
    expect(said(chart)).toContain('2019 年、2020 年的年报都没有此数')
    expect(said(chart)).not.toContain('没有年报')
  })

  it('is said of by a trend, line by line, and not of the other years', async () => {
    expect(said(await chartOf('settledTrend', { at: '2022', least: '5' }, of))).toBe(
      '2022 年办结率没有数（空白、未读出、0/0 或表式没有这一项）。',
    )
    expect(said(await chartOf('outcomeTrend', { at: '2022', least: '5' }, of)).match(/没有数/gu)).toHaveLength(3)
    expect(said(await chartOf('settledTrend', { least: '5' }, of))).toBe('2023 年办结率 80.0%（n 10）。')
  })
})

it('a headline on few cases in common does not pass those for the year before', async () => {
  const numbers = (settled: number, received: number) => ({ 'requests.settled.total': settled, [RECEIVED]: received })
  const data = dataOf(
    [agency('both'), agency('gone'), agency('came')],
    [
      filed('both', 2023, numbers(4, 5)),
      filed('gone', 2023, numbers(90, 100)),
      filed('both', 2024, numbers(3, 6)),
      filed('came', 2024, numbers(80, 100)),
    ],
  )
  const of = askerOf(new CubeEngine(data))
  const sentence = async (change: string) =>
    (await chartOf('headlines', { change }, of)).readings.find(({ zh }) => zh.includes('办结率'))
  expect((await sentence('comparable'))?.zh).toBe(
    '2024 年办结率 78.3%（n 106）；两年都有数的 1 个机关上年 4/5，本年 3/6，n 小（不足 30），不作升降比较。',
  )
  expect((await sentence('comparable'))?.en).toBe(
    'Settlement rate: 78.3% (n 106); 1 agency with figures for both years: 4 of 5 in 2023, 3 of 6 in 2024; n below 30, too small to call it a rise or a fall.',
  )
  expect((await sentence('all'))?.zh).toMatch(/^2024 年办结率 78\.3%（n 106），较上年 −11\.2 个百分点。$/u)
})

it('a headline whose change leaves agencies out says that it is like for like, and else does not', async () => {
  const [all, own] = await Promise.all([
    chartOf('headlines', { change: 'all' }),
    chartOf('headlines', { agencies: 'police' }),
  ])
  expect(said(all) + said(own)).not.toContain('可比口径')
  const [first] = (await chartOf('headlines', {})).readings
  expect(first?.zh).toMatch(/^2024 年新收 \d+ 件，按可比口径较上年 \+/u)
  expect(first?.en).toMatch(/^Received: \d+, like for like \+.* on 2023\.$/u)
})

it('a headline of answers kept without the n compared is small where the year alone has too few, and else not called so', async () => {
  const result = await asker.query({ figures: HEADLINE_FIGURES, groupBy: ['year'], where: {}, change: 'comparable' })
  const groups = JSON.parse(
    JSON.stringify(result.groups, (name, value: unknown) => (name === 'fromN' || name === 'toN' ? undefined : value)),
  ) as QueryResult['groups']
  const sentences = (leastN: number) =>
    headlinesChart({ ...result, groups }, 2024, 'comparable', null, leastN).readings.map(({ zh }) => zh)
  expect(sentences(30).filter((zh) => zh.includes('n 小'))).toEqual([])
  expect(sentences(100).filter((zh) => zh.includes('n 小'))).toEqual([expect.stringContaining('综合纠错率')])
})

it('numbers that stand large are of the year that the sentence tells, whichever way a table runs', async () => {
  for (const kind of [
    'volumes',
    'outcomes',
    'settledTrend',
    'flows',
    'disputes',
    'disputePath',
    'coverage',
    'multiples',
  ])
    for (const query of [{}, { at: '2022' }]) {
      const chart = await chartOf(kind, query)
      const year = 'at' in query ? '2022' : '2024'
      const large = bigNumbers({ chart }, 'zh')
      expect(large.length).toBeGreaterThan(0)
      for (const { label, under } of large) expect([kind, label + under]).toEqual([kind, expect.stringContaining(year)])
      if (kind !== 'multiples' && kind !== 'coverage')
        expect(said(chart).replaceAll(' 件', '')).toContain(large[0]?.text)
    }
})

it('a peer ranking says that the agency highlighted is not in the selection, and not that none is', async () => {
  const note = async (query: Readonly<Record<string, string>>) => noted(await chartOf('peerRanking', query))
  expect(await note({ regions: '', on: 'nobody' })).toContain('突出的机关不在所选范围内，取受理申请最多的一个')
  expect(await note({})).toContain('未突出机关，取受理申请最多的一个')
})

it('quartiles are neither said nor drawn of fewer agencies than have any', async () => {
  const some = (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `a${String(at)}`)
    const data = dataOf(
      ids.map((id) => agency(id)),
      ids.flatMap((id, at) => [2023, 2024].map((year) => filed(id, year, { [RECEIVED]: 40 + 7 * at }))),
    )
    return askerOf(new CubeEngine(data))
  }
  for (const count of [3, 4]) {
    const is = count === 4
    const [histogram, lines] = [
      await chartOf('histogram', {}, some(count)),
      await chartOf('compare', { mode: 'lines' }, some(count)),
    ]
    expect(histogram.unit.zh).toContain('虚线为中位数')
    expect(histogram.unit.zh.includes('四分位')).toBe(is)
    expect(said(histogram).includes('居中的一半')).toBe(is)
    expect(noted(lines).includes('四分位')).toBe(is)
    expect(noted(lines)).toContain('虚线为中位数')
  }
})

it('amounts of money differ by what lies between the amounts shown, in the sentence and the table', async () => {
  const FEES = 'proactive.fees.amount'
  const data = dataOf(
    [agency('a'), agency('b')],
    [2023, 2024].flatMap((year) => [
      filed('a', year, { [FEES]: year === 2023 ? 511.4249 : 427.2951 }),
      filed('b', year, { [FEES]: year === 2023 ? 1.001 : 1.004 }),
    ]),
  )
  const chart = await chartOf('slope', { figure: FEES }, askerOf(new CubeEngine(data)))
  expect(said(chart)).toContain('1 个减少，1 个持平')
  expect(said(chart)).toContain('由 511.42 万元到 427.30 万元，减 84.12 万元')
  expect(writtenTable(chart.table, 'zh').rows.map((row) => row[3]?.text)).toEqual(['−84.12', '0.00'])
  expect(writtenTable(chart.table, 'zh').heads[3]).toBe('2024 年较 2023 年')
})

it('shares of two years on other agencies say so, as trends of the same rates do', async () => {
  const WORDS = '这两年的报送机关不全或不同，升降中可能有机关变动的影响。'
  const query = { at: '2024', from: '2023' }
  for (const kind of ['outcomes', 'outcomeTrend']) expect(said(await chartOf(kind, query))).toContain(WORDS)
  for (const kind of ['outcomes', 'outcomeTrend'])
    expect(said(await chartOf(kind, { ...query, agencies: 'police' }))).not.toContain(WORDS)
})

it('one filtered agency is looked at among its peers where it has no number of requests, too', async () => {
  const query = { figure: 'rate.settled', at: '2024' }
  const [filtered, highlighted] = [
    await chartOf('peerRanking', { ...query, agencies: 'water' }),
    await chartOf('peerRanking', { ...query, on: 'water' }),
  ]
  expect(said(filtered)).toContain('临澜市水利局 2024 年的年报没有此数')
  expect(filtered.readings).toEqual(highlighted.readings)
  const data = dataOf(
    [agency('big'), agency('old', { to: 2022, successor: 'new' }), agency('new', { from: 2023 })],
    [filed('big', 2023, { [RECEIVED]: 90 }), filed('old', 2022), filed('new', 2023)],
  )
  for (const agencies of ['old', 'new'])
    expect((await chartOf('peerRanking', { agencies }, askerOf(new CubeEngine(data)))).title.zh).toMatch(/^new与/u)
})

it('flows tell a rate on few cases as the trend beside them does', async () => {
  const numbers = {
    'requests.settled.total': 3,
    'requests.granted.total': 3,
    'requests.carriedOut.total': 1,
    [RECEIVED]: 4,
  }
  const of = askerOf(new CubeEngine(dataOf([agency('a')], [filed('a', 2024, numbers)])))
  for (const kind of ['flows', 'settledTrend']) expect(said(await chartOf(kind, {}, of))).toContain('办结率 3/4')
})
