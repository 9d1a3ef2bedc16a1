import type { Caption } from '@/charts/caption'
import { captionOf } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { textWidth } from '@/charts/numbers'
import { STATE_SIGNS } from '@/charts/table'
import { writtenTable } from '@/charts/writtenTable'
import type { WrittenCell } from '@/charts/writtenTable'
import { both } from '@/charts/words'
import type { DeckItem, DeckTemplate } from '@/analysis/kept'
import type { Language } from '@/report/wording'
import type { DeckFigure } from './deckFigures'

/** Rows of a table, counted from 0, the last not among them. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** One sheet of a deck: an item, or of a long table some of its rows. */
export interface SheetPart {
  readonly key: string
  readonly item: DeckItem
  /** `null`: all there is. */
  readonly rows: RowRange | null
  /** It goes on with what the sheet before began. */
  readonly goesOn: boolean
}

/** A sheet in CSS pixels where its letters have 15: what paper and both formats of the wall have at least. */
export const SHEET = { width: 1016, height: 640 }
const LETTERS = 15
/** Of `DeckFigureView` and `ChartTableView` on a sheet, in these pixels. */
const SIZES = { title: 19.5, small: 12.9, cell: 13, head: 12 } as const
const LINES = { title: 28.3, small: 19.4, reading: 23.6, row: 19, head: 16 } as const
const LOGO = 13 * LETTERS
/** Rules, gaps and the foot, and what a line may be longer than it is measured. */
const AROUND = 80
const LEAST_HEAD = 48
/** A table is not begun for fewer rows than these. */
const LEAST_ROWS = 3

/** The title of an item's figure, a person's where there is one. */
export const titledChart = (chart: Chart, title: string | null): Chart =>
  title ? { ...chart, title: both(title, title) } : chart

/** The sheets of an item: a table that one has no room for goes on over the next, each with title, heads and source. */
export function sheetPartsOf(
  item: DeckItem,
  figure: DeckFigure | undefined,
  template: DeckTemplate,
  language: Language,
): SheetPart[] {
  const whole = { key: item.id, item, rows: null, goesOn: false }
  if (item.kind !== 'figure' || item.form !== 'table' || !figure?.chart) return [whole]
  const chart = titledChart(figure.chart, item.title)
  const count = chart.table.rows.length
  const lines = item.lines ?? chart.readings.map((reading) => reading[language])
  const { first, next } = roomOf(chart, captionOf(chart, figure.setting, language), lines, template, language)
  if (count <= first) return [whole]
  const ranges: RowRange[] = [{ from: 0, to: first }]
  // The rest in even parts, lest a few rows be left for a sheet of their own.
  const even = Math.ceil((count - first) / Math.ceil((count - first) / next))
  for (let from = first; from < count; from += even) ranges.push({ from, to: Math.min(count, from + even) })
  return ranges.map((rows, at) => ({ key: `${item.id} ${String(at)}`, item, rows, goesOn: at > 0 }))
}

/** How many rows of a table the first of its sheets has room for, and each after it. */
function roomOf(
  chart: Chart,
  caption: Caption,
  lines: readonly string[],
  template: DeckTemplate,
  language: Language,
): { readonly first: number; readonly next: number } {
  const width = SHEET.width - (template.logo ? LOGO : 0)
  const small = (text: string, wide = SHEET.width): number => linesIn(text, SIZES.small, wide) * LINES.small
  const head =
    linesIn(caption.title, SIZES.title, width) * LINES.title +
    small(caption.parts.map(({ text }) => text).join(' · ') + caption.example, width)
  const told = small(caption.notes.map(({ text }) => text).join(''))
  const read = lines.reduce((sum, line) => sum + linesIn(line, LETTERS, SHEET.width) * LINES.reading + 9, 0)
  const rest = SHEET.height - AROUND - head - small(caption.source) - headLines(chart, language) * LINES.head
  const rowsIn = (room: number): number => Math.max(LEAST_ROWS, Math.floor(room / LINES.row))
  return { first: rowsIn(rest - told - read), next: rowsIn(rest) }
}

/** Lines of the highest head of a table's columns, which are as wide as their cells. */
function headLines({ table }: Chart, language: Language): number {
  const { heads, rows } = writtenTable(table, language)
  return Math.max(
    1,
    ...heads.map((head, at) => {
      const widest = rows.reduce((most, row) => Math.max(most, cellWidth(row[at], language)), LEAST_HEAD)
      return linesIn(head, SIZES.head, widest)
    }),
  )
}

function cellWidth(cell: WrittenCell | undefined, language: Language): number {
  if (!cell) return 0
  const signs = cell.states.map((state) => STATE_SIGNS[state][language]).join(' ')
  return textWidth(`${signs} ${cell.text} n ${cell.n}`, SIZES.cell)
}

/** Lines lose some of their width to where they may break. */
export const linesIn = (text: string, size: number, width: number): number =>
  text === '' ? 0 : Math.max(1, Math.ceil(textWidth(text, size) / (width * 0.95)))
