import { describe, expect, it } from 'vitest'
import { rankAgencies } from '@/charts/ranked'
import { rankingReadings } from '@/charts/rankingWords'
import { readingText, shareReadings, volumeReadings } from '@/charts/readings'
import { mostReadings } from '@/charts/reasonWords'
import { REASON_FIGURES, reasonsChart } from '@/charts/reasons'
import { OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { VOLUME_FIGURES, volumesChart } from '@/charts/volumes'
import { answer } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

type Numbers = Partial<Record<FieldId, number | null>>
const volumes = (received: number, carriedIn = 0): Numbers => ({
  'requests.received.total': received,
  'requests.carriedIn.total': carriedIn,
})
const outcomes = (granted: number, refused: number): Numbers => ({
  'requests.granted.total': granted,
  'requests.refused.thirdParty.total': refused,
  'requests.settled.total': granted + refused,
})
const AB = [agency('a'), agency('b')]
const ids = {
  whole: 'requests.accepted.total',
  received: 'requests.received.total',
  carried: 'requests.carriedIn.total',
}
const byYear = (reports: Parameters<typeof dataOf>[1], figures: readonly string[], agencies = AB) =>
  answer(dataOf(agencies, reports), { figures, groupBy: ['year'], where: {} })
const zh = (readings: readonly { zh: string }[]): string[] => readings.map((reading) => reading.zh)

describe('the reading of volumes', () => {
  const read = (...reports: Parameters<typeof dataOf>[1]) =>
    zh(volumeReadings(byYear(reports, VOLUME_FIGURES).groups, ids))

  it('says what the last year is made of, and how much that is against the first', () => {
    expect(
      read(
        filed('a', 2022, volumes(100, 10)),
        filed('b', 2022, volumes(40)),
        filed('a', 2023, volumes(160, 5)),
        filed('b', 2023, volumes(30)),
      ),
    ).toEqual(['2023 年受理 195 件：新收 190 件，上年结转 5 件。', '比 2022 年的 150 件多 45 件（30.0%）。'])
  })

  it('takes no difference between years of different agencies', () => {
    const [, second = ''] = read(
      filed('a', 2022, volumes(100)),
      filed('a', 2023, volumes(100)),
      filed('b', 2023, volumes(30)),
    )
    expect(second).toMatch(/^2022 年 100 件；两年的报送机关不全或不同/u)
    expect(second).not.toMatch(/多|少/u)
  })

  it('takes no difference from a year in which a report lacks the number', () => {
    const [, second = ''] = read(
      filed('a', 2022, volumes(100)),
      filed('b', 2022, { ...volumes(0), 'requests.received.total': null }),
      filed('a', 2023, volumes(100)),
      filed('b', 2023, volumes(30)),
    )
    expect(second).toBe(
      '2022 年 100 件；两年的报送机关不全或不同（2022 年 2 个机关，1 份没有此数；2023 年 2 个机关），不宜直接相减。',
    )
  })

  it('has no sentence made of nothing', () => {
    expect(read()).toEqual(['没有年报。'])
    expect(read(filed('a', 2023, { ...volumes(0), 'requests.received.total': null }))[0]).toContain('受理 — 件')
    expect(
      read(filed('a', 2022, volumes(0)), filed('b', 2022), filed('a', 2023, volumes(4)), filed('b', 2023))[1],
    ).toBe('比 2022 年的 0 件多 4 件。')
  })

  it('is one text for those who do not see the drawing', () => {
    const chart = volumesChart(byYear([filed('a', 2023, volumes(7, 1))], VOLUME_FIGURES, [agency('a')]))
    expect(readingText(chart, 'zh')).toBe('2023 年受理 8 件：新收 7 件，上年结转 1 件。')
    expect(readingText(chart, 'en')).toBe('Accepted in 2023: 8, of which 7 newly received and 1 carried in.')
  })
})

describe('the reading of shares', () => {
  it('names the shares that moved most, by what the page shows', () => {
    const result = byYear(
      [filed('a', 2022, outcomes(667, 333)), filed('a', 2023, outcomes(506, 494))],
      shareFigures(OUTCOME_SHARES),
      [agency('a')],
    )
    const [whole, moved] = zh(shareReadings(result.groups, OUTCOME_SHARES, 'percent'))
    expect(whole).toContain('予以公开 50.6%')
    expect(moved).toBe(
      '与 2022 年相比，变化最大的是予以公开由 66.7% 到 50.6%（n 均为 1,000），降 16.1 个百分点；不予公开由 33.3% 到 49.4%（n 均为 1,000），升 16.1 个百分点（并列）。',
    )
    expect(shareReadings(result.groups, OUTCOME_SHARES, 'count')).toHaveLength(1)
  })

  it('compares with the last year before it that has reports, as slope and ranking do, and names it', () => {
    const result = byYear(
      [filed('a', 2021, outcomes(9, 1)), filed('a', 2023, outcomes(1, 9))],
      shareFigures(OUTCOME_SHARES),
      [agency('a')],
    )
    expect(shareReadings(result.groups, OUTCOME_SHARES, 'percent')[1]?.zh).toMatch(/^与 2021 年相比，/u)
    expect(shareReadings(result.groups.slice(-1), OUTCOME_SHARES, 'percent')).toHaveLength(1)
  })
})

describe('the reading of reasons', () => {
  const label = (name: string) => ({ zh: name, en: name })
  const refused = { zh: '不予公开', en: 'Refused' }

  it('names the most frequent with its share, and the one that grew most', () => {
    const rows = [
      { label: label('甲'), now: 60, before: 60 },
      { label: label('乙'), now: 30, before: 10 },
      { label: label('丙'), now: 0, before: 90 },
    ]
    expect(zh(mostReadings(rows, refused, { year: 2023, against: 2022 }, true))).toEqual([
      '2023 年不予公开 90 件，最多的理由是甲，60 件，占 66.7%。',
      '比 2022 年增加最多的是乙，由 10 件到 30 件。',
    ])
    const blank = { label: label('丁'), now: null, before: 1 }
    expect(zh(mostReadings([...rows, blank], refused, { year: 2023, against: 2022 }, true))).toEqual([
      '2023 年不予公开的理由有的没有数，有数的合计 90 件，不算占比。',
    ])
    expect(zh(mostReadings([], refused, { year: 2023, against: 2022 }, true))).toEqual(['2023 年没有不予公开的申请。'])
  })
})

describe('what is said of several that share a place', () => {
  const label = (name: string) => ({ zh: name, en: name })

  it('names all of them, and says so', () => {
    const rows = ['甲', '乙', '丙'].map((name) => ({ label: label(name), now: 14, before: 1 }))
    const said = zh(mostReadings(rows, { zh: '不予公开', en: 'Refused' }, { year: 2023, against: 2022 }, true))
    expect(said).toEqual([
      '2023 年不予公开 42 件，最多的理由是甲、乙、丙（并列），各 14 件，占 33.3%。',
      '比 2022 年增加最多的是甲，由 1 件到 14 件；乙，由 1 件到 14 件；丙，由 1 件到 14 件（并列）。',
    ])
    expect(
      zh(mostReadings([...rows, ...rows], { zh: '不予公开', en: 'Refused' }, { year: 2023, against: 2022 }, false)),
    ).toEqual(['2023 年不予公开 84 件，最多的理由是甲、乙、丙等（并列），各 14 件，占 16.7%。'])
  })

  const ranked = (...rates: readonly (readonly [before: number, now: number])[]): string[] => {
    const reports = rates.flatMap(([before, now], at) => [
      filed(`a${String(at)}`, 2022, outcomes(before, 100 - before)),
      filed(`a${String(at)}`, 2023, outcomes(now, 100 - now)),
    ])
    const data = dataOf(
      rates.map((_, at) => agency(`a${String(at)}`)),
      reports,
    )
    const figures = ['rate.granted']
    const result = answer(data, { figures, groupBy: ['agency', 'year'], where: {}, change: 'comparable' })
    return zh(rankingReadings(rankAgencies(result, 'rate.granted', { year: 2023, against: 2022 }, new Map(), 30)))
  }

  it('is that of a ranking, too', () => {
    expect(ranked([50, 70], [50, 70], [50, 40])).toEqual([
      '3 个机关中，最高的是a0、a1（并列），70.0%（n 100）；最低的是a2，40.0%（n 100）；中位数 70.0%。',
      '与 2022 年可比的 3 个机关中，2 个上升，1 个下降。',
      '升幅最大：a0，由 50.0% 到 70.0%（n 均为 100），升 20.0 个百分点；a1，由 50.0% 到 70.0%（n 均为 100），升 20.0 个百分点（并列）。',
      '降幅最大：a2，由 50.0% 到 40.0%（n 均为 100），降 10.0 个百分点。',
    ])
    expect(ranked([50, 50], [50, 50])[0]).toBe('2 个机关都是 50.0%（n 100）。')
    expect(ranked([50, 60])).toEqual(['可以排名的只有a0，60.0%（n 100）。'])
  })
})

describe('the chart of reasons', () => {
  it('says nothing of growth against a year of other agencies', () => {
    const reports = [
      filed('a', 2022, outcomes(5, 40)),
      filed('a', 2023, outcomes(5, 60)),
      filed('b', 2023, outcomes(5, 90)),
    ]
    const said = zh(reasonsChart(byYear(reports, REASON_FIGURES), 'refused', { year: 2023, against: 2022 }).readings)
    expect(said.join('')).not.toContain('增加最多')
    const alike = byYear(reports.slice(0, 2), REASON_FIGURES, [agency('a')])
    expect(zh(reasonsChart(alike, 'refused', { year: 2023, against: 2022 }).readings).join('')).toContain('增加最多')
  })

  it('takes no share of a sum that lacks a number, and says that it does', () => {
    const reports = [filed('a', 2023, { ...outcomes(5, 4), 'requests.refused.stateSecret.total': null })]
    const chart = reasonsChart(byYear(reports, REASON_FIGURES, [agency('a')]), 'refused', { year: 2023, against: 2022 })
    expect(chart.unit.zh).toBe('不予公开 有数的合计 4 件')
    const shares = chart.table.rows.map((row) => row[2])
    expect(new Set(shares.map((share) => (share?.kind === 'number' ? share.value : undefined)))).toEqual(
      new Set([null]),
    )
  })
})

describe('the reading of a ranking', () => {
  const rate = (granted: number, n = 100) => outcomes(granted, n - granted)

  it('counts who rose and fell among those that both years rank, and names the farthest', () => {
    const data = dataOf(
      ['a', 'b', 'c', 'd'].map((id) => agency(id)),
      [
        filed('a', 2022, rate(50)),
        filed('b', 2022, rate(60)),
        filed('c', 2022, rate(3, 7)),
        filed('a', 2023, rate(70)),
        filed('b', 2023, rate(55)),
        filed('c', 2023, rate(40)),
        filed('d', 2023, rate(30)),
      ],
    )
    const figures = ['rate.granted']
    const result = answer(data, { figures, groupBy: ['agency', 'year'], where: {}, change: 'comparable' })
    expect(
      zh(rankingReadings(rankAgencies(result, 'rate.granted', { year: 2023, against: 2022 }, new Map(), 30))),
    ).toEqual([
      '4 个机关中，最高的是a，70.0%（n 100）；最低的是d，30.0%（n 100）；中位数 47.5%。',
      '与 2022 年可比的 2 个机关中，1 个上升，1 个下降。',
      '升幅最大：a，由 50.0% 到 70.0%（n 均为 100），升 20.0 个百分点。',
      '降幅最大：b，由 60.0% 到 55.0%（n 均为 100），降 5.0 个百分点。',
    ])
  })
})
