import { HEADING, SENTENCE, VALUE } from './patterns'
import type { TextTable } from './table'

/** Blank lines that part rows, at least: browsers write four, after an empty last cell two. */
const ROW_GAP = 3
const ROW_GAP_AFTER_TAB = 2
const LONGEST_CONTINUATION = 20
const LONGEST_LONE = 40
const AMOUNT = /^[\d,.]+(?:万|亿)?元$/u

interface OpenCell {
  text: string
  line: number
  /** Whether it has a line yet, be it of no-break spaces. */
  begun: boolean
}

/**
 * Tables as a browser gives the text of a page whose cells hold paragraphs: a tab on a line of its own between two cells,
 * several blank lines between two rows. `null` where the line begins none.
 */
export function readSeparated(lines: readonly string[], start: number): TextTable | null {
  if (!begins(lines, start)) return null
  const rows: OpenCell[][] = []
  let row: OpenCell[] = []
  let cell: OpenCell = { text: '', line: start + 1, begun: false }
  const endCell = (): void => {
    row.push(cell)
    cell = { text: '', line: 0, begun: false }
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  let blanks = 0
  let end = start
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isGap(line)) {
      blanks += 1
      continue
    }
    const [first = '', ...more] = line.split('\t')
    if (first !== '' || more.length === 0) {
      if (blanks >= (cell.begun ? ROW_GAP : ROW_GAP_AFTER_TAB) && at > start) {
        if (more.length === 0 && !begins(lines, at, true)) break
        endRow()
      }
      if (cell.begun && !continues(cell.text, first, blanks)) break
      cell.text += cell.begun ? `\n${first}` : first
      if (!cell.begun) cell.line = at + 1
      cell.begun = true
    }
    for (const text of more) {
      endCell()
      cell = { text, line: at + 1, begun: text !== '' }
    }
    blanks = 0
    end = at + 1
  }
  endRow()
  const wide = rows.filter((cells) => cells.length > 1)
  return { rows: wide.length > 1 ? rows : null, end }
}

/**
 * Whether a row begins: a short text, and a lone tab after it; or a merged cell alone, and such a row after it. Inside a
 * table the first cell may be several paragraphs; before it, a paragraph is none of its.
 */
function begins(lines: readonly string[], at: number, inside = false): boolean {
  const line = lines[at] ?? ''
  if (isGap(line) || line.includes('\t') || SENTENCE.test(line)) return false
  const { next, blanks } = following(lines, at)
  if (blanks < ROW_GAP) return isCellBefore(lines, at, inside)
  return line.length <= LONGEST_LONE && isPlain(lines[next]) && isCellBefore(lines, next, inside)
}

/** Whether a text is followed by a tab alone on its line and, behind that, by more text without one. */
function isCellBefore(lines: readonly string[], at: number, inside: boolean): boolean {
  let { next, blanks } = following(lines, at)
  // The text may break: `本年新`, `制作数量`.
  for (let more = 0; more < 3 && isPlain(lines[next]) && blanks <= (inside ? 1 : 0); more += 1)
    ({ next, blanks } = following(lines, next))
  const tab = lines[next]
  if (tab === undefined || !tab.includes('\t') || tab.trim() !== '') return false
  return isPlain(lines[following(lines, next).next])
}

function isPlain(line: string | undefined): boolean {
  return line !== undefined && !line.includes('\t')
}

function following(lines: readonly string[], at: number): { readonly next: number; readonly blanks: number } {
  let next = at + 1
  while (next < Math.min(lines.length, at + 8) && isGap(lines[next] ?? '')) next += 1
  return { next, blanks: next - at - 1 }
}

function continues(own: string, line: string, blanks: number): boolean {
  if (own.trim() === '' || VALUE.test(own.trim()) || AMOUNT.test(own.trim()) || HEADING.test(line.trim())) return false
  return blanks <= 1 && line.length <= LONGEST_CONTINUATION && !SENTENCE.test(line)
}

/** A line of nothing; one of no-break spaces is the content of a cell. */
function isGap(line: string): boolean {
  return /^[ \r]*$/u.test(line)
}
