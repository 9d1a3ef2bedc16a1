import type { Block, GridCell, SourceDocument } from '../document'
import type { Box } from './box'
import type { LaidOut } from './layout'
import type { TablePart } from './tableParts'

export type Notes = SourceDocument['notes'][number][]
type Back = (box: Box) => Box

const asItIs: Back = (box) => box

/**
 * What was laid out, as blocks of a document. `backs`: how the boxes of each page lie on it as it is looked at, where it was turned to be read;
 * `notes` takes what cells have to be told.
 */
export function blocksOf(laidOut: readonly LaidOut[], backs: readonly Back[], notes: Notes): Block[] {
  let line = 0
  let table = 0
  return laidOut.map((item): Block => {
    if (item.kind === 'paragraph') {
      line += 1
      const { text, page, box } = item.paragraph
      const place = { line, page, box: (backs[page - 1] ?? asItIs)(box) }
      return { kind: 'paragraph', text, place }
    }
    table += 1
    return { kind: 'table', table, rows: rowsOf(item.table, table, backs, notes) }
  })
}

function rowsOf(part: TablePart, table: number, backs: readonly Back[], notes: Notes): GridCell[][] {
  const rows = Array.from({ length: part.rowCount }, (): GridCell[] => [])
  for (const { row, column, rowspan, colspan, text, page, box, overflows, struck } of part.cells) {
    const back = backs[page - 1] ?? asItIs
    const place = { table, row: row + 1, column: column + 1, page, box: back(box) }
    rows[row]?.push({ text, rowspan, colspan, place })
    if (struck !== '') notes.push({ code: 'struck-out', place, params: { text: struck.slice(0, 80) } })
    if (overflows) notes.push({ code: 'figure-over-border', place, params: { raw: text.slice(0, 80) } })
  }
  return rows
}
