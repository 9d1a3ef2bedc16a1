import { neutralText } from './neutral'

export type CsvCell = string | number | null

/** What makes spreadsheet programs read a CSV file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * One line of a CSV file with its CRLF (RFC 4180). Numbers stay numbers, `null` is an empty cell, texts that a spreadsheet program
 * could take for a formula are neutralised.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A whole CSV file as text, byte order mark first. */
export function csvText(rows: Iterable<readonly CsvCell[]>): string {
  let text = BYTE_ORDER_MARK
  for (const row of rows) text += csvLine(row)
  return text
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return numberText(cell)
  const text = neutralText(cell)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Digits without an exponent, which some programs would not read as a number. */
function numberText(value: number): string {
  const plain = String(value)
  return plain.includes('e') ? value.toFixed(12).replace(/\.?0+$/u, '') : plain
}
