import type { TextCell, TextTable } from './table'

/** A figure or a mark for none: nothing continues it on the next line. */
const VALUE = /^[\d０-９.,，:：+\-−—–/／%％\s]*$|^(?:无|不适用)$/u
const HEADING = /^[一二三四五六七八九十]+、/u
const SENTENCE = /[。；]/u
/** Cells of a row with no blank lines between rows cannot be told apart; then the lines are left as they are. */
const LONGEST_ROW = 16
const LONGEST_MEAN = 40

const isCell = (line: string | undefined): boolean => line?.startsWith('\t') === true && !line.includes('\t', 1)
const isBlank = (line: string | undefined): boolean => line !== undefined && !line.includes('\t') && line.trim() === ''

interface OpenCell {
  text: string
  readonly line: number
}

/**
 * Tables with one cell a line: a line that begins with a tab begins a cell, lines without one go on in it, a blank line
 * before a tab begins a row, two blank lines end the table. `null` where the line begins no such cell.
 */
export function readCellLines(lines: readonly string[], start: number): TextTable | null {
  if (!isCell(lines[start])) return null
  const spacing = lineSpacing(lines, start)
  const rows: OpenCell[][] = []
  let row: OpenCell[] | null = null
  let blanks = 0
  let end = start
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isBlank(line)) {
      blanks += 1
      continue
    }
    const gap = Math.floor(blanks / spacing)
    if (gap > 1) break
    const cell = row?.at(-1)
    if (isCell(line)) {
      if (row === null || gap === 1) {
        row = []
        rows.push(row)
      }
      row.push({ text: line.slice(1), line: at + 1 })
    } else {
      if (line.includes('\t') || cell === undefined || !continues(cell.text, lines, at, gap, spacing)) break
      cell.text += `\n${line}`
    }
    blanks = 0
    end = at + 1
  }
  // Lines with several tabs in between are columns, of which these are part.
  if (rows.length === 1 && lines[end]?.includes('\t') === true) return null
  return settle(rows, end)
}

/** 2 where every line is followed by an empty one (a wrong transfer doubles line ends), else 1. */
function lineSpacing(lines: readonly string[], start: number): 1 | 2 {
  let blanks = 0
  let cells = 0
  for (let at = start; at < lines.length && cells < 64; at += 1) {
    const line = lines[at]
    if (isBlank(line)) blanks += 1
    else if (isCell(line)) {
      if (cells > 0 && blanks % 2 === 0) return 1
      cells += 1
      blanks = 0
    } else break
  }
  return cells > 2 && hasBothGaps(lines, start) ? 2 : 1
}

function hasBothGaps(lines: readonly string[], start: number): boolean {
  const gaps = new Set<number>()
  let blanks = 0
  for (let at = start + 1; at < lines.length && gaps.size < 2; at += 1) {
    if (isBlank(lines[at])) blanks += 1
    else if (isCell(lines[at])) {
      gaps.add(blanks)
      blanks = 0
    } else break
  }
  return gaps.has(1) && gaps.has(3)
}

/** Whether a line without a tab belongs to the cell before it: headings that break (`结果`, blank, `纠正`), long labels. */
function continues(text: string, lines: readonly string[], at: number, gap: number, spacing: number): boolean {
  const line = (lines[at] ?? '').trim()
  const own = text.trim()
  if (own !== '' && VALUE.test(own)) return false
  if (HEADING.test(line) || line.length > 200) return false
  const followed = leadsToCell(lines, at + 1, spacing)
  if (gap === 1) return followed && own !== '' && line.length <= 20 && !SENTENCE.test(line)
  return followed ? line.length <= 60 || !SENTENCE.test(line) : line.length <= 12 && own !== '' && !SENTENCE.test(line)
}

/** Whether a cell follows within a few lines, at most one blank line before it. */
function leadsToCell(lines: readonly string[], from: number, spacing: number): boolean {
  let blanks = 0
  for (let at = from; at < Math.min(lines.length, from + 8); at += 1) {
    const line = lines[at] ?? ''
    if (isCell(line)) return true
    if (isBlank(line)) blanks += 1
    else if (blanks > 0 && Math.floor(blanks / spacing) >= 1 && line.length > 20) return false
    else blanks = 0
    if (blanks >= 2 * spacing) return false
  }
  return false
}

/** Indented prose is no table: then `rows` is null. Sentences before and after the table are left to the lines. */
function settle(rows: readonly (readonly TextCell[])[], end: number): TextTable {
  const first = rows[0]
  if (first !== undefined && isSentence(first)) return { rows: null, end: rows[1]?.[0] ? rows[1][0].line - 1 : end }
  const last = rows.findIndex(isSentence)
  const kept = last < 0 ? rows : rows.slice(0, last)
  const widest = kept.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = kept.flat()
  const mean = cells.reduce((sum, cell) => sum + cell.text.length, 0) / cells.length
  const sentences = cells.filter((cell) => SENTENCE.test(cell.text)).length
  const tabular = kept.length > 1 ? widest > 1 : widest > 2 && widest <= LONGEST_ROW
  const isTable = tabular && mean <= LONGEST_MEAN && sentences * 5 < cells.length
  return { rows: isTable ? kept : null, end: last < 0 ? end : (rows[last]?.[0]?.line ?? end + 1) - 1 }
}

/** A row of one cell that holds a sentence is a paragraph that happens to be indented. */
function isSentence(row: readonly TextCell[]): boolean {
  const [cell, more] = row
  return cell !== undefined && more === undefined && cell.text.length > 20 && SENTENCE.test(cell.text)
}
