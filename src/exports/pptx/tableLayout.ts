import { textWidth } from '../../charts/numbers'
import { STATE_SIGNS } from '../../charts/table'
import type { WrittenCell } from '../../charts/writtenTable'
import type { Language } from '../../report/wording'
import { columnParts, columnWidths, partsBy } from '../tableParts'
import { LINE, linesOf } from './fitting'
import { frameOf, titleOf } from './frame'
import type { PageSetting, PlacedCell, SlideLayout } from './layout'
import { notesText } from './notesText'
import type { FigureSlide } from './slide'

/** Points: what can be read from the back of a room, and what is used for wide tables. */
const SIZES = [14, 12, 11] as const
/** Inches on both sides of a cell's text. */
const PADDING = 0.16
/** How much wider heads are for being bold, and for blanks between Chinese and digits. */
const BOLD = 1.15
/** How much of a column its text fills: fonts differ, and a number must not break. */
const SPARE = { left: 0.9, right: 0.82 } as const
/** Lines that heads may take: a little more than a half for where the second breaks. */
const HEAD_LINES = [1, 1.8] as const
/** The widest that a column of words becomes. */
const MOST_WIDTH = 4
const LEAST_WIDTH = 0.6
/** The narrowest that a column of words is made, over several lines, for all columns to stand on one page. */
const LEAST_WORDS = 2

/** A figure as a table of the program. Rows and columns that one page has no room for go on over the next, under the same head and beside the same first column. */
export function tableLayouts(slide: FigureSlide, setting: PageSetting, language: Language): SlideLayout[] {
  const { placed, room } = frameOf(slide.caption, setting)
  const { heads, rows } = slide.table
  const head = heads.map((text, at) =>
    cellOf({ text, n: '', states: [] }, slide.numeric[at] === true, language, 'ink2'),
  )
  const body = rows.map((row) => row.map((cell, at) => cellOf(cell, slide.numeric[at] === true, language, 'ink')))
  const { size, widths: all } = fitted(head, body, room.w, slide.numeric)
  const columns = columnParts(all, room.w, leadOf(slide.numeric))
  const pages = columns.flatMap(({ columns: picked, widths }) => {
    const pick = (row: readonly PlacedCell[]): PlacedCell[] => picked.flatMap((at) => row[at] ?? [])
    const heightOf = (row: readonly PlacedCell[]): number =>
      (Math.max(1, ...row.map((cell, at) => linesIn(cell, size, (widths[at] ?? 1) - PADDING))) * size * LINE + 6) / 72
    const top = pick(head)
    const picks = body.map(pick)
    return partsBy(picks, heightOf, room.h - heightOf(top)).map((part) => ({
      kind: 'table' as const,
      box: { ...room, w: sum(widths) },
      widths,
      heights: [top, ...part].map(heightOf),
      head: top,
      rows: part,
      size,
    }))
  })
  return pages.map((table, at) => ({
    master: 'page',
    title: titleOf(slide.caption.title + pageOf(at, pages.length, language), setting),
    placed: [...placed, table],
    notes: notesText(slide, language),
  }))
}

/** The largest size at which the whole table is not wider than its room, heads on one line if that goes, else on two, else words on several; the smallest where it is wider all the same. */
function fitted(
  head: readonly PlacedCell[],
  body: readonly (readonly PlacedCell[])[],
  room: number,
  numeric: readonly boolean[],
): { readonly size: number; readonly widths: readonly number[] } {
  const tried = HEAD_LINES.flatMap((lines) =>
    SIZES.map((size) => {
      const heads = head.map((cell) => widthAt(size * BOLD)(cell) / lines)
      const wanted = columnWidths([heads, ...body.map((row) => row.map(widthAt(size)))])
      return { size, widths: wanted.map((width) => Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width + PADDING))) }
    }),
  )
  const fits = ({ widths }: { readonly widths: readonly number[] }): boolean => sum(widths) <= room
  const last = tried.at(-1) ?? { size: 11, widths: [] }
  return tried.find(fits) ?? [{ ...last, widths: narrowed(last.widths, room, numeric) }].find(fits) ?? last
}

/** The widest column of words gives what the table is wider than its room, as far as it can. */
function narrowed(widths: readonly number[], room: number, numeric: readonly boolean[]): readonly number[] {
  const words = widths.map((width, at) => (numeric[at] === true ? 0 : width))
  const widest = words.indexOf(Math.max(...words))
  // A hair more than is needed: sums of fractions.
  const over = sum(widths) - room + 0.001
  return widths.map((width, at) => (at === widest ? Math.max(LEAST_WORDS, width - over) : width))
}

/** Columns up to the end of the first words: a rank may stand before them. */
function leadOf(numeric: readonly boolean[]): number {
  const first = Math.max(0, numeric.indexOf(false))
  const after = numeric.indexOf(true, first)
  return after === -1 ? 1 : after
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)
const widthAt =
  (size: number) =>
  ({ text, small, align }: PlacedCell): number =>
    (textWidth(text, size) + textWidth(small, size - 2)) / 72 / SPARE[align]
const linesIn = ({ text, small }: PlacedCell, size: number, width: number): number => linesOf(text + small, size, width)

function pageOf(at: number, count: number, language: Language): string {
  if (count === 1) return ''
  return language === 'zh' ? `（${at + 1}/${count}）` : ` (${at + 1}/${count})`
}

function cellOf(
  { text, n, states }: WrittenCell,
  numeric: boolean,
  language: Language,
  colour: 'ink' | 'ink2',
): PlacedCell {
  const signs = states.map((state) => `${STATE_SIGNS[state][language]} `).join('')
  return { text: signs + text, small: n === '' ? '' : `  n ${n}`, align: numeric ? 'right' : 'left', colour }
}
