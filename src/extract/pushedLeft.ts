import { isBlankMark, readCell } from './numbers'
import type { SourceCell } from './sourceRow'

const SURE = 2

/**
 * Which rows of a grid lost empty cells and were filled up at their ends, as word processors do with a page's short rows: figures stand under others' heads
 * there. Told by rows whose last figure is the sum of those before it although cells stand empty behind it; one coincidence does not tell.
 */
export function pushedLeft<Row>(rows: ReadonlyMap<Row, readonly SourceCell[]>): ReadonlySet<Row> {
  const ends = new Map<Row, readonly SourceCell[]>()
  for (const [row, cells] of rows) {
    const filled = cells.filter((cell) => !isBlankMark(cell.text))
    if (filled.length === cells.length || filled.length === 0) continue
    // A blank between figures is a cell that was not lost.
    if (filled.some((cell, at) => cell !== cells[at])) return new Set()
    ends.set(row, filled)
  }
  const telling = [...ends.values()].filter(endsInItsSum).length
  const lengths = new Set([...ends.values()].map((filled) => filled.length))
  return telling >= SURE || (telling > 0 && lengths.size > 1) ? new Set(ends.keys()) : new Set()
}

function endsInItsSum(filled: readonly SourceCell[]): boolean {
  const figures = filled.map((cell) => {
    const reading = readCell(cell.text, 'count')
    return reading.kind === 'number' ? reading.value : NaN
  })
  const last = figures.at(-1) ?? 0
  return figures.length > 1 && last > 0 && figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0) === last
}
