import { HEADING, SENTENCE, VALUE } from './patterns'
import type { TextCell, TextTable } from './table'

/** Cells of a row with no blank lines between rows cannot be told apart; then the lines are left as they are. */
const LONGEST_ROW = 16
const LONGEST_MEAN = 40
/** No label is longer; a line without a tab goes on with none that is. */
const LONGEST_CELL = 1000

/** The tabs that begin a cell, after spaces at most, and its text, which has none. */
const CELL = /^[ \u3000]*(\t+)([^\t]*)$/u

interface OpenCell {
  text: string
  readonly line: number
}

/**
 * Tables with one cell a line: a line that begins with a tab begins a cell, lines without one go on in it, a blank line
 * before a tab begins a row, two blank lines end the table. `null` where the line begins no such cell.
 */
export function readCellLines(lines: readonly string[], start: number): TextTable | null {
  const tabs = CELL.exec(lines[start] ?? '')?.[1]
  if (tabs === undefined) return null
  return new CellLines(lines, tabs.length).read(start)
}

class CellLines {
  readonly #lines: readonly string[]
  /** Tabs that begin a cell: the same number in all of a table. */
  readonly #tabs: number
  /** Line ends that one stands for: 2 where a wrong transfer doubled them all. */
  #spacing = 1

  constructor(lines: readonly string[], tabs: number) {
    this.#lines = lines
    this.#tabs = tabs
  }

  read(start: number): TextTable | null {
    this.#spacing = this.#findSpacing(start)
    const rows: OpenCell[][] = []
    let row: OpenCell[] | null = null
    let blanks = 0
    let end = start
    for (let at = start; at < this.#lines.length; at += 1) {
      const line = this.#lines[at] ?? ''
      if (isBlank(line)) {
        blanks += 1
        continue
      }
      const gap = Math.floor(blanks / this.#spacing)
      if (gap > 1) break
      const text = this.#cellText(line)
      const open: OpenCell | undefined = row?.at(-1)
      if (text !== null) {
        if (row === null || gap === 1) {
          // An indented sentence ends the table; the rest is looked at anew.
          if (row !== null && isSentence(row)) break
          row = []
          rows.push(row)
        }
        row.push({ text, line: at + 1 })
      } else if (open !== undefined && !line.includes('\t') && this.#continues(open.text, at, gap)) {
        open.text += `\n${line}`
      } else break
      blanks = 0
      end = at + 1
    }
    // Lines with several tabs in between are columns, of which these are part.
    if (rows.length === 1 && this.#lines[end]?.includes('\t') === true) return null
    return settle(rows, end)
  }

  /** Text of the cell that a line begins, `null` where it begins none. */
  #cellText(line: string | undefined): string | null {
    const match = line?.includes('\t') === true ? CELL.exec(line) : null
    return match?.[1]?.length === this.#tabs ? (match[2] ?? '') : null
  }

  #findSpacing(start: number): 1 | 2 {
    const gaps = new Set<number>()
    let blanks = 0
    for (let at = start + 1; at < Math.min(this.#lines.length, start + 200); at += 1) {
      if (isBlank(this.#lines[at])) blanks += 1
      else {
        gaps.add(blanks)
        blanks = 0
      }
    }
    const doubled = gaps.has(1) && gaps.has(3) && [...gaps].every((gap) => gap % 2 === 1)
    return doubled ? 2 : 1
  }

  /** Whether a line without a tab belongs to the cell before it: headings that break (`结果`, blank, `纠正`), long labels. */
  #continues(text: string, at: number, gap: number): boolean {
    if (text.length > LONGEST_CELL) return false
    const line = (this.#lines[at] ?? '').trim()
    const own = text.trim()
    if (own !== '' && VALUE.test(own)) return false
    if (HEADING.test(line) || line.length > 200) return false
    const followed = this.#leadsToCell(at + 1)
    if (gap === 1) return followed && own !== '' && line.length <= 20 && !SENTENCE.test(line)
    return followed
      ? line.length <= 60 || !SENTENCE.test(line)
      : line.length <= 12 && own !== '' && !SENTENCE.test(line)
  }

  /** Whether a cell follows within a few lines, at most one blank line before it. */
  #leadsToCell(from: number): boolean {
    let blanks = 0
    for (let at = from; at < Math.min(this.#lines.length, from + 8 * this.#spacing); at += 1) {
      const line = this.#lines[at] ?? ''
      if (this.#cellText(line) !== null) return true
      if (isBlank(line)) blanks += 1
      else if (blanks >= this.#spacing && line.length > 20) return false
      else blanks = 0
      if (blanks >= 2 * this.#spacing) return false
    }
    return false
  }
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && !line.includes('\t') && line.trim() === ''
}

/** Indented prose is no table: then `rows` is null. Sentences before and after the table are left to the lines. */
function settle(rows: readonly (readonly TextCell[])[], end: number): TextTable {
  const last = rows.at(-1)
  const sentence = last !== undefined && isSentence(last) ? last : null
  const kept = sentence === null ? rows : rows.slice(0, -1)
  const widest = kept.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = kept.flat()
  if (cells.length === 0) return { rows: null, end }
  const mean = cells.reduce((sum, cell) => sum + cell.text.length, 0) / cells.length
  const sentences = cells.filter((cell) => SENTENCE.test(cell.text)).length
  const tabular = kept.length > 1 ? widest > 1 : widest > 2 && widest <= LONGEST_ROW
  const isTable = tabular && mean <= LONGEST_MEAN && sentences * 5 < cells.length
  return { rows: isTable ? kept : null, end: (sentence?.[0]?.line ?? end + 1) - 1 }
}

/** A row of one cell that holds a sentence is a paragraph that happens to be indented. */
function isSentence(row: readonly TextCell[]): boolean {
  const [cell, more] = row
  return cell !== undefined && more === undefined && cell.text.length > 20 && SENTENCE.test(cell.text)
}
