import type { Flow, FlowTable } from '../flow'
import { mergeCells, newCell, newRow, type RawCell } from './merging'
import type { Numbering } from './numbering'
import { Story } from './story'
import { placeColumns } from './columns'
import type { RowDefinition } from './rowDefinition'

interface OpenRow {
  readonly cells: RawCell[]
  readonly definition: RowDefinition | null
  readonly deleted: boolean
}

/** A table while it is read, with the content of its open cell. */
class OpenTable {
  readonly #rows: OpenRow[] = []
  #cells: RawCell[] = []
  story = new Story()

  endCell(): void {
    this.#cells.push({ ...newCell(), content: this.story.content })
    this.story = new Story()
  }

  endRow(definition: RowDefinition | null, deleted: boolean): void {
    if (this.story.content.length > 0) this.endCell()
    // A row without a cell is none.
    if (this.#cells.length === 0) return
    this.#rows.push({ cells: this.#cells, definition, deleted: isDeleted(this.#cells, deleted) })
    this.#cells = []
  }

  /** The whole table; a row that did not end is kept as far as it goes. */
  close(): FlowTable {
    if (this.#cells.length > 0 || this.story.content.length > 0) this.endRow(null, false)
    const places = placeColumns(this.#rows.map(({ definition }) => definition))
    const rows = this.#rows.map(({ cells, definition, deleted }, index) => ({
      ...newRow(),
      before: places[index]?.before ?? 0,
      deleted,
      cells: cells.map((cell, at) => ({
        ...cell,
        colspan: places[index]?.spans[at] ?? 1,
        joinsLeft: definition?.cells[at]?.joinsLeft ?? false,
        vertical: definition?.cells[at]?.vertical ?? 'none',
      })),
    }))
    return mergeCells({ rows, notes: [] })
  }
}

/**
 * Whether a row is deleted: nothing is left in it, and its mark says so or something was deleted in every cell. LibreOffice writes the
 * change of a deleted row to the mark of the row above, where text is left.
 */
function isDeleted(cells: readonly RawCell[], byMark: boolean): boolean {
  const content = cells.map((cell) => cell.content)
  const isEmpty = content.flat().every((item) => item.kind === 'paragraph' && item.text.trim() === '')
  return isEmpty && (byMark || (cells.length > 0 && content.every(hasDeletion)))
}

function hasDeletion(content: readonly Flow[]): boolean {
  return content.some((item) => item.notes?.some(({ code }) => code === 'tracked-deletion') ?? false)
}

/** The text as its paragraphs say how many tables they stand in ([MS-DOC] 2.4.3 and 2.4.4). */
export class OpenTables {
  readonly #body = new Story()
  readonly #tables: OpenTable[] = []

  /** The story of a paragraph at this depth; tables within it end, and those that it needs begin. */
  storyAt(depth: number): Story {
    while (this.#tables.length > depth) this.#close()
    while (this.#tables.length < depth) this.#tables.push(new OpenTable())
    return this.#tables.at(-1)?.story ?? this.#body
  }

  endCell(): void {
    this.#tables.at(-1)?.endCell()
  }

  endRow(definition: RowDefinition | null, deleted: boolean): void {
    this.#tables.at(-1)?.endRow(definition, deleted)
  }

  /** All of the text. */
  finish(numbering: Numbering | null): readonly Flow[] {
    this.storyAt(0).end(numbering)
    return this.#body.content
  }

  #close(): void {
    const table = this.#tables.pop()
    if (table !== undefined) (this.#tables.at(-1)?.story ?? this.#body).add(table.close())
  }
}
