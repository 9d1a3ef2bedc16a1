import type { Place } from '../report/place'
import type { Block, SourceDocument } from './document'
import type { Flow, FlowCell, FlowNote, FlowParagraph, FlowTable } from './flow'
import { placeCells } from './grid'

/** A cell longer than this holds an article, not a figure or a label: its table lays out a page. */
const LONGEST_CELL = 1000

const LONGEST_NOTE = 80

type Rows = readonly (readonly FlowCell[])[]

/**
 * Brings nested markup into reading order: paragraphs of one line each, tables as grids numbered from 1.
 * A table that only lays out a page (it wraps other tables or whole articles) gives its content, not itself.
 */
export function flatten(flow: readonly Flow[]): Pick<SourceDocument, 'blocks' | 'notes'> {
  const flattener = new Flattener()
  flattener.add(flow)
  return flattener
}

class Flattener {
  readonly blocks: Block[] = []
  readonly notes: SourceDocument['notes'][number][] = []
  readonly #texts = new Map<FlowCell, string>()
  #line = 0
  #table = 0

  add(items: readonly Flow[]): void {
    for (const item of items) {
      if (item.kind === 'paragraph') this.#addParagraph(item)
      else this.#addTable(item)
    }
  }

  #addNotes(found: readonly FlowNote[] | undefined, place: Place): void {
    for (const { code, params } of found ?? []) {
      const last = this.notes.at(-1)
      if (last?.code === code && isSamePlace(last.place, place)) {
        // Changes come run by run; a place has one note of each kind.
        const text = `${String(last.params['text'] ?? '')}${String(params['text'] ?? '')}`.slice(0, LONGEST_NOTE)
        this.notes[this.notes.length - 1] = { code, place, params: text === '' ? params : { text } }
      } else this.notes.push({ code, params, place })
    }
  }

  #addParagraph({ text, role, notes }: FlowParagraph): void {
    this.#addNotes(notes, { line: this.#line + 1 })
    for (const line of text.split('\n')) {
      this.#line += 1
      const place = { line: this.#line }
      this.blocks.push({ kind: 'paragraph', text: line, place, ...(role === undefined ? {} : { role }) })
    }
  }

  #addTable({ rows: written, notes }: FlowTable): void {
    this.#addNotes(notes, { table: this.#table + 1 })
    const rows = written.map((row) => row.map(unwrapped))
    if (!this.#laysOutPage(rows)) {
      this.#addGrid(rows)
      return
    }
    // Rows that wrap nothing are a grid of their own, say the metadata above an article.
    let plain: (readonly FlowCell[])[] = []
    const endPlain = (): void => {
      if (plain.some((row) => row.length > 1)) this.#addGrid(plain)
      else for (const row of plain) for (const cell of row) this.#addContent(cell)
      plain = []
    }
    for (const row of rows) {
      if (row.some((cell) => this.#wraps(cell))) {
        endPlain()
        for (const cell of row) this.#addContent(cell)
      } else plain.push(row)
    }
    endPlain()
  }

  #addContent(cell: FlowCell): void {
    this.#addNotes(cell.notes, { line: this.#line + 1 })
    this.add(cell.content)
  }

  #addGrid(rows: Rows): void {
    this.#table += 1
    const table = this.#table
    const nested: Flow[] = []
    const placed = placeCells(rows).map((row) =>
      row.map(({ cell, row: y, column, colspan, rowspan }) => {
        const place = { table, row: y + 1, column: column + 1 }
        this.#addNotes(cell.notes, place)
        for (const item of cell.content) {
          if (item.kind === 'table') nested.push(item)
          else this.#addNotes(item.notes, place)
        }
        return { text: this.#text(cell), colspan, rowspan, place }
      }),
    )
    this.blocks.push({ kind: 'table', table, rows: placed })
    this.add(nested)
  }

  /** A cell's own text without its nested tables, one line a paragraph, without blank edges. */
  #text(cell: FlowCell): string {
    const known = this.#texts.get(cell)
    if (known !== undefined) return known
    let text = ''
    for (const item of cell.content) if (item.kind === 'paragraph') text += text === '' ? item.text : `\n${item.text}`
    text = text.trim()
    this.#texts.set(cell, text)
    return text
  }

  #wraps(cell: FlowCell): boolean {
    return this.#text(cell).length > LONGEST_CELL || cell.content.some((item) => item.kind === 'table')
  }

  /**
   * A table lays out a page where a single cell is all it has, an article stands in a cell, or its nested tables have
   * at least as many cells as it has itself; a figures table with a small one in a cell stays a grid.
   */
  #laysOutPage(rows: Rows): boolean {
    let cells = 0
    let own = 0
    let nested = 0
    for (const row of rows) {
      for (const cell of row) {
        if (this.#text(cell).length > LONGEST_CELL) return true
        cells += 1
        const inside = nestedCells(cell)
        if (inside > 0) nested += inside
        else if (this.#text(cell) !== '') own += 1
      }
    }
    return cells <= 1 || (nested > 0 && nested >= own)
  }
}

/** A cell that holds nothing but a table of one cell holds what that cell holds. */
function unwrapped(cell: FlowCell): FlowCell {
  let content = cell.content
  const notes = [...(cell.notes ?? [])]
  for (;;) {
    const said = content.filter((item) => item.kind === 'table' || item.text.trim() !== '' || item.notes !== undefined)
    const [only] = said
    if (said.length !== 1 || only?.kind !== 'table' || only.rows.length !== 1) break
    const inner = only.rows[0]
    if (inner?.length !== 1 || inner[0] === undefined) break
    notes.push(...(only.notes ?? []), ...(inner[0].notes ?? []))
    content = inner[0].content
  }
  return content === cell.content ? cell : { ...cell, content, notes }
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.table === other.table && one.row === other.row && one.column === other.column && one.line === other.line
}

function nestedCells(cell: FlowCell): number {
  let count = 0
  for (const item of cell.content) {
    if (item.kind === 'table') for (const row of item.rows) for (const own of row) count += 1 + nestedCells(own)
  }
  return count
}
