import type { LastFrame } from './aligned/columns'
import { alignedTables } from './aligned/tables'
import { furnitureOf } from './furniture'
import { joinParts, mayContinue } from './continuation'
import type { Line } from './lines'
import { linesOf } from './lines'
import type { PageContent } from './page'
import type { Column, TextParagraph } from './paragraphs'
import { beginParagraph, columnOf, continueParagraph, goesOn } from './paragraphs'
import { ruledTables } from './ruledTables'
import { struckOut } from './struckOut'
import { fillTable, isInTable } from './tableParts'
import type { TablePart } from './tableParts'

type Item = { readonly kind: 'line'; readonly line: Line } | { readonly kind: 'table'; readonly table: TablePart }
export type LaidOut =
  | { readonly kind: 'paragraph'; readonly paragraph: TextParagraph }
  | { readonly kind: 'table'; readonly table: TablePart }

/** Brings the pages into reading order: paragraphs and tables as they were before the text was broken into lines and pages. */
export function layOut(pages: readonly PageContent[]): LaidOut[] {
  const read = pages.map((page, index) => {
    const struck = struckOut(page)
    const tables = ruledTables(page).flatMap((table) => {
      const inside = page.glyphs.filter((glyph) => isInTable(table, glyph))
      const filled = fillTable(table, inside, struck, index + 1)
      return filled.cells.filter((cell) => `${cell.text}${cell.struck}` !== '').length > 1 ? [{ table, filled }] : []
    })
    const outside = page.glyphs.filter(
      (glyph) => !struck.has(glyph) && !tables.some(({ table }) => isInTable(table, glyph)),
    )
    return { page, lines: linesOf(outside), tables: tables.map(({ filled }) => filled) }
  })
  const furniture = furnitureOf(read)
  let frame: LastFrame | null = null
  const laidOut = read.map(({ lines, tables }, index) => {
    const own = lines.filter((line) => !furniture.has(line))
    const aligned = alignedTables(own, index + 1, frame)
    frame = aligned.frame
    return { lines: aligned.lines, tables: [...tables, ...aligned.tables] }
  })
  const flow = new Flow(columnOf(laidOut.flatMap(({ lines }) => lines)))
  for (const [index, { lines, tables }] of laidOut.entries()) {
    const items: Item[] = [
      ...lines.map((line): Item => ({ kind: 'line', line })),
      ...tables.map((table): Item => ({ kind: 'table', table })),
    ]
    flow.addPage(
      index + 1,
      items.sort((a, b) => topOf(a) - topOf(b)),
    )
  }
  return flow.items
}

function topOf(item: Item): number {
  return item.kind === 'line' ? item.line.box[1] : item.table.box[1]
}

class Flow {
  readonly items: LaidOut[] = []
  readonly #column: Column | null
  #last: { readonly line: Line; readonly page: number } | null = null

  constructor(column: Column | null) {
    this.#column = column
  }

  addPage(page: number, items: readonly Item[]): void {
    for (const [at, item] of items.entries())
      if (item.kind === 'line') this.#addLine(item.line, page)
      else this.#addTable(item.table, at === 0)
  }

  #addLine(line: Line, page: number): void {
    const open = this.items.at(-1)
    const last = this.#last
    if (open?.kind === 'paragraph' && last !== null && goesOn(last.line, line, this.#column, page !== last.page))
      continueParagraph(open.paragraph, line, page)
    else this.items.push({ kind: 'paragraph', paragraph: beginParagraph(line, page) })
    this.#last = { line, page }
  }

  #addTable(table: TablePart, isFirst: boolean): void {
    this.#last = null
    const before = this.items.at(-1)
    if (isFirst && before?.kind === 'table' && before.table.page !== table.page && mayContinue(before.table, table))
      this.items[this.items.length - 1] = { kind: 'table', table: joinParts(before.table, table) }
    else this.items.push({ kind: 'table', table })
  }
}
