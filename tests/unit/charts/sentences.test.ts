import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import type { Asker } from '@/analysis/asker'
import { askFigure, FIGURE_KINDS } from '@/analysis/catalogue'
import type { Chart } from '@/charts/chart'
import { CubeEngine } from '@/cube/engine'
import type { Label } from '@/form/version'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'
import { city, names } from './city'

const numbers = (granted: number, refused: number) => ({
  'requests.received.natural': granted + refused,
  'requests.received.total': granted + refused,
  'requests.granted.natural': granted,
  'requests.granted.total': granted,
  'requests.refused.thirdParty.natural': refused,
  'requests.refused.thirdParty.total': refused,
  'requests.settled.natural': granted + refused,
  'requests.settled.total': granted + refused,
  'review.corrected': 1,
  'review.upheld': 1,
  'review.total': 2,
})
/** Two agencies with the same numbers: whatever is largest, is so twice. */
const twins = dataOf(
  [agency('a', { name: '甲局' }), agency('b', { name: '乙局' })],
  [2023, 2024].flatMap((year) =>
    ['a', 'b'].map((id) =>
      filed(id, year, year === 2023 ? numbers(30, 30) : numbers(40, 40), {
        counts: { errors: 2 },
        inError: ['review.total'],
      }),
    ),
  ),
)
const CITY = askerOf(new CubeEngine(city))
const TWINS = askerOf(new CubeEngine(twins))

/** What is asked: all, one agency in one year, one that has nothing, two that tie, and nobody. */
const ASKED: readonly (readonly [name: string, asker: Asker, filter: Readonly<Record<string, string>>])[] = [
  ['the city', CITY, {}],
  ['one agency, one year', CITY, { agencies: 'police', years: '2024', on: 'police' }],
  ['one agency, two years', CITY, { agencies: 'police', years: '2023-2024', on: 'police' }],
  ['one agency without cases', CITY, { agencies: 'petitions', on: 'petitions' }],
  ['one that errs', CITY, { agencies: 'land', years: '2024' }],
  ['two that tie', TWINS, { on: 'a' }],
  ['nobody', CITY, { agencies: 'nobody', on: 'nobody' }],
]
const SWITCHES: readonly Readonly<Record<string, string>>[] = [
  {},
  { least: '0' },
  { figure: 'requests.received.total', as: 'count', reasons: 'unavailable', mode: 'lines' },
  { figure: 'proactive.fees.amount', by: 'outcome', mode: 'bars', least: '10' },
]

const wordsOf = ({ title, unit, source, readings, notes }: Chart): readonly Label[] => [
  title,
  unit,
  source,
  ...readings,
  ...notes.map(({ text }) => text),
]
/** Names of agencies may stand in any language, and longer ones hold shorter ones. */
const NAMES = [...names.values(), '甲局', '乙局'].sort((one, other) => other.length - one.length)
const withoutNames = (text: string): string => NAMES.reduce((rest, name) => rest.replaceAll(name, 'X'), text)

/** What no sentence has, in either language. */
const NEVER =
  /undefined|null|NaN|Infinity|\[object|（\s*）|\(\s*\)|[，。；：、,;:.]\s*[，。；：、,;]|\s[,.;]|\.\.(?!\.)|^\s|\s$|\s{2}|\$\{/u
const WRONG: Readonly<Record<'zh' | 'en', RegExp>> = {
  zh: /等 1 个|(?<!\d)1 份年报中|(?<!\d)1 [个份][^，。；]{0,6}(?:分别|均)|\p{Script=Han}[,;!?]|\b(?!CSV\b)[A-Za-z]{2,}\b|差异不是|它们|(?<!\d)0 年|件 (?=\p{Script=Han})|\d%?\p{Script=Han}/u,
  en: /(?<![\d,.–])1 (?:agencies|reports|items|flows|cases|years|peers|reasons|errors|figures|requests|changes)\b|Of the 1\b|\b1 (?:have|are)\b|\p{Script=Han}|[，。；：、（）]|\d(?:agenc|report)|most often for [A-Z]|not theirs|series goes on|\bin in\b|\bin 0\b|one of 1\b/u,
}

describe.each(ASKED)('the sentences of every kind, for %s', (_, asker, filter) => {
  it.each(FIGURE_KINDS.map(({ id }) => id))('can be right: %s', async (kind) => {
    for (const switches of SWITCHES) {
      const isSum = kind === 'waterfall' && switches['figure'] === undefined
      const query = { scope: 'own', ...filter, ...switches, ...(isSum && { figure: 'requests.received.total' }) }
      const chart = await askFigure(asker, { kind, query })
      if (!chart) continue
      expect(chart.readings.length).toBeGreaterThan(0)
      for (const words of wordsOf(chart))
        for (const language of ['zh', 'en'] as const) {
          const text = withoutNames(words[language])
          expect(text).not.toMatch(NEVER)
          expect(text).not.toMatch(WRONG[language])
        }
    }
  })
})

describe('a rate on few cases', () => {
  const few = askerOf(
    new CubeEngine(
      dataOf([agency('a', { name: '甲局' })], [filed('a', 2023, numbers(2, 3)), filed('a', 2024, numbers(3, 1))]),
    ),
  )
  const said = async (kind: string, least: string, language: 'zh' | 'en' = 'zh'): Promise<string> => {
    const chart = await askFigure(few, { kind, query: { scope: 'own', least } })
    return (chart?.readings ?? []).map((reading) => reading[language]).join('')
  }

  it('is said as its cases, and neither risen nor fallen, by every kind that tells changes', async () => {
    expect(await said('outcomeTrend', '10')).toContain(
      '2024 年公开率 3/4，2023 年 2/5，n 小（不足 10），不作升降比较。',
    )
    expect(await said('headlines', '10')).toContain('2024 年公开率 3/4，上年 2/5，n 小（不足 10），不作升降比较。')
    expect(await said('outcomes', '10')).toContain('与 2023 年相比，n 小（不足 10），不作升降比较。')
    expect(await said('outcomeTrend', '10', 'en')).toContain(
      'Disclosure rate: 3 of 4 in 2024, 2 of 5 in 2023; n below 10, too small to call it a rise or a fall.',
    )
    for (const kind of ['outcomeTrend', 'headlines', 'outcomes', 'ranking', 'slope', 'multiples', 'histogram'])
      expect(await said(kind, '10')).not.toMatch(/百分点|最高|最低|最大/u)
  })

  it('is told to rise where the setting lets it', async () => {
    expect(await said('outcomeTrend', '4')).toContain(
      '2024 年公开率 75.0%（n 4），2023 年 40.0%（n 5），升 35.0 个百分点。',
    )
  })

  it('is no growth in percent either: a base of few is told in cases', async () => {
    expect(await said('headlines', '10')).toContain('2024 年新收 4 件，较上年 −1 件（5→4）。')
    expect(await said('volumes', '10')).not.toContain('%')
    expect(await said('waterfall', '10')).not.toContain('%')
    expect(await said('reasons', '10')).not.toContain('%')
  })
})

describe('what a sentence says of several that tie', () => {
  const said = async (kind: string, query: Readonly<Record<string, string>> = {}): Promise<string> =>
    ((await askFigure(TWINS, { kind, query: { scope: 'own', ...query } }))?.readings ?? []).map(({ zh }) => zh).join('')

  it('names both, and who of them has how many', async () => {
    expect(await said('problems')).toContain('错误最多的是乙局、甲局（并列），各 2 处。')
    expect(await said('ranking', { figure: 'requests.received.total' })).toContain('2 个机关都是 80 件。')
    expect(await said('sankey')).toContain(
      '办理结果最多的是予以公开、不予公开（并列），各 80 件，占办结的 50.0%（n 160）。',
    )
    expect(await said('reasons')).toContain('最多的理由是保护第三方合法权益，80 件，占 100.0%。')
    expect(await said('slope', { figure: 'requests.received.total' })).toContain(
      '增加最多：乙局，由 60 件到 80 件，增 20 件；甲局，由 60 件到 80 件，增 20 件（并列）。',
    )
  })
})
