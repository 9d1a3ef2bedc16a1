import { isFigures } from './figures'
import type { PartCell, TablePart } from './tableParts'

/** How far the sides of a table may be apart on two pages. */
const ASIDE = 8
/** Column lines of two pages nearer than this are one. */
const NEAR = 4.5
/** Rows of a head that is printed again. */
const LONGEST_HEAD = 8

/** How a row of the form begins; a label that runs over a page does not begin so again. */
const BEGINS_ROW = /^(?:[一二三四五六七八九十]\s*、|[（(]\s*[一二三四五六七八九十]\s*[)）]|\d{1,2}\s*[.．、]|第.+项$)/u

/** Whether a table on the next page may be the rest of this one: as wide, in the same place. */
export function mayContinue(one: TablePart, next: TablePart): boolean {
  const [left, right] = [one.columns[0] ?? 0, one.columns.at(-1) ?? 0]
  const [nextLeft, nextRight] = [next.columns[0] ?? 0, next.columns.at(-1) ?? 0]
  return Math.abs(left - nextLeft) <= ASIDE && Math.abs(right - nextRight) <= ASIDE
}

/** Joins a table with its rest from the next page: without the head printed again, a row that the break parts made whole. */
export function joinParts(first: TablePart, rest: TablePart): TablePart {
  const columns = mergedLines(first.columns, rest.columns)
  const upper = first.cells.map((cell) => onColumns(cell, first.columns, columns))
  const head = repeatedRows(first, rest)
  const lower = rest.cells
    .filter((cell) => cell.row >= head)
    .map((cell) => onColumns({ ...cell, row: cell.row - head }, rest.columns, columns))
  const height = first.rowCount
  const lowest = rowAt(upper, height - 1)
  const highest = rowAt(lower, 0)
  const parted = isParted(lowest, highest)
  const kept: PartCell[] = []
  for (const cell of lower) {
    const above = cell.row === 0 ? cellOver(lowest, cell) : undefined
    if (above && (parted || goesOn(above, cell))) {
      const span = cell.row + cell.rowspan + height - (parted ? 1 : 0)
      above.rowspan = Math.max(above.rowspan, span - above.row)
      append(above, cell)
    } else kept.push({ ...cell, row: cell.row + height - (parted ? 1 : 0) })
  }
  return {
    page: first.page,
    box: first.box,
    columns,
    rowCount: height + rest.rowCount - head - (parted ? 1 : 0),
    cells: [...upper, ...kept].sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** The cells that reach into a row. */
function rowAt(cells: readonly PartCell[], row: number): PartCell[] {
  return cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowspan)
}

function cellOver(row: readonly PartCell[], below: PartCell): PartCell | undefined {
  return row.find((cell) => cell.column === below.column && cell.colspan === below.colspan)
}

/**
 * Whether two rows are one that the page's end parts: their cells stand under each other, none has a figure in both, and
 * the second begins no row of its own.
 */
function isParted(upper: readonly PartCell[], lower: readonly PartCell[]): boolean {
  if (upper.length < 2 || lower.length !== upper.length) return false
  const pairs = lower.map((cell) => ({ cell, above: cellOver(upper, cell) }))
  if (pairs.some(({ above }) => above === undefined)) return false
  const said = lower.filter((cell) => cell.text !== '')
  if (said.length === 0 || upper.every((cell) => cell.text === '')) return true
  if (said.some((cell) => cell.rowspan === 1 && BEGINS_ROW.test(cell.text))) return false
  const figures = (cells: readonly PartCell[]): number => cells.filter((cell) => isFigures(cell.text)).length
  const clash = pairs.some(
    ({ cell, above }) =>
      cell.text !== '' && above?.text !== '' && (isFigures(cell.text) || isFigures(above?.text ?? '')),
  )
  if (clash) return false
  // Words go on under words beside figures that do not, or figures stand under nothing beside a label.
  const words = said.filter((cell) => !isFigures(cell.text))
  if (figures(lower) === 0) return figures(upper) > 0
  return figures(upper) === 0 && words.length === 0
}

/** Whether a label beside several rows goes on over the page's end: nothing, or more of its words, stands under it. */
function goesOn(above: PartCell, cell: PartCell): boolean {
  if (above.rowspan < 2 && cell.rowspan < 2) return false
  return cell.text === '' && !isFigures(above.text)
}

function append(above: PartCell, cell: PartCell): void {
  above.struck += cell.struck
  if (cell.text === '') return
  if (above.text === '') {
    above.text = cell.text
    above.page = cell.page
    above.box = cell.box
  } else above.text += `\n${cell.text}`
  above.overflows ||= cell.overflows
}

/** How many rows at the top of the rest repeat the table's own first rows. */
function repeatedRows(first: TablePart, rest: TablePart): number {
  const rowText = (part: TablePart, row: number): string =>
    part.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text.replace(/\s/gu, ''))
      .join('|')
  let count = 0
  while (count < Math.min(LONGEST_HEAD, first.rowCount, rest.rowCount)) {
    const text = rowText(first, count)
    if (!/\p{L}/u.test(text) || text !== rowText(rest, count)) break
    count += 1
  }
  return count
}

function mergedLines(one: readonly number[], other: readonly number[]): number[] {
  const lines: number[] = []
  for (const at of [...one, ...other].sort((a, b) => a - b))
    if (lines.length === 0 || at - (lines.at(-1) ?? 0) > NEAR) lines.push(at)
  return lines
}

function onColumns(cell: PartCell, own: readonly number[], columns: readonly number[]): PartCell {
  const indexOf = (line: number): number => {
    const at = own[line] ?? 0
    const later = columns.findIndex((column) => column > at + NEAR / 2)
    return (later < 0 ? columns.length : later) - 1
  }
  const column = Math.max(0, indexOf(cell.column))
  const end = Math.max(column + 1, indexOf(cell.column + cell.colspan))
  return { ...cell, column, colspan: end - column }
}
