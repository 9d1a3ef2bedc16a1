import { describe, expect, it } from 'vitest'
import { captionOf, fileNameOf } from '@/charts/caption'
import { yearsBefore } from '@/charts/changes'
import { disputesChart, DISPUTE_FIGURES } from '@/charts/disputes'
import { HEADLINE_FIGURES, headlines, headlinesChart } from '@/charts/headlines'
import { lastYearOnForm, rankAgencies } from '@/charts/ranked'
import { foldsRanking, rankingChart } from '@/charts/ranking'
import { LEAST_RATE_SPAN, rangeOf } from '@/charts/scale'
import { placeNames } from '@/charts/segmentLabels'
import { APPLICANT_SHARES, OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { sharesChart } from '@/charts/shares'
import { textWidth } from '@/charts/numbers'
import { VOLUME_FIGURES, volumesChart } from '@/charts/volumes'
import { answer } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { pictureOf } from '@/exports/picture'
import { figureCsv } from '@/exports/pictureCsv'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const SETTING = { filters: ['东区'], updated: '2025-02-10', example: true }
const totals = (received: number, granted: number, refused: number): Partial<Record<FieldId, number>> => ({
  'requests.received.total': received,
  'requests.received.natural': received,
  'requests.granted.total': granted,
  'requests.refused.thirdParty.total': refused,
  'requests.settled.total': granted + refused,
})
const AGENCIES = [agency('a'), agency('b'), agency('=c', { name: '=1+1<b>' })]
const data = dataOf(AGENCIES, [
  filed('a', 2020, totals(100, 60, 40)),
  filed('a', 2021, totals(200, 90, 110)),
  filed('b', 2021, totals(10, 5, 5), { inError: ['requests.received.total'] }),
  filed('=c', 2021, { ...totals(7, 3, 4), 'requests.received.total': null }),
])
const byYear = (figures: readonly string[]) =>
  answer(data, { figures, groupBy: ['year'], where: {}, change: 'comparable' })
const context = { language: 'zh', theme: 'light', decals: false, width: 760, scale: 1 } as const

describe('a chart', () => {
  const chart = volumesChart(byYear(VOLUME_FIGURES))

  it('says what it stands on and what it leaves out', () => {
    const caption = captionOf(chart, SETTING, 'zh')
    expect(caption.title).toBe('受理申请，2020–2021 年')
    expect(caption.parts.map(({ text }) => text)).toEqual([
      '东区',
      '本机关数',
      '3 个机关 4 份年报',
      '缺 2 份',
      '件，新收加上年结转',
    ])
    expect(caption.notes.map(({ text }) => text).join('')).toMatch(/标 E 的 1 个年份.*空白不当作 0/u)
    expect(caption.source).toBe('来源：各机关年度报告表三 · 数据 2025-02-10')
    expect(caption.example).not.toBe('')
  })

  it('gives its figures as a table, each with what it rests on', () => {
    expect(chart.table.rows[1]?.[1]).toMatchObject({ value: 210, states: { inError: 1 } })
    expect(chart.table.rows[1]?.[2]).toMatchObject({ value: 0 })
  })

  it('is named after what it shows, without what file systems refuse', () => {
    const caption = captionOf(chart, SETTING, 'zh')
    expect(fileNameOf({ ...caption, filters: ['a/b:c\u202E', '..'] }, 'png')).toBe(
      '受理申请，2020–2021 年 a b c .. 本机关数 示例数据（虚构）.png',
    )
  })
})

describe('file names', () => {
  const chart = volumesChart(byYear(VOLUME_FIGURES))
  const caption = captionOf(chart, SETTING, 'zh')

  it('tell slide from screen and one scope from the other', () => {
    const names = [
      fileNameOf(caption, 'png'),
      fileNameOf(caption, 'png', '幻灯片'),
      fileNameOf({ ...caption, scope: '本级汇总数' }, 'png'),
    ]
    expect(new Set(names).size).toBe(3)
  })

  it('keep what tells them apart where the title is long', () => {
    const name = fileNameOf({ ...caption, title: '长'.repeat(200) }, 'png', '幻灯片')
    expect(name).toMatch(/本机关数 幻灯片 示例数据（虚构）\.png$/u)
    expect(name.length).toBeLessThan(90)
  })
})

describe('shares', () => {
  const chart = sharesChart(byYear(shareFigures(OUTCOME_SHARES)), OUTCOME_SHARES, 'percent')

  it('are ratios of sums of the printed total, newest year first, with n', () => {
    const [newest] = chart.table.rows
    expect(newest?.[1]).toMatchObject({ value: 98 / 217, unit: 'ratio' })
    expect(newest?.[3]).toMatchObject({ value: 119 / 217, unit: 'ratio' })
  })

  it('say the n of a year once, where its shares rest on one', () => {
    const labels = chart.table.columns.map(({ label }) => label.zh)
    expect(chart.table.rows[0]?.[labels.indexOf('n')]).toMatchObject({ value: 217 })
    const [, head = ''] = /\r\n(年份,[^\r]*)/u.exec(figureCsv(chart, captionOf(chart, SETTING, 'zh'), 'zh')) ?? []
    expect(head).toMatch(/^年份,予以公开（比率）,部分公开（比率）/u)
    expect(head.match(/（n）/gu)).toBeNull()
  })

  it('say where printed parts and printed totals disagree', () => {
    const broken = dataOf([agency('a')], [filed('a', 2021, { ...totals(10, 5, 5), 'requests.settled.total': 12 })])
    const result = answer(broken, { figures: shareFigures(OUTCOME_SHARES), groupBy: ['year'], where: {} })
    const notes = sharesChart(result, OUTCOME_SHARES, 'count').notes.map(({ text }) => text.zh)
    expect(notes).toContain('2021 年各部分相加为 10，报表所印总计为 12，两数并存。')
  })
})

describe('headline figures', () => {
  it('compare agencies that have both years, and rates as they are shown', () => {
    const [received, , , opened, , corrected] = headlines(byYear(HEADLINE_FIGURES), 2021)
    expect(received).toMatchObject({ value: 210, series: [100, 210], inError: true })
    expect(received?.change.zh).toBe('+100.0%（+100 件）')
    expect(opened?.change.zh).toBe('−15.0 个百分点')
    expect(corrected).toMatchObject({ value: null, n: 0 })
  })

  it('mark a change whose earlier year rests on an open error, and count it', () => {
    const reports = [
      filed('a', 2020, totals(100, 60, 40), { inError: ['requests.received.total'] }),
      filed('a', 2021, totals(200, 90, 110)),
    ]
    const result = answer(dataOf(AGENCIES, reports), {
      figures: HEADLINE_FIGURES,
      groupBy: ['year'],
      where: {},
      change: 'comparable',
    })
    const [received, settled] = headlines(result, 2021)
    expect(received).toMatchObject({ inError: false, changeInError: true })
    expect(settled).toMatchObject({ changeInError: false })
    const notes = headlinesChart(result, 2021, 'comparable').notes.map(({ text }) => text.zh)
    expect(notes.join('')).toContain('标 E 的 2 个较上年的变化')
  })

  it('mark it too where the filter leaves the earlier year out', () => {
    const reports = [
      filed('a', 2020, totals(100, 60, 40), { inError: ['requests.received.total'] }),
      filed('a', 2021, totals(200, 90, 110)),
    ]
    const ask = (years: readonly number[]) =>
      answer(dataOf(AGENCIES, reports), {
        figures: HEADLINE_FIGURES,
        groupBy: ['year'],
        where: { years },
        change: 'comparable',
      })
    const filter = { years: [2021] }
    expect(yearsBefore(filter)).toEqual([2020])
    expect(yearsBefore({ years: [2020, 2021] })).toEqual([2019])
    expect(yearsBefore({})).toEqual([])
    expect(headlines(ask([2021]), 2021, ask(yearsBefore(filter)))[0]?.changeInError).toBe(true)
  })

  it('carry their marks and n into a picture', () => {
    const chart = headlinesChart(byYear(HEADLINE_FIGURES), 2021, 'comparable')
    const { svg } = pictureOf(chart, captionOf(chart, SETTING, 'zh'), context)
    expect(svg).toContain('>E<')
    expect(svg).toContain('>n 217<')
  })

  it('give their changes to a table as numbers', () => {
    const chart = headlinesChart(byYear(HEADLINE_FIGURES), 2021, 'comparable')
    const lines = figureCsv(chart, captionOf(chart, SETTING, 'zh'), 'zh').split('\r\n')
    const head = lines.findIndex((line) => line.startsWith('指标,'))
    const received = lines[head + 1]?.split(',') ?? []
    const at = (name: string): string | undefined => received[(lines[head] ?? '').split(',').indexOf(name)]
    expect([at('较上年之差'), at('较上年变化（比率）'), at('所比机关'), at('未计机关')]).toEqual(['100', '1', '1', '1'])
    expect(lines.join('')).not.toMatch(/'[+−]/u)
  })
})

describe('a ranking', () => {
  it('leaves out rates on few cases and says so', () => {
    const result = answer(data, { figures: ['rate.granted'], groupBy: ['agency', 'year'], where: {} })
    const ranking = rankAgencies(result, 'rate.granted', { year: 2021, against: 2020 }, new Map(), 30)
    expect(ranking.ranked.map(({ id, rank, value }) => [id, rank, value])).toEqual([['a', 1, 0.45]])
    expect(ranking.small.map(({ id }) => id)).toEqual(['=c', 'b'])
  })

  it('lists in its table who is not ranked, with why, and the year before in its own column', () => {
    const reports = [
      filed('a', 2020, totals(100, 60, 40)),
      filed('a', 2021, totals(10, 4, 3)),
      filed('b', 2020, totals(10, 6, 2)),
      filed('b', 2021, { ...totals(10, 5, 5), 'requests.settled.total': null }),
    ]
    const ask = (groupBy: readonly ('agency' | 'year')[]) =>
      answer(dataOf(AGENCIES, reports), { figures: ['rate.granted'], groupBy, where: {} })
    const of = rankAgencies(ask(['agency', 'year']), 'rate.granted', { year: 2021, against: 2020 }, new Map(), 30)
    const rows = rankingChart(of, ask(['year']), false).table.rows
    expect(rows.map(([rank, name]) => [rank, name])).toMatchObject([
      [{ text: { zh: 'n < 30' } }, { text: { zh: 'a' } }],
      [{ text: { zh: '—' } }, { text: { zh: 'b' } }],
    ])
    expect(rows[0]?.slice(2)).toMatchObject([
      { value: 4 / 7, n: 7 },
      { value: 0.6, n: 100 },
    ])
    expect(rows[1]?.slice(2)).toMatchObject([{ value: null, gap: 'blank' }, { value: 0.75 }])
  })

  it('says that it tells an earlier year because later forms lack the figure', () => {
    const id = 'proactive.normativeDocs.made'
    const ask = (groupBy: readonly ('agency' | 'year')[]) => answer(data, { figures: [id], groupBy, where: {} })
    expect(lastYearOnForm(id, [2019, 2020, 2021])).toBe(2020)
    const of = rankAgencies(ask(['agency', 'year']), id, { year: 2020, against: 2019 }, new Map(), 30)
    const notes = rankingChart(of, ask(['year']), false).notes.map(({ text }) => text.zh)
    expect(notes).toContain('2020 年以后的表式没有这一项，按 2020 年排名。')
  })
})

describe('the room of a drawing', () => {
  it('is folded only where that folds something', () => {
    expect([8, 11, 12].map(foldsRanking)).toEqual([false, false, true])
  })

  it('spreads rates that lie close over ten points at least', () => {
    const { from, to, ticks } = rangeOf([0.4857, 0.4862], 5, { least: 0, most: 1, span: LEAST_RATE_SPAN })
    expect(to - from).toBeGreaterThanOrEqual(0.1)
    expect(ticks.length).toBeLessThan(9)
    expect(rangeOf([1], 5, { least: 0, most: 1, span: LEAST_RATE_SPAN })).toMatchObject({ to: 1 })
    expect(rangeOf([1], 4, { least: 0, most: 1, span: LEAST_RATE_SPAN })).toMatchObject({ from: 0.94, to: 1 })
  })

  it('lets no leader run through a name', () => {
    const names = [
      { text: 'Not processed', from: 430, to: 462 },
      { text: 'Closed otherwise', from: 462, to: 480 },
    ]
    const before = { text: 'Unavailable', from: 330, to: 430 }
    for (const set of [names, [before, ...names]]) {
      const placed = placeNames(set, 0, 560, 12) ?? []
      expect(placed).toHaveLength(set.length)
      for (const { level, leader } of placed.filter((one) => one.level === 1))
        for (const low of placed.filter((one) => one.level === 0 && level === 1)) {
          const half = textWidth(low.text, 12) / 2
          expect(leader < low.x - half || leader > low.x + half).toBe(true)
        }
    }
  })
})

describe('a picture', () => {
  const charts = [
    volumesChart(byYear(VOLUME_FIGURES)),
    sharesChart(byYear(shareFigures(APPLICANT_SHARES)), APPLICANT_SHARES, 'count'),
    disputesChart(byYear(DISPUTE_FIGURES)),
  ]

  it.each(charts.map((chart) => [chart.id, chart] as const))('holds caption, source and mark: %s', (_id, chart) => {
    const caption = captionOf(chart, SETTING, 'zh')
    const { svg, width, height } = pictureOf(chart, caption, { ...context, width: 1920, height: 1080, scale: 1.6 })
    expect([width, height]).toEqual([1920, 1080])
    for (const text of [caption.title, '缺 2 份', caption.source, caption.example]) expect(svg).toContain(text)
    expect(svg).not.toMatch(/<script|<foreignObject|NaN|undefined/u)
  })

  it('takes names as text', () => {
    const chart = volumesChart(byYear(VOLUME_FIGURES))
    const caption = captionOf(chart, { ...SETTING, filters: ['<b>&"x'] }, 'zh')
    expect(pictureOf(chart, caption, context).svg).toContain('&lt;b&gt;&amp;&quot;x')
  })

  it('comes as a table too: caption lines, raw numbers, states, nothing that looks like a formula', () => {
    const chart = volumesChart(byYear(VOLUME_FIGURES))
    const csv = figureCsv(chart, captionOf(chart, { ...SETTING, filters: ['=1+1'] }, 'zh'), 'zh')
    expect(csv.startsWith('\uFEFF受理申请，2020–2021 年\r\n')).toBe(true)
    expect(csv).toContain("'=1+1")
    expect(csv).toMatch(/\r\n2021,210,E 1,/u)
  })
})
