import type { Label } from '../../form/version'
import type { CellStyle } from 'hucre/xlsx'
import { writeWorkbook } from '../xlsx'
import type { SheetCell, SheetTable } from '../xlsx'
import { deckLines, exampleOf } from './deckWords'
import { figureRows, listedFigures } from './figureList'
import { figureSheet, heightOf } from './figureSheet'
import { methodLines } from './methodWords'
import type { DeckToGo } from './pages'
import { sheetName } from './sheetName'
import { toldFigure } from './toldFigure'

const SHEETS = {
  list: { zh: '目录与来源', en: 'Contents and sources' },
  definitions: { zh: '口径', en: 'Definitions' },
} as const satisfies Readonly<Record<string, Label>>
const LIST_WIDTHS = [5, 10, 22, 22, 12, 10, 11, 6, 6, 5, 18, 46, 18, 46, 16, 26, 10] as const
const UNWRAPPED: CellStyle = { alignment: { wrapText: false, vertical: 'top' } }
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const DEFINITION_HEADS: readonly Label[] = [
  { zh: '指标', en: 'Figure' },
  { zh: '单位', en: 'Unit' },
  { zh: '算法', en: 'Formula' },
  { zh: '出处', en: 'Source' },
  { zh: '连续性', en: 'Series' },
]

/** A 会议夹 as a workbook: a list with sources, a sheet for each figure with its charts and numbers, and the definitions. */
export function deckWorkbook(deck: DeckToGo): Promise<Uint8Array> {
  const { head, pages } = deck
  const { language, name, made } = head
  const taken = new Set<string>(Object.values(SHEETS).map((label) => label[language].toLowerCase()))
  const sheets = listedFigures(pages).map((listed) =>
    figureSheet(listed, sheetName(listed.number, toldFigure(listed.page, head, true).caption.title, taken), head),
  )
  return writeWorkbook([listSheet(deck), ...sheets, definitionsSheet(deck)], {
    title: name,
    description: exampleOf(head),
    created: made,
  })
}

function listSheet(deck: DeckToGo): SheetTable {
  const { head } = deck
  const above = [
    [head.name],
    ...[...deckLines(head), exampleOf(head)].filter((line) => line !== '').map((line) => [line]),
  ]
  const figures = figureRows(deck)
  const first = above.length
  return {
    name: SHEETS.list[head.language],
    rows: [...above, ...figures],
    headRows: first + 1,
    oneWide: true,
    widths: LIST_WIDTHS,
    heights: new Map(figures.map((row, at) => [first + at, heightOf(row, LIST_WIDTHS)])),
    styles: new Map([
      ...above.map((_, row): [string, CellStyle] => [`${String(row)},0`, UNWRAPPED]),
      ...figures.flatMap((row, at) =>
        row.map((_cell, column): [string, CellStyle] => [`${String(first + at)},${String(column)}`, WRAPPED]),
      ),
    ]),
  }
}

function definitionsSheet({ head, pages }: DeckToGo): SheetTable {
  const { language } = head
  const used = new Map(
    listedFigures(pages)
      .flatMap(({ page }) => toldFigure(page, head, true).definitions)
      .map((definition) => [definition.id, definition]),
  )
  const rows: SheetCell[][] = [...used.values()].map(({ name, unit, formula, source, series }) => [
    name,
    unit,
    formula,
    source,
    series,
  ])
  return {
    name: SHEETS.definitions[language],
    rows: [
      DEFINITION_HEADS.map((label) => label[language]),
      ...rows,
      [],
      ...methodLines(language).map((line) => [line]),
    ],
    headRows: 1,
    oneWide: true,
    widths: [24, 16, 70, 40, 30],
  }
}
