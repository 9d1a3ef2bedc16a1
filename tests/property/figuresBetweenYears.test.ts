import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import { askFigure } from '../../src/analysis/catalogue'
import { shownPercent } from '../../src/charts/numbers'
import { CubeEngine } from '../../src/cube/engine'
import type { Figure } from '../../src/cube/query'
import { sampleRows } from '../bench/sampleRows'
import { dataOf } from '../unit/cube/asked'
import { answerByLoop } from './cubeByLoop'

const RATE = 'rate.granted'
const rows = [...sampleRows(360)]
const agencies = [...new Map(rows.map(({ agency }) => [agency.id, agency])).values()]
const reports = rows.flatMap(({ filed }, at) => (at % 17 === 5 ? [] : [filed]))
const asker = askerOf(new CubeEngine(dataOf(agencies, reports)))

/** By the plain loop: of one agency, or of all. */
const figureOf = (figure: string, year: number, agency?: string): Figure | undefined =>
  answerByLoop(agencies, reports, {
    figures: [figure],
    groupBy: [],
    where: { years: [year], scope: 'own', ...(agency !== undefined && { agencies: [agency] }) },
  }).groups[0]?.figures[figure]

/** The year told, and the one that it is set against: neighbours or not, over the change of form, back and ahead. */
const ASKED = [
  [2022, 2020],
  [2024, 2019],
  [2020, 2023],
  [2023, 2022],
] as const
const askOf = async (
  kind: string,
  [at, from]: readonly [number, number],
  more: Readonly<Record<string, string>> = {},
) => askFigure(asker, { kind, query: { scope: 'own', least: '5', at: String(at), from: String(from), ...more } })

describe('figures of two years that are asked for say of them what a plain loop over the reports counts', () => {
  test('a ranking: who is compared, rose and fell, from the earlier year to the later', async () => {
    let compared = 0
    for (const [at, from] of ASKED) {
      const chart = await askOf('ranking', [at, from], { figure: RATE, every: '1' })
      const shown = (year: number, agency: string): number | null => {
        const figure = figureOf(RATE, year, agency)
        return figure?.value == null || (figure.denominator ?? 0) < 5 ? null : shownPercent(figure.value)
      }
      const moves = agencies.flatMap(({ id }) => {
        const [now, then] = [shown(at, id), shown(from, id)]
        return now === null || then === null ? [] : [(now - then) * (from > at ? -1 : 1)]
      })
      const [rose, fell] = [1, -1].map((sign) => moves.filter((by) => Math.sign(by) === sign).length)
      const which = from > at ? `由 ${String(at)} 年到 ${String(from)} 年` : `与 ${String(from)} 年`
      expect(chart?.readings.map(({ zh }) => zh).join('')).toContain(
        `${which}可比的 ${String(moves.length)} 个机关中，${String(rose)} 个上升，${String(fell)} 个下降`,
      )
      compared += moves.length
    }
    expect(compared).toBeGreaterThan(20)
  })

  test('volumes, shares, trends, flows and disputes: the numbers of the year told and of the other', async () => {
    const whole = (figure: string, year: number): string => (figureOf(figure, year)?.value ?? 0).toLocaleString('en-US')
    const percent = (figure: string, year: number): string =>
      `${shownPercent(figureOf(figure, year)?.value ?? 0).toFixed(1)}%`
    const withN = (figure: string, year: number): string =>
      `${percent(figure, year)}（n ${(figureOf(figure, year)?.denominator ?? 0).toLocaleString('en-US')}）`
    for (const years of ASKED) {
      const [at, from] = years
      const said = async (kind: string): Promise<string> =>
        ((await askOf(kind, years))?.readings ?? []).map(({ zh }) => zh).join('')
      const volumes = await said('volumes')
      expect(volumes).toContain(`${String(at)} 年受理 ${whole('requests.accepted.total', at)} 件`)
      expect(volumes).toContain(
        `${String(from)} 年${volumes.includes('比 ') ? '的' : ''} ${whole('requests.accepted.total', from)} 件`,
      )
      expect(await said('outcomes')).toContain(`予以公开 ${percent(RATE, at)}`)
      expect(await said('settledTrend')).toContain(
        `${String(at)} 年办结率 ${withN('rate.settled', at)}，${String(from)} 年 ${withN('rate.settled', from)}，`,
      )
      expect(await said('flows')).toContain(`${String(at)} 年上年结转 ${whole('requests.carriedIn.total', at)} 件`)
      expect(await said('disputes')).toContain(`${String(at)} 年行政复议 ${whole('review.total', at)} 件`)
    }
  })

  test('whatever is asked of whichever years: told is one that the filter has, and nothing is said of others', async () => {
    await fc.assert(
      fc.asyncProperty(anyAsked, fc.constantFrom(RATE, RECEIVED), async ({ years, at, from }, figure) => {
        const told = years.includes(at) ? at : Math.max(...years)
        const before = years.filter((year) => year < told)
        const against =
          from !== told && years.includes(from) ? from : before.length > 0 ? Math.max(...before) : undefined
        const query = { years: years.join(','), figure, every: '1' }
        const chartOf = (kind: string) => askOf(kind, [at, from], query)
        const isRate = figure === RATE
        const shown = (year: number, agency: string): number | null => {
          const one = knownOf(figure, year, agency)
          if (one?.value == null || (isRate && (one.denominator ?? 0) < 5)) return null
          return isRate ? shownPercent(one.value) : one.value
        }
        const [first, last] = [Math.min(told, against ?? told), Math.max(told, against ?? told)]
        const moves = agencies.flatMap(({ id }) => {
          const [then, now] = [shown(first, id), shown(last, id)]
          return then === null || now === null ? [] : [now - then]
        })
        const [up, down] = isRate ? ['上升', '下降'] : ['增加', '减少']
        const sides = [
          [up, moves.filter((by) => by > 0).length],
          [down, moves.filter((by) => by < 0).length],
          ['持平', moves.filter((by) => by === 0).length],
        ] as const
        const moved = sides.flatMap(([way, count]) => (count > 0 ? [`${String(count)} 个${way}`] : [])).join('，')
        const compared = `可比的 ${String(moves.length)} 个机关中，${moved}`

        const slope = await chartOf('slope')
        if (against === undefined) expect(slope).toBeNull()
        else if (moves.length > 1) {
          expect(slope?.readings[0]?.zh).toBe(`${String(last)} 年与 ${String(first)} 年${compared}。`)
          expect((await chartOf('ranking'))?.readings[1]?.zh).toContain(compared)
        }
        for (const kind of [
          'volumes',
          'outcomes',
          'settledTrend',
          'ranking',
          'reasons',
          'histogram',
          'disputes',
          'flows',
        ]) {
          const chart = await chartOf(kind)
          const said = (chart?.readings ?? []).map(({ zh }) => zh).join('')
          const own = kind === 'ranking' || kind === 'reasons' ? said + (chart?.title.zh ?? '') : said
          expect([kind, own]).toEqual([kind, expect.stringContaining(String(told))])
          const isOverYears =
            kind === 'flows' || ((kind === 'volumes' || kind === 'settledTrend') && !isAsked(years, at, from))
          const others = (own.match(/(?<![\d,.])20\d\d(?= 年)/gu) ?? []).filter(
            (year) => Number(year) !== told && Number(year) !== against,
          )
          if (!isOverYears) expect([kind, others]).toEqual([kind, []])
        }
        const waterfall = figure === RECEIVED && against !== undefined ? await chartOf('waterfall') : null
        if (waterfall) {
          const [then, now] = [first, last].map((year) => (knownOf(figure, year)?.value ?? 0).toLocaleString('en-US'))
          expect(waterfall.readings[0]?.zh).toContain(
            `${String(first)} 年 ${then ?? ''} 件，${String(last)} 年 ${now ?? ''} 件。`,
          )
        }
      }),
      { numRuns: 25 },
    )
  })
})

const RECEIVED = 'requests.received.total'
const anyYear = fc.constantFrom(0, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)
const anyAsked = fc.record({
  years: fc.subarray([2019, 2020, 2021, 2022, 2023, 2024], { minLength: 1 }),
  at: anyYear,
  from: anyYear,
})
const isAsked = (years: readonly number[], at: number, from: number): boolean =>
  years.includes(at) || years.includes(from)

const known = new Map<string, Figure | undefined>()
function knownOf(figure: string, year: number, agency?: string): Figure | undefined {
  const key = [figure, year, agency].join()
  if (!known.has(key)) known.set(key, figureOf(figure, year, agency))
  return known.get(key)
}
