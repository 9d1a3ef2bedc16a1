import type { RowDefinition } from './rowDefinition'

/** Twips within which edges of different rows are one: rows that were dragged, or widths that were rounded. */
const TOLERANCE = 20

/** Where a row's cells stand on the grid of their table. */
export interface RowPlaces {
  /** Grid columns before the first cell. */
  readonly before: number
  /** Grid columns that each cell covers. */
  readonly spans: readonly number[]
}

/** Makes one grid of the edges of all rows of a table. A row without a definition has a column a cell. */
export function placeColumns(rows: readonly (RowDefinition | null)[]): RowPlaces[] {
  const edges = rows.map((row) => (row === null || row.cells.length === 0 ? null : ascending(row)))
  const columnOf = gridColumns(edges.filter((row) => row !== null))
  return edges.map((row) => {
    if (row === null) return { before: 0, spans: [] }
    const columns = row.map((edge) => columnOf.get(edge) ?? 0)
    const spans = columns.slice(1).map((column, index) => column - (columns[index] ?? 0))
    return { before: columns[0] ?? 0, spans }
  })
}

/** The edges of a row from left to right; a cell that has no width gets one. */
function ascending({ left, cells }: RowDefinition): number[] {
  const edges = [left]
  for (const { edge } of cells) edges.push(Math.max(edge, (edges.at(-1) ?? left) + 1))
  return edges
}

/** The grid column that each edge begins: edges that nearly meet are one, unless a cell lies between them. */
function gridColumns(rows: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const endsNarrowCell = new Set<number>()
  for (const row of rows)
    row.forEach((edge, index) => {
      if (index > 0 && edge - (row[index - 1] ?? 0) <= TOLERANCE) endsNarrowCell.add(edge)
    })
  const columns = new Map<number, number>()
  let column = -1
  let start = -Infinity
  for (const edge of [...new Set(rows.flat())].sort((one, other) => one - other)) {
    if (edge - start > TOLERANCE || endsNarrowCell.has(edge)) {
      column += 1
      start = edge
    }
    columns.set(edge, column)
  }
  return columns
}
