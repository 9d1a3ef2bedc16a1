import { HEADING, SENTENCE } from './patterns'
import type { TextCell, TextTable } from './table'

const LONGEST_LONE = 40
const LONGEST_LINE = 2000
const MOST_EMPTY = 2
/** Lines that one quoted cell of a spreadsheet may take. */
const LONGEST_QUOTED = 12

/**
 * Tables with one row a line and tabs between the cells, as copied from a spreadsheet or a document. A short line without
 * a tab between two such rows is a row of one merged cell, empty lines may part rows. `null` where the lines are none.
 */
export function readColumns(lines: readonly string[], start: number): TextTable | null {
  const { rows, end } = readRows(lines, start, '\t', beginsRow)
  const wide = rows.filter((row) => row.filter((cell) => cell.text.trim() !== '').length > 1)
  return { rows: rows.length > 1 && wide.length > 1 ? rows : null, end }
}

/**
 * Rows of lines that columns parted by a sign begin, and of lone cells between them.
 * `begins`: whether the line at an index begins such a row.
 */
export function readRows(
  lines: readonly string[],
  start: number,
  separator: string,
  begins: (lines: readonly string[], at: number) => boolean,
): { readonly rows: readonly (readonly TextCell[])[]; readonly end: number } {
  const rows: TextCell[][] = []
  let end = start
  for (let at = start; at < lines.length; at = skipEmpty(lines, end)) {
    const line = lines[at] ?? ''
    if (begins(lines, at)) {
      const row = splitRow(lines, at, separator)
      rows.push(row.cells)
      end = row.end
    } else if (isLoneCell(line) && begins(lines, skipEmpty(lines, at + 1))) {
      rows.push([{ text: line, line: at + 1 }])
      end = at + 1
    } else break
  }
  return { rows, end }
}

/** The next line that is not empty, over one or two that are. */
function skipEmpty(lines: readonly string[], from: number): number {
  let at = from
  while (at < from + MOST_EMPTY && lines[at]?.trim() === '' && lines[at]?.includes('\t') !== true) at += 1
  return at
}

/** Whether a line has columns, or begins a quoted cell that goes on to the line where its columns follow. */
export function beginsRow(lines: readonly string[], at: number): boolean {
  const line = lines[at]
  if (line === undefined) return false
  return line.includes('\t') || (line.startsWith('"') && readQuoted(lines, at, line, '\t')?.rest != null)
}

function isLoneCell(line: string): boolean {
  return line.trim() !== '' && line.length <= LONGEST_LONE && !SENTENCE.test(line) && !HEADING.test(line)
}

/** Splits a line at its separators; a cell in quotes may go on over following lines and has its quotes doubled. */
export function splitRow(
  lines: readonly string[],
  start: number,
  separator: string,
): { readonly cells: TextCell[]; readonly end: number } {
  const cells: TextCell[] = []
  let at = start
  let rest = lines[at] ?? ''
  for (;;) {
    const line = at + 1
    const quoted = rest.startsWith('"') ? readQuoted(lines, at, rest, separator) : null
    const tab = rest.indexOf(separator)
    if (quoted !== null) {
      cells.push({ text: quoted.text, line })
      at = quoted.at
      if (quoted.rest === null) break
      rest = quoted.rest
    } else {
      cells.push({ text: tab < 0 ? rest : rest.slice(0, tab), line })
      if (tab < 0) break
      rest = rest.slice(tab + 1)
    }
  }
  return { cells, end: at + 1 }
}

interface Quoted {
  readonly text: string
  readonly at: number
  /** What follows the cell's separator, `null` at the end of the line. */
  readonly rest: string | null
}

/** A cell in quotes, `null` where the quotes do not end before a separator or a line's end. */
function readQuoted(lines: readonly string[], start: number, first: string, separator: string): Quoted | null {
  let whole = first
  if (first.length > LONGEST_LINE) return null
  for (let at = start; at < Math.min(lines.length, start + LONGEST_QUOTED); at += 1) {
    if (at > start) whole += `\n${lines[at] ?? ''}`
    const [all, text = ''] = /^"((?:[^"]|"")*)"/u.exec(whole) ?? []
    if (all === undefined) continue
    const isLast = whole.length === all.length
    if (isLast || whole.startsWith(separator, all.length))
      return { text: text.replaceAll('""', '"'), at, rest: isLast ? null : whole.slice(all.length + separator.length) }
  }
  return null
}
