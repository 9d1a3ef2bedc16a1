import { describe, expect, it } from 'vitest'
import { writtenTable, writtenText } from '@/charts/writtenTable'
import type { Chart } from '@/charts/chart'
import type { TableCell } from '@/charts/table'
import { deckBrief } from '@/exports/deck/brief'
import { deckBundle } from '@/exports/deck/bundle'
import type { DeckPage } from '@/exports/deck/pages'
import { deckPresentation } from '@/exports/deck/presentation'
import { toldFigure } from '@/exports/deck/toldFigure'
import { deckWorkbook } from '@/exports/deck/workbook'
import { legalText } from '@/exports/legalText'
import { cityCharts, CITY_HEAD, HOSTILE, pageOf } from './cityFigures'
import { named, plain, sheetRows, tablesIn, textsOf, wordsIn } from './readOut'

const charts = cityCharts.map((chart) => [chart.id, chart] as const)
const deck = (...pages: DeckPage[]) => ({ head: CITY_HEAD, pages })
const PNG = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array([137, 80, 78, 71]))
/** What the page shows in a cell, by its number where it is one. */
const shownNumber = (text: string): number => Number(text.replace(/[,%+]| 个百分点/gu, '').replace('−', '-'))

/** Rows of a table that was split over pages: those with the same head after each other, further columns beside. */
function joined(tables: readonly (readonly (readonly string[])[])[], lead: number): string[][] {
  const byHead = new Map<string, string[][]>()
  for (const [head = [], ...rows] of tables) {
    const key = head.join('\t')
    byHead.set(key, [...(byHead.get(key) ?? [[...head]]), ...rows.map((row) => [...row])])
  }
  const [first = [], ...more] = byHead.values()
  return first.map((row, at) => [...row, ...more.flatMap((part) => part[at]?.slice(lead) ?? [])])
}

const leadOf = ({ table }: Chart): number => {
  const first = table.columns.findIndex(({ align }) => align === 'start')
  const after = table.columns.findIndex(({ align }, at) => at > first && align === 'end')
  return after === -1 ? 1 : after
}

/** The table of the page, each cell as one text. */
const pageTable = ({ table }: Chart): string[][] => {
  const { heads, rows } = writtenTable(table, 'zh')
  return [heads, ...rows.map((row) => row.map((cell) => writtenText(cell, 'zh')))].map((row) => row.map(legalText))
}
const tidy = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.map((text) => text.replace(/\s+/gu, ' ').trim()))

function saidOf(chart: Chart, drawn: boolean): string[] {
  const { caption } = toldFigure(pageOf(chart), CITY_HEAD, drawn)
  return [caption.title, ...caption.parts.map(({ text }) => text), caption.source, caption.example].map(legalText)
}

/** Whether an unrounded number is what the page shows. */
function agrees(cell: TableCell | undefined, value: unknown, shown: string): boolean {
  if (cell?.kind !== 'number') return true
  if (cell.value === null) return value === null || value === ''
  const number = Number(value) * (cell.unit === 'ratio' ? 100 : 1)
  return Math.abs(number - shownNumber(shown)) <= (cell.unit === 'ratio' ? 0.0500001 : 0.005)
}

describe.each(charts)('the figures of %s are the same', (_, chart) => {
  const { rows: written } = writtenTable(chart.table, 'zh')

  it('as a table of PowerPoint, and in its notes', async () => {
    const parts = textsOf(await deckPresentation(deck(pageOf(chart, { form: 'table' }))))
    const slides = named(parts, /^ppt\/slides\/slide\d+\.xml$/u).slice(1)
    const tables = slides.flatMap((name) => tablesIn(parts.get(name) ?? '', 'a'))
    expect(tidy(joined(tables, leadOf(chart)))).toEqual(tidy(pageTable(chart)))
    const notes = wordsIn(parts.get('ppt/notesSlides/notesSlide2.xml') ?? '', 'a:t').split('\n')
    for (const row of pageTable(chart)) expect(notes).toContain(row.join('\t'))
    for (const name of slides)
      for (const said of saidOf(chart, false)) expect(plain(parts.get(name) ?? '')).toContain(said)
    for (const { formula } of toldFigure(pageOf(chart), CITY_HEAD, true).definitions)
      expect(notes.join('\n')).toContain(formula)
  })

  it('as charts of PowerPoint, with their workbooks', async () => {
    const parts = textsOf(await deckPresentation(deck(pageOf(chart))))
    const files = named(parts, /^ppt\/charts\/chart\d+\.xml$/u)
    expect(files).toHaveLength(chart.native?.length ?? 0)
    const drawn = files.flatMap((name) =>
      [...(parts.get(name) ?? '').matchAll(/<c:val>.*?<\/c:val>/gsu)].map(([values]) =>
        [...values.matchAll(/<c:v>([^<]*)<\/c:v>/gu)].map(([, value]) => Number(value)),
      ),
    )
    const native = (chart.native ?? []).flatMap(({ series }) =>
      series.map(({ values }) => values.filter((value) => value !== null)),
    )
    expect(drawn).toEqual(native)
    for (const said of saidOf(chart, native.length === 0))
      expect(wordsIn(parts.get('ppt/slides/slide2.xml') ?? '', 'a:t').replaceAll('\n', '')).toContain(said)
  })

  it('in a Word brief', async () => {
    const parts = textsOf(await deckBrief(deck(pageOf(chart)), PNG))
    const document = parts.get('word/document.xml') ?? ''
    const lead = chart.table.columns.findIndex(({ align }) => align === 'start') + 1
    expect(tidy(joined(tablesIn(document, 'w'), lead))).toEqual(tidy(pageTable(chart)))
    const words = wordsIn(document, 'w:t').replaceAll('\n', '')
    for (const said of saidOf(chart, !chart.native?.length)) expect(words).toContain(said)
    for (const { formula } of toldFigure(pageOf(chart), CITY_HEAD, true).definitions) expect(words).toContain(formula)
  })

  it('on a sheet of Excel', async () => {
    const parts = textsOf(await deckWorkbook(deck(pageOf(chart))))
    const rows = sheetRows(parts, 'xl/worksheets/sheet2.xml')
    const texts = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string')).join('\n')
    for (const said of saidOf(chart, !chart.native?.length)) expect(texts).toContain(said)
    const first = rows.findIndex((row) => row[0] === chart.table.columns[0]?.label.zh)
    const heads = rows[first] ?? []
    chart.table.rows.forEach((row, at) => {
      row.forEach((cell, column) => {
        const label = chart.table.columns[column]?.label.zh ?? ''
        const place = heads.findIndex((head) => head === label || head === `${label}（百分点）`)
        const value = rows[first + 1 + at]?.[place] ?? null
        const shown = written[at]?.[column]?.text ?? ''
        if (cell.kind === 'number' && cell.shown !== undefined) expect(value).toBeCloseTo(shownNumber(shown), 6)
        else expect({ shown, value, agrees: agrees(cell, value, shown) }).toEqual({ shown, value, agrees: true })
      })
    })
    expect(named(parts, /^xl\/charts\/chart\d+\.xml$/u)).toHaveLength(chart.native?.length ?? 0)
    const definitions = sheetRows(parts, 'xl/worksheets/sheet3.xml').flat()
    for (const { formula } of toldFigure(pageOf(chart), CITY_HEAD, true).definitions)
      expect(definitions).toContain(formula)
  })

  it('in the zip, which lists what they stand on', async () => {
    const parts = textsOf(await deckBundle(deck(pageOf(chart)), PNG))
    const files = [...parts.keys()]
    expect(files.filter((name) => name.startsWith('01 '))).toHaveLength(2)
    const list = parts.get('目录.csv') ?? ''
    for (const said of [chart.basis.agencies, chart.basis.reports, chart.basis.missing])
      expect(list).toContain(`,${said},`)
    const csv = parts.get(files.find((name) => /^01 .*\.csv$/u.test(name)) ?? '') ?? ''
    for (const row of chart.table.rows)
      for (const cell of row)
        if (cell.kind === 'number' && cell.value !== null && !String(cell.value).includes('e'))
          expect(csv).toContain(String(cell.value))
  })
})

describe('hostile text stays text', () => {
  const hostile = legalText(HOSTILE)
  const matrix = cityCharts.at(-1)
  const pages = matrix ? [pageOf(matrix, { title: HOSTILE, lines: [HOSTILE] }), pageOf(matrix, { form: 'table' })] : []

  it('in every part of every file', async () => {
    const files = await Promise.all([
      deckPresentation(deck(...pages)),
      deckBrief(deck(...pages), PNG),
      deckWorkbook(deck(...pages)),
      deckBundle(deck(...pages), PNG),
    ])
    for (const bytes of files)
      for (const [name, part] of textsOf(bytes)) {
        expect(`${name} ${/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u.exec(part)?.[0] ?? ''}`).toBe(`${name} `)
        if (!name.endsWith('.csv')) expect(`${name} ${String(part.includes('<b>'))}`).toBe(`${name} false`)
        expect(part).not.toMatch(/<f>|^=/mu)
      }
  })

  it('as it was, where it is read', async () => {
    const parts = textsOf(await deckPresentation(deck(...pages)))
    expect(plain(parts.get('ppt/slides/slide2.xml') ?? '')).toContain(hostile)
    const book = textsOf(await deckWorkbook(deck(...pages)))
    expect(sheetRows(book, 'xl/worksheets/sheet2.xml').flat()).toContain(`'${hostile}`)
  })
})
