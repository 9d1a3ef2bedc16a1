import type { ByteView } from '../byteView'
import { type CellDefinition, MOST_CELLS, type RowDefinition } from '../word/rowDefinition'
import { SPRM } from './sprms'

/** Takes over one modifier of a row ([MS-DOC] 2.9.321 TDefTableOperand and the modifiers after it); others than those of its cells' edges and merges change nothing. */
export function changeRow(row: RowDefinition, code: number, view: ByteView, at: number, length: number): void {
  const { cells } = row
  const first = view.u8(at)
  const limit = Math.min(view.u8(at + 1), cells.length)
  if (code === SPRM.tDefinition || code === SPRM.tDefinitionOld) define(row, code, view, at, length)
  else if (code === SPRM.tDelete) removeCells(row, first, limit)
  else if (code === SPRM.tInsert) insertCells(row, first, view.u8(at + 1), view.u16(at + 2))
  else if (code === SPRM.tWidth) setWidths(row, first, limit, view.u16(at + 2))
  else if (code === SPRM.tMerge) {
    for (let index = first + 1; index < limit; index += 1) setJoins(cells[index], true)
  } else if (code === SPRM.tSplit) {
    for (let index = first; index < limit; index += 1) setJoins(cells[index], false)
  } else if (code === SPRM.tVerticalMerge) {
    // VertMergeOperand: cell, then 0 none, 1 continues, 3 begins.
    const cell = cells[first]
    if (cell !== undefined) cell.vertical = vertical(view.u8(at + 1))
  }
}

function define(row: RowDefinition, code: number, view: ByteView, at: number, length: number): void {
  const count = Math.min(view.u8(at), MOST_CELLS)
  const size = code === SPRM.tDefinition ? 20 : 10
  const flagsAt = at + 1 + (count + 1) * 2
  row.left = view.i16(at + 1)
  row.cells.length = 0
  for (let index = 0; index < count; index += 1) {
    // Cells without a TC80 of their own, at the end, have no merges.
    const isThere = flagsAt + index * size + 2 <= at + length
    const flags = isThere ? view.u16(flagsAt + index * size) : 0
    row.cells.push({
      edge: view.i16(at + 3 + index * 2),
      joinsLeft: (flags & 0x0002) !== 0,
      vertical: size === 20 ? vertical((flags >> 5) & 3) : 'none',
    })
  }
}

const vertical = (flags: number): CellDefinition['vertical'] =>
  (flags & 2) !== 0 ? 'restart' : flags === 1 ? 'continue' : 'none'

function setJoins(cell: CellDefinition | undefined, joinsLeft: boolean): void {
  if (cell !== undefined) cell.joinsLeft = joinsLeft
}

function widthsOf({ left, cells }: RowDefinition): number[] {
  return cells.map(({ edge }, index) => edge - (cells[index - 1]?.edge ?? left))
}

function layOut({ left, cells }: RowDefinition, widths: readonly number[]): void {
  let edge = left
  cells.forEach((cell, index) => {
    edge += widths[index] ?? 0
    cell.edge = edge
  })
}

function removeCells(row: RowDefinition, first: number, limit: number): void {
  const widths = widthsOf(row)
  row.cells.splice(first, Math.max(0, limit - first))
  widths.splice(first, Math.max(0, limit - first))
  layOut(row, widths)
}

function insertCells(row: RowDefinition, first: number, count: number, width: number): void {
  const widths = widthsOf(row)
  const at = Math.min(first, MOST_CELLS)
  const upTo = Math.min(at + count, MOST_CELLS)
  // Beyond the last cell, those up to the first new one come with it.
  const from = Math.min(at, row.cells.length)
  const added = Array.from({ length: Math.max(0, upTo - from) }, (): CellDefinition => ({
    edge: 0,
    joinsLeft: false,
    vertical: 'none',
  }))
  row.cells.splice(from, 0, ...added)
  widths.splice(from, 0, ...added.map(() => width))
  row.cells.length = Math.min(row.cells.length, MOST_CELLS)
  layOut(row, widths)
}

function setWidths(row: RowDefinition, first: number, limit: number, width: number): void {
  layOut(
    row,
    widthsOf(row).map((own, index) => (index >= first && index < limit ? width : own)),
  )
}
