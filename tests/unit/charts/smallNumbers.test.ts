import { describe, expect, it } from 'vitest'
import { compareAgencies } from '@/charts/comparison'
import { nativeLines } from '@/charts/compareNative'
import { peerRankingChart } from '@/charts/peerRanking'
import { rankAgencies } from '@/charts/ranked'
import { rankingChart } from '@/charts/ranking'
import { answer } from '@/cube/engine'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const RATE = 'rate.granted'
const rate = (granted: number, settled: number) => ({
  'requests.granted.total': granted,
  'requests.settled.total': settled,
})
/** Both stand on enough cases in 2023; in 2022 one of them on four. */
const data = dataOf(
  [agency('a'), agency('b')],
  [
    filed('a', 2022, rate(3, 4)),
    filed('b', 2022, rate(60, 100)),
    filed('a', 2023, rate(50, 100)),
    filed('b', 2023, rate(40, 100)),
  ],
)
const ask = (groupBy: readonly ('agency' | 'year')[], agencies: readonly string[] = []) =>
  answer(data, { figures: [RATE], groupBy, where: { agencies }, change: 'comparable' })
const ranking = rankAgencies(ask(['agency', 'year']), RATE, { year: 2023, against: 2022 }, new Map(), 30)

describe('rates on too small an n in the charts of office programs', () => {
  it.each([
    ['a ranking', rankingChart(ranking, ask(['year']), true)],
    [
      'peers',
      peerRankingChart(ranking, ask(['year']), { agency: 'b', name: 'b', beyond: null, sentence: { zh: '', en: '' } }),
    ],
  ])('of the year before have no bar in %s, and that is said', (_, chart) => {
    const [drawn] = chart.native ?? []
    expect(drawn?.series.map(({ values }) => values)).toEqual([
      [0.5, 0.4],
      [null, 0.6],
    ])
    expect(drawn?.note?.zh).toContain('n < 30')
  })

  it('are no point of all agencies together either', () => {
    const compared = compareAgencies(ask(['agency', 'year'], ['a']), ask(['year'], ['a']), RATE, new Map(), 30)
    const lines = nativeLines(compared, [])
    expect(lines.series[0]?.values).toEqual([null, 0.5])
    expect(lines.note?.zh).toContain('n < 30')
  })

  it('are not spoken of where there are none', () => {
    const compared = compareAgencies(ask(['agency', 'year'], ['b']), ask(['year'], ['b']), RATE, new Map(), 30)
    expect(nativeLines(compared, ['b']).note).toBeUndefined()
  })
})
