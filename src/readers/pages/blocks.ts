import type { Block, GridCell, SourceDocument } from '../document'
import type { SheetPage } from './beside'
import type { Box } from './box'
import type { LaidOut } from './layout'
import type { TablePart } from './tableParts'

export type Notes = SourceDocument['notes'][number][]
/** What was laid out of pages, as blocks of a document; `notes` takes what cells have to be told. */
export function blocksOf(laidOut: readonly LaidOut[], sheets: readonly SheetPage[], notes: Notes): Block[] {
  let line = 0
  let table = 0
  return laidOut.map((item): Block => {
    if (item.kind === 'paragraph') {
      line += 1
      const { text, page, box } = item.paragraph
      const place = { line, ...whereIs(sheets, page, box) }
      return { kind: 'paragraph', text, place }
    }
    table += 1
    return { kind: 'table', table, rows: rowsOf(item.table, table, sheets, notes) }
  })
}

function rowsOf(part: TablePart, table: number, sheets: readonly SheetPage[], notes: Notes): GridCell[][] {
  const rows = Array.from({ length: part.rowCount }, (): GridCell[] => [])
  for (const { row, column, rowspan, colspan, text, page, box, overflows, struck } of part.cells) {
    const place = { table, row: row + 1, column: column + 1, ...whereIs(sheets, page, box) }
    rows[row]?.push({ text, rowspan, colspan, place })
    if (struck !== '') notes.push({ code: 'struck-out', place, params: { text: struck.slice(0, 80) } })
    if (overflows) notes.push({ code: 'figure-over-border', place, params: { raw: text.slice(0, 80) } })
  }
  return rows
}

function whereIs(sheets: readonly SheetPage[], page: number, box: Box): { page: number; box: Box } {
  return sheets[page - 1]?.where(box) ?? { page, box }
}
