import type { Box } from './box'
import { holdsPoint, middle } from './box'
import { textOf } from './lines'
import type { Glyph } from './page'
import type { RuledCell, RuledTable } from './ruledTables'

/** A cell with what it says. */
export interface PartCell {
  row: number
  column: number
  rowspan: number
  colspan: number
  text: string
  page: number
  box: Box
  /** Whether a figure runs over its border, so that whose digits they are is not certain. */
  overflows: boolean
  /** What is struck out in it, and no part of its text. */
  struck: string
}

/** The part of a table that stands on one page, or of several once they are joined. */
export interface TablePart {
  readonly page: number
  readonly box: Box
  readonly columns: readonly number[]
  readonly rowCount: number
  readonly cells: PartCell[]
}

/** Parts of a digit's breadth within which a ruling cuts it. */
const CUT = 0.2
/** Digits nearer than this over a ruling are one figure. */
const TOUCHING = 0.06
/** Digits beside rulings up to which each is compared with each. */
const MOST_EDGES = 3000

/** Puts the glyphs into the cells that hold their middles. */
export function fillTable(
  table: RuledTable,
  glyphs: readonly Glyph[],
  struck: ReadonlySet<Glyph>,
  page: number,
): TablePart {
  const fieldOf = new Map<string, number>()
  for (const [index, cell] of table.cells.entries())
    for (let row = cell.row; row < cell.row + cell.rowspan; row += 1)
      for (let column = cell.column; column < cell.column + cell.colspan; column += 1)
        fieldOf.set(`${String(row)} ${String(column)}`, index)
  const held = table.cells.map((): Glyph[] => [])
  for (const glyph of glyphs) {
    const [x, y] = middle(glyph.box)
    const index = fieldOf.get(`${String(between(table.rows, y))} ${String(between(table.columns, x))}`)
    if (index !== undefined) held[index]?.push(glyph)
  }
  const overflowing = overflows(table.cells, held)
  return {
    page,
    box: table.box,
    columns: table.columns,
    rowCount: table.rows.length - 1,
    cells: table.cells.map(({ row, column, rowspan, colspan, box }, index) => ({
      row,
      column,
      rowspan,
      colspan,
      text: textOf((held[index] ?? []).filter((glyph) => !struck.has(glyph))),
      struck: textOf((held[index] ?? []).filter((glyph) => struck.has(glyph))),
      page,
      box,
      overflows: overflowing.has(index),
    })),
  }
}

export function isInTable(table: RuledTable, glyph: Glyph): boolean {
  return holdsPoint(table.box, ...middle(glyph.box))
}

/** The last line at or before a place. */
function between(lines: readonly number[], at: number): number {
  let [low, high] = [0, lines.length - 2]
  while (low < high) {
    const half = (low + high + 1) >> 1
    if ((lines[half] ?? 0) <= at) low = half
    else high = half - 1
  }
  return low
}

/** Cells with a digit that a side of the cell cuts, or that goes on in the next cell without a gap. */
function overflows(cells: readonly RuledCell[], held: readonly (readonly Glyph[])[]): Set<number> {
  const found = new Set<number>()
  const edges: { readonly index: number; readonly glyph: Glyph }[] = []
  for (const [index, { box }] of cells.entries())
    for (const glyph of held[index] ?? []) {
      if (glyph.turn !== 0 || !/\d/u.test(glyph.text)) continue
      const [left, , right] = glyph.box
      const margin = CUT * (right - left)
      if (left < box[0] - margin || right > box[2] + margin) found.add(index)
      if (left < box[0] + glyph.size / 2 || right > box[2] - glyph.size / 2) edges.push({ index, glyph })
    }
  if (edges.length > MOST_EDGES) return new Set(edges.map(({ index }) => index))
  for (const one of edges)
    for (const other of edges) {
      if (one.index === other.index) continue
      const level = Math.abs(one.glyph.box[3] - other.glyph.box[3]) < 0.2 * one.glyph.size
      const gap = other.glyph.box[0] - one.glyph.box[2]
      const touches = Math.abs(gap) < TOUCHING * one.glyph.size || (gap < 0 && other.glyph.box[0] > one.glyph.box[0])
      if (level && touches && gap > -one.glyph.size / 2) found.add(one.index).add(other.index)
    }
  return found
}
