import type { Block, Grid, GridCell } from '../readers/document'
import { squash } from './normalise'
import { isBlankMark } from './numbers'

const HEAD = /^(?:序号|行次|编号|项次|行号)$/u
const LEAST_NUMBERS = 3

/** Tables without the columns that number their rows, which the form does not have and whose numbers are no figures. */
export function withoutSerialColumns(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === 'table' ? withoutNumbers(block) : block))
}

function withoutNumbers(grid: Grid): Grid {
  const serial = new Set(
    grid.rows.flatMap((row, at) => row.flatMap((cell) => (isHead(cell) ? numbered(grid.rows, at, cell) : []))),
  )
  return serial.size === 0 ? grid : { ...grid, rows: grid.rows.map((row) => row.filter((cell) => !serial.has(cell))) }
}

const isHead = ({ text, colspan }: GridCell): boolean => colspan === 1 && HEAD.test(squash(text))

/** A head with what stands under it, as far as that is 1, 2, 3, …; nothing where it is not. */
function numbered(rows: Grid['rows'], at: number, head: GridCell): GridCell[] {
  const found: GridCell[] = [head]
  let certain = 0
  let last = 0
  for (const row of rows.slice(at + 1)) {
    const cell = row.find(({ colspan, place }) => colspan === 1 && place.column === head.place.column)
    if (cell === undefined) continue
    const isNext = Number(squash(cell.text)) === last + 1
    if (!isNext && !isBlankMark(cell.text)) break
    found.push(cell)
    if (!isNext) continue
    last += 1
    certain = found.length
  }
  return last < LEAST_NUMBERS ? [] : found.slice(0, certain)
}
