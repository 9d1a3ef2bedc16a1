import { isBlankMark, isValueText } from './numbers'
import { isLabel, partRow } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

/** Where the rows of one grid end and where their value cells stand. */
export interface GridShape {
  /** Columns of the value cells, left to right; `null` where the rows do not agree on any. */
  readonly positions: readonly number[] | null
  /** The last column, where nearly all rows reach it; `null` where rows end all over. */
  readonly width: number | null
  /** Whether nearly all rows with figures have them in these columns, so that spans can be believed. */
  readonly reliable: boolean
  /** Builds of the rows that hold labels and then, from a figure on, all their values: nothing is lost from such rows. */
  readonly whole: ReadonlySet<string>
  /** The last column that holds the label of a row as wide as the grid; 0 where none does. */
  readonly labelsEnd: number
}

const REGULAR = 0.8
const RELIABLE = 0.9
const LEAST_ROWS = 4
const HEAD_BONUS = 2

const endOf = (row: SourceRow): number => Math.max(0, ...row.cells.map((cell) => cell.to ?? 0))

/** The last column that at least four in five rows of a grid reach exactly. */
export function gridWidth(rows: readonly SourceRow[]): number | null {
  if (rows.length < LEAST_ROWS || rows.some((row) => row.grid === 0)) return null
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(endOf(row), (counts.get(endOf(row)) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] >= rows.length * REGULAR ? best[0] : null
}

/** Whether a row of a regular grid ends before the others do: a cell of it is lost. */
export function isShort(row: SourceRow, width: number | null): boolean {
  return width !== null && endOf(row) < width
}

/** Whether a row ends where nearly all rows of its grid do. */
export function isRegular(row: SourceRow, width: number | null): boolean {
  return endOf(row) === width
}

/** The last column of the labels for which `names` holds, over the rows that are as wide as the grid. */
export function endOfLabels(
  rows: readonly SourceRow[],
  width: number | null,
  names: (label: string) => boolean,
): number {
  const own = rows.flatMap((row) => (isRegular(row, width) ? (partRow(row).labels.at(-1) ?? []) : []))
  return Math.max(0, ...own.map((cell) => (names(cell.text) ? (cell.to ?? 0) : 0)))
}

/** How many labels a row has, and how many cells. */
export function buildOf(row: SourceRow): string {
  return `${String(partRow(row).labels.length)} ${String(row.cells.length)}`
}

/** Builds of the rows whose values are `count` and begin with a figure. */
export function wholeBuilds(rows: readonly SourceRow[], count: number): ReadonlySet<string> {
  const whole = rows.filter((row) => {
    const { values } = partRow(row)
    return values.length === count && values[0] !== undefined && !isBlankMark(values[0].text)
  })
  return new Set(whole.map(buildOf))
}

/** The columns in which most rows have `count` figures or blanks, with labels before them and no figure after. */
export function valuePositions(
  rows: readonly SourceRow[],
  count: number,
  heads: readonly number[] | null,
): Pick<GridShape, 'positions' | 'reliable'> {
  const candidates = new Map<string, readonly number[]>()
  const add = (columns: readonly number[]): void => {
    if (columns.length === count) candidates.set(columns.join(' '), columns)
  }
  if (heads) add(heads)
  for (const row of rows) {
    const columns = row.cells.flatMap((cell) => cell.from ?? [])
    for (let spare = 0; spare <= 2; spare += 1) {
      const end = row.cells.length - spare
      if (end > count && (spare === 0 || isBlankMark(row.cells[end]?.text ?? ''))) add(columns.slice(end - count, end))
    }
  }
  let best: readonly number[] | null = null
  let bestScore = 1
  for (const columns of candidates.values()) {
    const score = rows.filter((row) => stands(row, columns)).length + (columns === heads ? HEAD_BONUS : 0)
    if (score > bestScore) {
      best = columns
      bestScore = score
    }
  }
  if (best === null) return { positions: null, reliable: false }
  const columns = best
  const standing = rows.filter((row) => stands(row, columns)).length
  return { positions: columns, reliable: standing >= rows.filter((row) => row.cells.length > count).length * RELIABLE }
}

/** Whether a row has exactly the value cells in these columns. */
function stands(row: SourceRow, columns: readonly number[]): boolean {
  const first = columns[0] ?? 0
  const last = columns.at(-1) ?? 0
  const figure = (cell: SourceCell): boolean => isValueText(cell.text) && !isBlankMark(cell.text)
  const own = row.cells.filter((cell) => cell.from !== undefined && columns.includes(cell.from))
  if (own.length !== columns.length || own.some(isLabel)) return false
  return row.cells.every((cell) => {
    const from = cell.from ?? 0
    return from < first || from > last ? !figure(cell) : columns.includes(from)
  })
}
