import type { Box } from './box'
import type { PageContent, Ruling } from './page'
import { gridLines, isDrawn, joinRulings, netsOf } from './walls'

/** A cell of a drawn grid, by its 0-based lines. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly box: Box
}

/** A grid as its rulings draw it: cells of one or more fields, where no ruling parts them. */
export interface RuledTable {
  readonly box: Box
  /** Where its columns begin, and the last ends. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly cells: readonly RuledCell[]
}

/** Fields of a grid beyond which it is no table of a report. */
const MOST_FIELDS = 20_000

/** The grids that a page draws; what has one cell only is a frame, and none. */
export function ruledTables({ across, down }: Pick<PageContent, 'across' | 'down'>): RuledTable[] {
  return netsOf(joinRulings(across), joinRulings(down))
    .flatMap((net) => {
      const columns = gridLines(net.down, net.across)
      const rows = gridLines(net.across, net.down)
      const fields = (columns.length - 1) * (rows.length - 1)
      if (columns.length < 2 || rows.length < 2 || fields < 2 || fields > MOST_FIELDS) return []
      const cells = mergeFields(columns, rows, net.across, net.down)
      const [left = 0, top = 0] = [columns[0], rows[0]]
      const box: Box = [left, top, columns.at(-1) ?? left, rows.at(-1) ?? top]
      return cells.length > 1 ? [{ box, columns, rows, cells }] : []
    })
    .sort((one, other) => one.box[1] - other.box[1])
}

/** Joins fields to cells: to the right as far as no ruling parts them, then down as far as the whole breadth is open. */
function mergeFields(
  columns: readonly number[],
  rows: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): RuledCell[] {
  const width = columns.length - 1
  const height = rows.length - 1
  const x = (column: number): number => columns[column] ?? 0
  const y = (row: number): number => rows[row] ?? 0
  const wallRight = fields(height, width, (row, column) => isDrawn(down, x(column + 1), y(row), y(row + 1)))
  const wallBelow = fields(height, width, (row, column) => isDrawn(across, y(row + 1), x(column), x(column + 1)))
  const taken = fields(height, width, () => false)
  const cells: RuledCell[] = []
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      if (taken[row]?.[column] !== false) continue
      let end = column + 1
      while (end < width && wallRight[row]?.[end - 1] === false && taken[row]?.[end] === false) end += 1
      let bottom = row + 1
      while (bottom < height && isOpen(bottom, column, end)) bottom += 1
      for (let at = row; at < bottom; at += 1) taken[at]?.fill(true, column, end)
      const box: Box = [x(column), y(row), x(end), y(bottom)]
      cells.push({ row, column, rowspan: bottom - row, colspan: end - column, box })
    }
  return cells

  function isOpen(row: number, from: number, to: number): boolean {
    for (let column = from; column < to; column += 1) {
      if (wallBelow[row - 1]?.[column] !== false || taken[row]?.[column] !== false) return false
      if (column < to - 1 && wallRight[row]?.[column] !== false) return false
    }
    const closedRight = to === columns.length - 1 || wallRight[row]?.[to - 1] !== false
    const closedLeft = from === 0 || wallRight[row]?.[from - 1] !== false
    return closedRight && closedLeft
  }
}

function fields(height: number, width: number, of: (row: number, column: number) => boolean): boolean[][] {
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => of(row, column)))
}
