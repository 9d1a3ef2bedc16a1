import { textWidth } from '../../charts/numbers'
import type { ChartTable } from '../../charts/table'
import { writtenTable, writtenText } from '../../charts/writtenTable'
import type { Language } from '../../report/wording'
import { keptWithNext, paragraph } from '../docx/blocks'
import type { DocxBlock, TableBlock, TableCellBlock } from '../docx/blocks'
import { columnParts, columnWidths } from '../tableParts'

/** Points: width of the text, what a cell has around its text, and the widest that words become before they are broken. */
const ROOM = 442
const PADDING = 8
const MOST_WIDTH = 150
/** Points. */
const SIZES = [9, 8, 7.5] as const
/** Heads longer than some signs are broken over two lines rather than make a column wide. */
const HEAD_LINES = 1.7
const UNBROKEN = 3

const CONTINUED = { zh: '（续，列）', en: '(continued)' } as const

/** A chart's table as tables of a document: its head repeated on every page, columns that do not fit in a table of their own beside the same first ones. */
export function briefTables(table: ChartTable, language: Language): DocxBlock[] {
  const { heads, rows } = writtenTable(table, language)
  const texts = rows.map((row) => row.map((cell) => writtenText(cell, language)))
  const { size, widths } = fitted(heads, texts)
  const first = Math.max(
    0,
    table.columns.findIndex(({ align }) => align === 'start'),
  )
  const alignOf = (at: number): TableCellBlock['align'] => (table.columns[at]?.align === 'end' ? 'right' : 'left')
  return columnParts(widths, ROOM, first + 1).flatMap((part, index): DocxBlock[] => {
    const row = (cells: readonly string[], isHead: boolean): TableCellBlock[] =>
      part.columns.map((at) => ({
        pieces: [{ text: cells[at] ?? '' }],
        colspan: 1,
        rowspan: 1,
        align: isHead ? 'center' : alignOf(at),
      }))
    const block: TableBlock = {
      kind: 'table',
      widths: part.widths,
      rows: [row(heads, true), ...texts.map((cells) => row(cells, false))],
      headRows: 1,
      size: size * 2,
      rowHeight: 280,
    }
    // Word makes one table of two that stand upon each other.
    return index === 0 ? [block] : [keptWithNext(paragraph('note', CONTINUED[language])), block]
  })
}

/** The largest size at which all columns stand beside each other; the first where they never do. */
function fitted(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly size: number; readonly widths: readonly number[] } {
  const tried = SIZES.map((size) => {
    const width = (text: string): number => textWidth(text, size)
    const headWidth = (text: string): number => width(text) / (width(text) > UNBROKEN * size ? HEAD_LINES : 1)
    const wanted = columnWidths([heads.map(headWidth), ...rows.map((row) => row.map(width))])
    return { size, widths: wanted.map((one) => Math.min(MOST_WIDTH, one + PADDING)) }
  })
  const fits = tried.find(({ widths }) => widths.reduce((sum, width) => sum + width, 0) <= ROOM)
  return fits ?? tried[0] ?? { size: 9, widths: [] }
}
