import { describe, expect, it } from 'vitest'
import { basisLines } from '@/exports/deck/basisLines'
import { deckBrief } from '@/exports/deck/brief'
import { deckWorkbook } from '@/exports/deck/workbook'
import { cityCharts, CITY_HEAD, pageOf } from './cityFigures'
import { named, textsOf } from './readOut'

const PNG = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array([137, 80, 78, 71]))
const pages = cityCharts.map((chart) => pageOf(chart))

describe('what the figures of a brief stand on', () => {
  it('is said first, then which figures do, those that follow each other as one', () => {
    const [one, other] = [cityCharts[0], cityCharts[4]]
    if (!one || !other) throw new Error('two figures')
    const on = (years: readonly number[]) => pageOf({ ...one, basis: { ...one.basis, years } })
    const lines = basisLines([on([2024]), on([2024]), on([2024]), on([2023]), on([2024])], 'zh')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^2024 年 · .*（图 1–3、5）。$/u)
    expect(lines[1]).toMatch(/^2023 年 · .*（图 4）。$/u)
    expect(basisLines([on([2024]), on([2024])], 'en')[0]).toMatch(/\(figures 1–2\)\.$/u)
  })
})

describe('the pages of a brief', () => {
  it('have no notes without rows of their table, no head without its rows, no drawing without its heading', async () => {
    const xml = textsOf(await deckBrief({ head: CITY_HEAD, pages }, PNG)).get('word/document.xml') ?? ''
    const rowsOf = (table: string): string[] => table.match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? []
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? []
    expect(tables.length).toBeGreaterThanOrEqual(pages.length)
    for (const rows of tables.map(rowsOf)) expect(rows[0]).toContain('<w:keepNext/>')
    const followed = xml.matchAll(/(<w:tbl>(?:(?!<w:tbl>).)*<\/w:tbl>)<w:p>(?:(?!<\/w:p>).)*gongwen-note/gsu)
    let kept = 0
    for (const [, table = ''] of followed)
      kept += rowsOf(table)
        .slice(-3)
        .every((row) => row.includes('<w:keepNext/>'))
        ? 1
        : 0
    expect(kept).toBeGreaterThanOrEqual(pages.length)
    for (const [, before = ''] of xml.matchAll(/(<w:p>(?:(?!<w:p>).)*)<w:p>(?:(?!<\/w:p>).)*<w:drawing>/gsu))
      expect(before).toContain('<w:keepNext/>')
  })
})

describe('the charts of a workbook', () => {
  it('have light lines behind them', async () => {
    const parts = textsOf(await deckWorkbook({ head: CITY_HEAD, pages }))
    const charts = named(parts, /^xl\/charts\/chart\d+\.xml$/u).map((name) => parts.get(name) ?? '')
    const ruled = charts.filter((xml) => xml.includes('majorGridlines'))
    expect(ruled.length).toBeGreaterThan(0)
    for (const xml of ruled)
      expect(xml).toMatch(/<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E2DFD7"/u)
  })
})
