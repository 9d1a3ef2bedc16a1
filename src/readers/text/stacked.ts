import { HEADING, SENTENCE } from './patterns'
import { PADDING } from './pipes'
import type { TextCell, TextTable } from './table'

const BAR = '|'
const LONGEST_CELL = 200
const MOST_CELL_LINES = 4
/** A heading that stands between two tables; shorter ones are labels of rows too. */
const LEAST_HEADING = 12
/** How numbered rows of the form end; headings of sections end otherwise. */
const ROW_LABEL = /(?:数量|办理|结果)$/u
const LEAST_CELLS = 12
const WIDTHS = { least: 3, most: 24 }
/** Share of the lines that may hold several cells, as rows of ordinary tables with bars do. */
const MOST_SHARED = 0.2

interface StackedCell extends TextCell {
  /** It only fills a row up to the table's width. */
  readonly padding: boolean
}

interface Stack {
  readonly cells: readonly StackedCell[]
  /** How many cells stand before the end of each line that ends in padding. */
  readonly rowEnds: readonly number[]
  readonly end: number
}

/**
 * Tables with a bar behind each cell and the cells of a row on lines of their own, as programs give them that take text
 * from web pages. Where rows are padded to one width they are grid rows; else only the order of the cells is known.
 */
export function readStacked(lines: readonly string[], start: number): TextTable | null {
  if (!begins(lines, start)) return null
  const stack = readStack(lines, start)
  if (stack === null) return null
  const width = widthOf(stack)
  const { cells, end } = stack
  if (width === null) return { rows: null, cells: cells.filter((cell) => !cell.padding), end }
  const rows = Array.from({ length: cells.length / width }, (_, row) =>
    withoutPadding(cells.slice(row * width, (row + 1) * width)),
  )
  // Programs that write a bar before each row too leave an empty first column.
  const leads = rows.every((row) => row[0]?.text === '')
  return { rows: leads ? rows.map((row) => row.slice(1)) : rows, end }
}

/** Whether a line ends a cell, or is a cell's text with its bar on the next line. */
function begins(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line.length > LONGEST_CELL || line.trim() === '') return false
  return line.includes(BAR) || (!SENTENCE.test(line) && isOwnCell(lines, at))
}

/** Whether a line without a bar is a cell whose bar has the next line to itself, as the cells around it then do too. */
function isOwnCell(lines: readonly string[], at: number): boolean {
  let next = at + 1
  while (isBars(lines[next])) next += 1
  return next > at + 1 && lines[next]?.includes(BAR) !== true
}

function isBars(line: string | undefined): boolean {
  return line !== undefined && line.includes(BAR) && /^[\s|]*$/u.test(line)
}

function readStack(lines: readonly string[], start: number): Stack | null {
  const cells: StackedCell[] = []
  const rowEnds: number[] = []
  /** Lines of a cell whose bar is yet to come. */
  let open: string[] = []
  let end = start
  let barred = 0
  let shared = 0
  for (let at = start; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\u00a0/gu, ' ').trim()
    if (line === '' || endsTable(lines, at, open)) break
    if (!line.includes(BAR)) {
      open.push(line)
      continue
    }
    const padding = PADDING.exec(line)?.[0].trim().length ?? 0
    const parts = line.slice(0, line.length - padding).split(BAR)
    const rest = parts.pop()?.trim() ?? ''
    for (const [index, part] of parts.entries()) {
      const before = index === 0 ? open : []
      cells.push({ text: [...before, part.trim()].join(''), line: at + 1 - before.length, padding: false })
    }
    if (padding > 0) {
      cells.push(...Array.from({ length: padding }, () => ({ text: '', line: at + 1, padding: true })))
      rowEnds.push(cells.length)
    }
    barred += 1
    if (parts.filter((part) => part.trim() !== '').length > 1) shared += 1
    open = rest === '' ? [] : [rest]
    end = at + 1
  }
  const isStack = cells.length >= LEAST_CELLS && shared <= barred * MOST_SHARED
  return isStack ? { cells, rowEnds, end } : null
}

/** Whether a line without a bar is none of the table's: a sentence, a heading, or too much for one cell. */
function endsTable(lines: readonly string[], at: number, open: readonly string[]): boolean {
  const line = (lines[at] ?? '').trim()
  if (line.includes(BAR)) return line.length > 10 * LONGEST_CELL
  if (SENTENCE.test(line) || line.length > LONGEST_CELL || open.length >= MOST_CELL_LINES) return true
  const isLabel = ROW_LABEL.test(line) && isBars(lines[at + 1])
  return HEADING.test(line) && line.length >= LEAST_HEADING && !isLabel && !isOwnCell(lines, at)
}

/** The number of columns that all padded rows end at; `null` where there are none, or they do not agree. */
function widthOf({ cells, rowEnds }: Stack): number | null {
  if (rowEnds.length === 0) return null
  const width = [...rowEnds, cells.length].reduce(divisor)
  return width >= WIDTHS.least && width <= WIDTHS.most ? width : null
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}

function withoutPadding(row: readonly StackedCell[]): StackedCell[] {
  return row.filter((cell) => !cell.padding)
}
