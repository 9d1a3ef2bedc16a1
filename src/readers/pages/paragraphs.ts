import type { Box } from './box'
import { around } from './box'
import type { Line } from './lines'

/** A paragraph of one or more lines. */
export interface TextParagraph {
  text: string
  page: number
  box: Box
  size: number
}

/** Where the text of the pages stands; only lines that reach its right side go on. */
export interface Column {
  readonly left: number
  readonly right: number
  /** Whether paragraphs begin further in than their other lines. */
  readonly isIndented: boolean
}

/** Parts of the size: how short of the right side a full line may end, how far in a line that goes on may begin. */
const SHORT = 2.2
const INDENT = 1.2
const LEADING = 2.6
const ROW_GAP = 2.5
/** What only a paragraph begins with. */
const BEGINS = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u
const ENDS = /[。！？]$/u
/** What a title ends with, however broad its line. */
const ENDS_TITLE = /^[^，。]{0,40}20\d\d年[^，。]{0,30}年度(?:工作)?报告$/u

/** The column that the text fills: what many lines begin or end at. */
export function columnOf(lines: readonly Line[]): Column | null {
  const long = lines.filter((line) => line.text.length >= 15)
  if (long.length === 0) return null
  const sorted = (values: number[]): number[] => values.sort((a, b) => a - b)
  const lefts = sorted(long.map((line) => line.box[0]))
  const rights = sorted(long.map((line) => line.box[2]))
  const left = lefts[Math.floor(lefts.length * 0.1)] ?? 0
  const indented = long.filter(({ box, size }) => box[0] > left + INDENT * size && box[0] < left + 4 * size)
  const right = rights[Math.floor(rights.length * 0.75)] ?? 0
  return { left, right, isIndented: indented.length * 10 >= long.length }
}

/** Whether a line goes on with the words of the one before. */
export function goesOn(before: Line, line: Line, column: Column | null, isNextPage: boolean): boolean {
  if (
    column === null ||
    BEGINS.test(line.text) ||
    isRow(before) ||
    isRow(line) ||
    ENDS_TITLE.test(before.text) ||
    (!column.isIndented && ENDS.test(before.text))
  )
    return false
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.15 * size) return false
  if (before.box[2] < column.right - SHORT * size || line.box[0] > column.left + INDENT * size) return false
  if (before.box[0] > column.left + 4 * size) return false
  return isNextPage || (line.box[1] > before.box[1] && line.box[1] - before.box[1] <= LEADING * size)
}

/** Whether a line is the row of a table that draws no lines: its parts stand far from each other. */
function isRow({ glyphs, size }: Line): boolean {
  return glyphs.some((glyph, at) => glyph.box[0] - (glyphs[at - 1]?.box[2] ?? glyph.box[0]) > ROW_GAP * size)
}

export function beginParagraph(line: Line, page: number): TextParagraph {
  return { text: line.text, page, box: line.box, size: line.size }
}

/** Adds a line to a paragraph; the box stays on the page where it begins. */
export function continueParagraph(paragraph: TextParagraph, line: Line, page: number): void {
  const latin = /[A-Za-z,.;]$/u.test(paragraph.text) && /^[A-Za-z]/u.test(line.text)
  paragraph.text += `${latin ? ' ' : ''}${line.text}`
  if (page === paragraph.page) paragraph.box = around(paragraph.box, line.box)
}
