import type { Head } from './heads'
import { nearestRow } from './labels'
import type { RowLabels } from './labels'
import type { AlignedTable } from './tables'
import { boxAround } from '../box'
import type { Box } from '../box'
import type { Run } from '../runs'
import { overlap } from '../runs'
import type { PartCell, TablePart } from '../tableParts'

/** What stands in a row's cells, by their columns. */
type RowTexts = ReadonlyMap<number, readonly Pick<Run, 'text' | 'box'>[]>

interface Row {
  readonly texts: RowTexts
  readonly base: number
  /** Whether the row has no cells but its label's, so that nobody takes it for one whose figures are blank. */
  readonly isOpen?: boolean
}

/** Lines of one side label are no farther from each other, as a part of the size. */
const LEADING = 1.8

/** The cells of a table without rulings, as a ruled one has them: heads, then rows, with a column each for side labels and labels. */
export function alignedPart(table: AlignedTable, page: number): TablePart {
  const { frame, heads, rows, labels } = table
  const headRows = headCells(table)
  const offset = frame.hasLabels ? 2 : 0
  const sides = sideLabels(rows, labels)
  const body = rows.map((row, at): Row => {
    const texts = new Map<number, readonly Run[]>()
    texts.set(0, sides[at] ?? [])
    if (offset > 0) texts.set(1, labels?.own[at] ?? [])
    for (const [column, { figures }] of table.columns.entries()) {
      const figure = figures[at]
      if (figure) texts.set(offset + column, [figure])
    }
    return { texts, base: row.base }
  })
  const bare = (labels?.bare ?? []).map((runs): Row => ({
    texts: new Map([[1, runs]]),
    base: runs[0]?.base ?? 0,
    isOpen: labels?.doubtful.has(runs) === true,
  }))
  const all = [...body, ...bare].sort((one, other) => one.base - other.base)
  const cells = all.flatMap((row, at) => rowCells(row, headRows.count + at, frame.lines, page))
  const boxes = [...heads.map((head) => head.box), ...cells.map((cell) => cell.box)]
  return {
    page,
    box: boxAround(boxes) ?? [0, 0, 0, 0],
    columns: frame.lines,
    rowCount: headRows.count + all.length,
    cells: [...headRows.cells.map((cell) => ({ ...cell, page })), ...cells],
  }
}

function rowCells({ texts, isOpen }: Row, row: number, lines: readonly number[], page: number): PartCell[] {
  const [, top, , bottom] = boxAround([...texts.values()].flat().map((run) => run.box)) ?? [0, 0, 0, 0]
  const [left = 0, end = 0] = [lines[0], lines.at(-1)]
  const words = [...texts.values()].flat().map((run) => run.text)
  if (isOpen === true) return [cellOf(words.join('\n'), row, 0, lines.length - 1, [left, top, end, bottom], page)]
  return lines.slice(1).map((right, column) => {
    const text = (texts.get(column) ?? []).map((run) => run.text).join('\n')
    return cellOf(text, row, column, 1, [lines[column] ?? right, top, right, bottom], page)
  })
}

function cellOf(text: string, row: number, column: number, colspan: number, box: Box, page: number): PartCell {
  return { row, column, rowspan: 1, colspan, text, page, box, overflows: false, struck: '' }
}

/** Heads in as many rows as stand over each other; those of the columns are the last row. */
function headCells({ heads, columns, frame }: AlignedTable): { readonly cells: PartCell[]; readonly count: number } {
  const count = heads.length === 0 ? 0 : Math.max(...heads.map((head) => head.level)) + 1
  const cells: PartCell[] = []
  const width = frame.lines.length - 1
  const spans = frame.lines.slice(1).map((right, at): Box => [frame.lines[at] ?? right, 0, right, 0])
  const offset = frame.hasLabels ? 2 : 0
  for (const head of heads) {
    const own = columns.findIndex((column) => column.heads.includes(head))
    const row = own < 0 ? head.level : count - 1
    const [from, to] = own < 0 ? spanOf(head, spans, offset) : [own + offset, own + offset]
    const same = cells.find((cell) => cell.row === row && cell.column <= to && from < cell.column + cell.colspan)
    if (same) {
      same.text += `\n${head.text}`
      continue
    }
    cells.push(cellOf(head.text, row, from, to - from + 1, head.box, 0))
  }
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < width; column += 1) {
      const isTaken = cells.some(
        (cell) => cell.row === row && cell.column <= column && column < cell.column + cell.colspan,
      )
      const over = cells.find((cell) => cell.row === row)?.box ?? [0, 0, 0, 0]
      const span = spans[column] ?? [0, 0, 0, 0]
      if (!isTaken) cells.push(cellOf('', row, column, 1, [span[0], over[1], span[2], over[3]], 0))
    }
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), count }
}

/** The columns that a head stands over; over the labels it stands over both their columns. */
function spanOf(head: Head, spans: readonly Box[], offset: number): readonly [number, number] {
  const own = spans.map((box) => overlap(head, { box }))
  const over = own.flatMap((shared, at) => (shared > 1 ? [at] : []))
  const [from = 0, to = from] = [over[0], over.at(-1)]
  return from < offset ? [0, Math.max(to, offset - 1)] : [from, to]
}

/** Of each row the side labels that begin there, or that have their middle there. */
function sideLabels(rows: AlignedTable['rows'], labels: RowLabels | null): readonly (readonly Run[])[] {
  const found = rows.map((): Run[] => [])
  const open: Run[][] = []
  for (const run of [...(labels?.sides ?? [])].sort((a, b) => a.base - b.base || a.box[0] - b.box[0])) {
    const label = open.find((runs) => {
      const last = runs.at(-1)
      return last && overlap(last, run) > 0 && run.base > last.base && run.base - last.base <= LEADING * run.size
    })
    if (label) label.push(run)
    else open.push([run])
  }
  for (const label of open.sort((a, b) => (a[0]?.box[0] ?? 0) - (b[0]?.box[0] ?? 0))) {
    const [first, last] = [label[0]?.base ?? 0, label.at(-1)?.base ?? 0]
    const begun = rows.filter((row) => row.base <= first + row.size / 2).length - 1
    found[labels?.isTop === true ? Math.max(0, begun) : nearestRow(rows, (first + last) / 2)]?.push(...label)
  }
  return found
}
