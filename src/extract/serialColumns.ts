import type { Block, Grid, GridCell } from '../readers/document'
import { hasHan, squash } from './normalise'
import { isBlankMark } from './numbers'

const HEAD = /^(?:顺?序号?|行次|编号|项次|栏次|行号|№|no\.?)$/iu
const LEAST_NUMBERS = 3
/** Numbers under a first column's blank head, which stand one before each row's label. */
const LEAST_UNNAMED = 5

/** Tables without the columns that number their rows, which the form does not have and whose numbers are no figures. */
export function withoutSerialColumns(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === 'table' ? withoutNumbers(block) : block))
}

function withoutNumbers(grid: Grid): Grid {
  const headed = grid.rows.flatMap((row, at) =>
    row.flatMap((cell) => (isHead(cell) ? numbered(grid.rows, at, cell) : [])),
  )
  const serial = new Set(headed.length > 0 ? headed : unnamed(grid.rows))
  return serial.size === 0 ? grid : { ...grid, rows: grid.rows.map((row) => row.filter((cell) => !serial.has(cell))) }
}

const isHead = ({ text, colspan }: GridCell): boolean => colspan === 1 && HEAD.test(squash(text))

/** A first column under a blank head with nothing in it but the numbers of the rows, each before a label; none where it is not so. */
function unnamed(rows: Grid['rows']): GridCell[] {
  const at = rows.findIndex(([cell]) => cell?.colspan === 1)
  const head = rows[at]?.[0]
  if (!head || !isBlankMark(head.text)) return []
  const found = numbered(rows, at, head)
  const own = new Set(found)
  const isOther = (cell: GridCell): boolean => cell.place.column === head.place.column && !own.has(cell)
  const numbers = rows.slice(at).filter(([cell]) => cell && own.has(cell) && !isBlankMark(cell.text))
  const isClear = rows
    .slice(at)
    .flat()
    .every((cell) => !isOther(cell) || isBlankMark(cell.text))
  return isClear && numbers.length >= LEAST_UNNAMED && numbers.every(([, next]) => hasHan(next?.text ?? ''))
    ? found
    : []
}

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
