import { REQUEST_COLUMNS } from '../form/requests'
import type { RequestColumn } from '../form/requests'
import { labelCore, letters } from './normalise'
import { isBlankMark, isValueText } from './numbers'
import { likeness } from './similarity'
import { partRow } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

/** Which column of table 三 each value cell belongs to. */
export interface ColumnPlan {
  /** Columns of the form in the order in which the source has them. */
  readonly order: readonly RequestColumn[]
  readonly headSeen: boolean
  /** Grid columns of the value cells, by ordinal of the grid; absent where they cannot be told. */
  readonly positions: ReadonlyMap<number, readonly number[]>
}

const HEADS: readonly (readonly [string, RequestColumn])[] = [
  ['自然人', 'natural'],
  ['公民', 'natural'],
  ['商业企业', 'business'],
  ['科研机构', 'research'],
  ['社会公益组织', 'nonprofit'],
  ['法律服务机构', 'legal'],
  ['其他', 'other'],
  ['其它', 'other'],
  ['总计', 'total'],
  ['合计', 'total'],
]
const OVER = ['申请人情况', '法人或其他组织', '法人或者其他组织', '法人和其他组织', '法人及其他组织']
const LEAVES = ['商业企业', '科研机构', '社会公益组织', '法律服务机构'] as const
const NATURAL = '自然人'
const LEAST_ALIKE = 0.6

function columnOf(text: string): RequestColumn | null {
  const core = labelCore(text)
  let best: { column: RequestColumn; score: number } | null = null
  for (const [head, column] of HEADS) {
    const score = likeness(core, head, LEAST_ALIKE)
    if (score > (best?.score ?? 0)) best = { column, score }
  }
  return best?.column ?? null
}

/** Whether a row is head and no data: it names applicants, and has no figure. */
export function isRequestsHead(row: SourceRow): boolean {
  const { values } = partRow(row)
  if (!values.every((cell) => isBlankMark(cell.text))) return false
  const cores = row.cells.map((cell) => labelCore(cell.text)).filter((core) => core !== '')
  if (cores.some((core) => OVER.includes(core) || core.includes('本列数据的勾稽关系'))) return true
  const named = cores.filter((core) =>
    HEADS.some(([head]) => head === core || (core.length >= 2 && head.includes(core))),
  )
  return named.length >= 2 && named.length * 2 > cores.length
}

/** Finds the columns of table 三 from its head, and where its value cells stand, grid by grid. */
export function planColumns(rows: readonly SourceRow[]): ColumnPlan {
  const heads = rows.filter(isRequestsHead)
  const positions = new Map<number, readonly number[]>()
  for (const grid of new Set(rows.map((row) => row.grid))) {
    const found = grid === 0 ? null : usualPositions(rows.filter((row) => row.grid === grid && !heads.includes(row)))
    if (found) positions.set(grid, found)
  }
  const inText = rows.find((row) => row.grid === 0 && row.cells.some((cell) => cell.text.includes(NATURAL)))
  if (heads.length === 0 && inText) {
    const words = inText.cells.slice(0, inText.valuesFrom).map((cell) => letters(cell.text))
    return { order: orderInText(words.join(' ')) ?? REQUEST_COLUMNS, headSeen: true, positions }
  }
  const first = heads[0]
  const order =
    first === undefined
      ? null
      : orderOf(
          heads.filter((row) => row.grid === first.grid),
          positions.get(first.grid),
        )
  return { order: order ?? REQUEST_COLUMNS, headSeen: heads.length > 0, positions }
}

/** The columns that most rows of a grid have their last seven cells in, where these are figures or blanks. */
function usualPositions(rows: readonly SourceRow[]): readonly number[] | null {
  const counts = new Map<string, { columns: readonly number[]; count: number }>()
  let eligible = 0
  for (const row of rows) {
    let cells: readonly SourceCell[] = row.cells
    while (cells.length > 8 && !isValueText(cells.at(-1)?.text ?? '')) cells = cells.slice(0, -1)
    const last = cells.slice(-7)
    if (cells.length < 8 || !last.every((cell) => isValueText(cell.text) && cell.from !== undefined)) continue
    eligible += 1
    const columns = last.map((cell) => cell.from ?? 0)
    const key = columns.join(' ')
    counts.set(key, { columns, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0]
  return best && best.count * 2 > eligible && best.count > 1 ? best.columns : null
}

/** The columns as the head names them, where it names all and stands straight over the figures; else the form's. */
function orderOf(
  heads: readonly SourceRow[],
  positions: readonly number[] | undefined,
): readonly RequestColumn[] | null {
  const cells = heads.flatMap((row) => row.cells)
  if (positions === undefined) return orderInText(cells.map((cell) => letters(cell.text)).join(' '))
  const named = positions.map((column) => {
    const over = cells.filter(
      (cell) =>
        cell.from !== undefined &&
        cell.to !== undefined &&
        cell.from <= column &&
        column <= cell.to &&
        !isOver(cell.text),
    )
    return columnOf(over.map((cell) => cell.text).join(''))
  })
  const order = named.filter((column): column is RequestColumn => column !== null)
  return new Set(order).size === positions.length && order.length === positions.length ? order : null
}

function isOver(text: string): boolean {
  const core = labelCore(text)
  return core.includes('勾稽关系') || OVER.includes(core)
}

/** Text has no columns: the order of the four named kinds of organisation is all that it shows. */
function orderInText(text: string): readonly RequestColumn[] | null {
  const found = LEAVES.map((leaf) => ({ leaf, at: text.indexOf(leaf) }))
  if (found.some(({ at }) => at < 0)) return null
  const leaves = found.sort((a, b) => a.at - b.at).flatMap(({ leaf }) => columnOf(leaf) ?? [])
  return ['natural', ...leaves, 'other', 'total']
}
