import { readRows, splitRow } from './columns'
import { VALUE } from './patterns'
import type { TextTable } from './table'

/** Signs that part cells in texts written out of spreadsheets. A full-width comma stands in labels of the form. */
const SEPARATORS = [';', '；', ','] as const
const LONGEST_LINE = 400
const LONGEST_CELL = 80
/** So many rows have figures, or one has so many. */
const LEAST_ROWS = 4
const LEAST_FIGURES = 10

/**
 * Tables with one row a line and semicolons or commas between the cells. `null` where the line begins none: prose has these signs too, and a comma may part
 * thousands.
 */
export function readDelimited(lines: readonly string[], start: number): TextTable | null {
  const line = lines[start] ?? ''
  let last = start
  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue
    const { rows, end } = readRows(lines, start, separator, (all, at) => beginsRow(all, at, separator))
    const figures = rows.map((row) => row.filter(({ text }) => /\d/u.test(text) && isFigure(text)).length)
    const isTable = figures.filter((count) => count > 0).length >= LEAST_ROWS || Math.max(...figures) >= LEAST_FIGURES
    if (rows.length > 1 && isTable) return { rows, end }
    last = Math.max(last, end)
  }
  return last > start ? { rows: null, end: last } : null
}

/** Whether a line has cells that are figures, or words that no figure ends. */
function beginsRow(lines: readonly string[], at: number, separator: string): boolean {
  const line = lines[at] ?? ''
  if (!line.includes(separator) || line.length > LONGEST_LINE || line.includes('。')) return false
  const { cells } = splitRow(lines, at, separator)
  return (
    cells.length > 1 &&
    cells.every(({ text }) => isFigure(text) || (text.length <= LONGEST_CELL && !/\d\s*$/u.test(text)))
  )
}

/** A figure alone in its cell, or nothing. */
function isFigure(text: string | undefined): boolean {
  return text !== undefined && VALUE.test(text.trim()) && !/\d\s+\d/u.test(text)
}
