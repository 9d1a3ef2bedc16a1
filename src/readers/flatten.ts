import type { Place } from '../report/place'
import type { Block, Grid, SourceDocument } from './document'
import type { Flow, FlowCell, FlowNote, FlowParagraph, FlowTable } from './flow'
import { placeCells } from './grid'

type Notes = SourceDocument['notes'][number][]

/** A cell longer than this holds an article, not a figure or a label: its table lays out a page. */
const LONGEST_CELL = 1000

interface Flattened {
  readonly blocks: Block[]
  readonly notes: Notes
}

/**
 * Brings nested markup into reading order: paragraphs of one line each, tables as grids numbered from 1.
 * A table that only lays out a page (it wraps other tables or whole articles) gives its content, not itself.
 */
export function flatten(flow: readonly Flow[]): Flattened {
  const blocks: Block[] = []
  const notes: Notes = []
  let line = 0
  let table = 0

  const addNotes = (found: readonly FlowNote[] | undefined, place: Place): void => {
    for (const note of found ?? []) notes.push({ ...note, place })
  }

  const addParagraph = (paragraph: FlowParagraph): void => {
    const first = line + 1
    for (const text of paragraph.text.split('\n')) {
      line += 1
      const role = paragraph.role === undefined ? {} : { role: paragraph.role }
      blocks.push({ kind: 'paragraph', text, place: { line }, ...role })
    }
    addNotes(paragraph.notes, { line: first })
  }

  const addGrid = (rows: readonly (readonly FlowCell[])[]): void => {
    table += 1
    const ordinal = table
    const nested: Flow[] = []
    const grid: Grid = {
      kind: 'table',
      table: ordinal,
      rows: placeCells(rows).map((placed) =>
        placed.map(({ cell, row, column, colspan, rowspan }) => {
          const place = { table: ordinal, row: row + 1, column: column + 1 }
          addNotes(cell.notes, place)
          for (const item of cell.content) {
            if (item.kind === 'table') nested.push(item)
            else addNotes(item.notes, place)
          }
          return { text: cellText(cell), colspan, rowspan, place }
        }),
      ),
    }
    blocks.push(grid)
    add(nested)
  }

  const addTable = (item: FlowTable): void => {
    addNotes(item.notes, { table: table + 1 })
    if (!laysOutPage(item)) {
      addGrid(item.rows)
      return
    }
    // Rows that wrap nothing are a grid of their own, say the metadata above an article.
    let plain: (readonly FlowCell[])[] = []
    const endPlain = (): void => {
      if (plain.some((row) => row.length > 1)) addGrid(plain)
      else for (const row of plain) for (const cell of row) add(cell.content)
      plain = []
    }
    for (const row of item.rows) {
      if (row.some(wraps)) {
        endPlain()
        for (const cell of row) add(cell.content)
      } else plain.push(row)
    }
    endPlain()
  }

  const add = (items: readonly Flow[]): void => {
    for (const item of items) {
      if (item.kind === 'paragraph') addParagraph(item)
      else addTable(item)
    }
  }

  add(flow)
  return { blocks, notes }
}

/** A cell's own text without its nested tables, one line a paragraph, without blank edges. */
function cellText(cell: FlowCell): string {
  return cell.content
    .flatMap((item) => (item.kind === 'paragraph' ? [item.text] : []))
    .join('\n')
    .trim()
}

function wraps(cell: FlowCell): boolean {
  return cell.content.some((item) => item.kind === 'table') || cellText(cell).length > LONGEST_CELL
}

/**
 * A table lays out a page where a single cell is all it has, an article stands in a cell, or its nested tables have
 * at least as many cells as it has itself; a figures table with a small one in a cell stays a grid.
 */
function laysOutPage(table: FlowTable): boolean {
  const cells = table.rows.flat()
  if (cells.length <= 1) return true
  if (cells.some((cell) => cellText(cell).length > LONGEST_CELL)) return true
  const own = cells.filter((cell) => !wraps(cell) && cellText(cell) !== '').length
  const nested = cells.reduce((sum, cell) => sum + nestedCells(cell), 0)
  return nested > 0 && nested >= own
}

function nestedCells(cell: FlowCell): number {
  return cell.content.reduce(
    (sum, item) =>
      item.kind === 'paragraph' ? sum : sum + item.rows.flat().reduce((inner, own) => inner + 1 + nestedCells(own), 0),
    0,
  )
}
