import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure, FIGURE_KINDS } from '@/analysis/catalogue'
import { CubeEngine } from '@/cube/engine'
import { deckBrief } from '@/exports/deck/brief'
import type { DeckToGo } from '@/exports/deck/pages'
import { deckPresentation } from '@/exports/deck/presentation'
import { deckWorkbook } from '@/exports/deck/workbook'
import { toldFigure } from '@/exports/deck/toldFigure'
import { cityAgencies, cityReports } from '@/sample/city'
import { dataOf } from '../cube/asked'
import { filed } from '../cube/filed'
import { CITY_HEAD, pageOf } from './cityFigures'
import { named, textsOf } from './readOut'

const agencies = cityAgencies()
const reports = [...cityReports()].map(({ agency, report: { year, values, forms } }) =>
  filed(agency, year, values, { forms }),
)
const asker = askerOf(new CubeEngine(dataOf(agencies, reports)))
const POLICE = agencies.find(({ name }) => name.endsWith('公安局'))?.id ?? ''

async function deckOf(...asked: [kind: string, query: Record<string, string>][]): Promise<DeckToGo> {
  const pages = await Promise.all(
    asked.map(async ([kind, query]) => {
      const chart = await askFigure(asker, { kind, query: { scope: 'own', years: '2023-2024', ...query } })
      if (!chart) throw new Error('nothing to draw')
      return pageOf(chart)
    }),
  )
  return { head: CITY_HEAD, pages }
}

const noPicture = () => Promise.reject(new Error('these charts are native'))
const WAYS = [
  ['PowerPoint', deckPresentation, /^ppt\/charts\/chart\d+\.xml$/u],
  ['Word', (deck: DeckToGo) => deckBrief(deck, noPicture), /^word\/charts\/chart\d+\.xml$/u],
  ['Excel', deckWorkbook, /^xl\/charts\/chart\d+\.xml$/u],
] as const

describe.each(WAYS)('a chart of %s', (_, write, parts) => {
  const chartsIn = async (deck: DeckToGo): Promise<string[]> => {
    const texts = textsOf(await write(deck))
    return named(texts, parts).map((name) => texts.get(name) ?? '')
  }

  it('has the names of its rows beside the plot, where no bar below zero covers them', async () => {
    const [chart = ''] = await chartsIn(await deckOf(['waterfall', {}]))
    expect(/<c:catAx>.*?<\/c:catAx>/su.exec(chart)?.[0]).toContain('<c:tickLblPos val="low"/>')
  })

  it('of two years has each line’s name at one of its ends, once, and no legend; the chosen one in its colour', async () => {
    const deck = await deckOf(['slope', { figure: 'rate.opened', on: POLICE }])
    const lines = deck.pages.flatMap((page) => (page.kind === 'figure' ? (page.chart.native?.[0]?.series ?? []) : []))
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.filter(({ colour }) => colour !== 'peer').map(({ name }) => name.zh)).toEqual(['临澜市公安局'])
    const [chart = ''] = await chartsIn(deck)
    expect(chart).not.toContain('<c:legend>')
    const series = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gsu)].map(([xml]) => xml)
    expect(series).toHaveLength(lines.length)
    const ends = series.map((xml) => {
      const labels = [...xml.matchAll(/<c:dLbl>.*?<\/c:dLbl>/gsu)].map(([label]) => label)
      expect(labels).toHaveLength(1)
      expect(labels[0]).toContain('<c:showSerName val="1"/>')
      // All other points have none.
      expect(xml.replace(labels[0] ?? '', '')).not.toMatch(/<c:show\w+ val="1"\/>/u)
      const [at, side] = [/<c:idx val="(\d)"\/>/u, /<c:dLblPos val="(\w)"\/>/u].map(
        (of) => of.exec(labels[0] ?? '')?.[1],
      )
      return side === 'l' && at === '0' ? 'start' : side === 'r' && at === '1' ? 'end' : 'neither'
    })
    expect(ends).toEqual(lines.map(({ nameAt }) => nameAt))
    const colours = series.map((xml) => /<a:srgbClr val="(\w{6})"/u.exec(xml)?.[1])
    expect(new Set(colours).size).toBe(2)
  })
})

describe('the words of a native chart', () => {
  const OF_DRAWING = /虚线|细线|竖线|灰线|灰带|空心|实心|边框|着色/u
  const asked = [
    ...FIGURE_KINDS.map(({ id: kind }) => [kind, {}] as const),
    ...['lines', 'bars'].map((mode) => ['compare', { mode, figure: 'rate.opened', on: POLICE }] as const),
  ]

  it('do not tell of what only the drawing of the page shows', async () => {
    let native = 0
    for (const [kind, query] of asked) {
      const chart = await askFigure(asker, { kind, query: { scope: 'own', years: '2019-2024', least: '15', ...query } })
      if (!chart?.native?.length) continue
      native++
      const { parts, notes } = toldFigure(pageOf(chart), CITY_HEAD, false).caption
      const said = [...parts, ...notes].map(({ text }) => text)
      expect([chart.id, said.filter((text) => OF_DRAWING.test(text))]).toEqual([chart.id, []])
    }
    expect(native).toBeGreaterThan(10)
  })
})

describe('a brief', () => {
  it('has small names beside many bars, usual ones beside few, and keeps no chart with what follows it', async () => {
    const deck = await deckOf(
      ['ranking', { figure: 'requests.received.total' }],
      ['ranking', { figure: 'rate.opened' }],
    )
    const bars = deck.pages.map((page) => (page.kind === 'figure' ? page.chart.native?.[0]?.categories.length : 0))
    expect([(bars[0] ?? 0) > 20, (bars[1] ?? 0) < 12]).toEqual([true, true])
    const parts = textsOf(await deckBrief(deck, noPicture))
    const sizes = named(parts, /^word\/charts\/chart\d+\.xml$/u).map(
      (name) => /<c:catAx>.*?sz="(\d+)".*?<\/c:catAx>/su.exec(parts.get(name) ?? '')?.[1],
    )
    expect(sizes).toEqual(['700', '900'])
    const drawings = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:drawing>/gsu)]
    expect(drawings).toHaveLength(2)
    for (const [drawing] of drawings) expect(drawing).not.toContain('<w:keepNext/>')
  })

  it('has no mark of later versions that no part needs, and tables whose heads are on every page and whose rows are whole', async () => {
    const parts = textsOf(await deckBrief(await deckOf(['slope', { figure: 'rate.opened' }]), noPicture))
    for (const name of named(parts, /^word\/[^/]+\.xml$/u))
      expect([name, parts.get(name)?.match(/mc:Ignorable|<w1[45]:|\sw1[45]:\w+=/u)?.[0]]).toEqual([name, undefined])
    const rows = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row)
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.every((row) => /<w:cantSplit(?: w:val="true")?\/>/u.test(row))).toBe(true)
    expect(rows.map((row) => row.includes('<w:tblHeader')).lastIndexOf(true)).toBe(0)
  })
})
