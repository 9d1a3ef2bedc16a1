import { REQUEST_COLUMNS } from '../form/requests'
import type { RequestColumn } from '../form/requests'
import { hasHan, labelCore, letters, squash } from './normalise'
import { endOfLabels, gridWidth, valuePositions, wholeBuilds } from './gridShape'
import type { GridShape } from './gridShape'
import { isBlankMark } from './numbers'
import { likeness } from './similarity'
import { exactRequestRow } from './requestLabels'
import { partRow } from './sourceRow'
import type { SourceCell, SourceRow } from './sourceRow'

/** Which column of table 三 each value cell belongs to. */
export interface ColumnPlan {
  /** Columns of the form in the order in which the source has them. */
  readonly order: readonly RequestColumn[]
  readonly headSeen: boolean
  /** Whether the order comes from halves of heads that a PDF's lines mix: then it is not to be trusted. */
  readonly isMixed: boolean
  /** Ordinals in `order` of columns whose heads name something else. */
  readonly foreign: ReadonlySet<number>
  /** Where the value cells stand, by ordinal of the grid. */
  readonly shapes: ReadonlyMap<number, GridShape>
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
/** Heads of a single column that is not this year's whole number. */
const NO_TOTAL = /上一?年|去年|占比|比例|比重|百分|累计|历年|同比|环比|增减|增长|季度|半年|月/u
const LONGEST_HEAD = 8
const LEAST_ALIKE = 0.6
const LEAST_TOTALS = 10

/** The column that a head names; `null` where it is hardly like any. */
export function requestColumnOf(text: string): RequestColumn | null {
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
  if (!values.every((cell) => isBlankMark(cell.text)) || endsWithRow(row)) return false
  const cores = row.cells.map((cell) => labelCore(cell.text)).filter((core) => core !== '')
  if (cores.some((core) => OVER.includes(core) || core.includes('本列数据的勾稽关系'))) return true
  const named = cores.filter((core) =>
    HEADS.some(([head]) => head === core || (core.length >= 2 && head.includes(core))),
  )
  return named.length >= 2 && named.length * 2 > cores.length
}

/** Whether running text has a row's label, and nothing in its cells, right behind the head. */
function endsWithRow(row: SourceRow): boolean {
  const last = partRow(row).labels.at(-1)?.text ?? ''
  return row.grid === 0 && letters(last).length > 3 && exactRequestRow(last) !== null
}

/** Whether a table has one figure in a row, and so the applicants' columns not at all. */
export function isOnlyTotal({ order }: ColumnPlan): boolean {
  return order.length === 1
}

/**
 * Whether all rows have one figure at most, in one column, and no head names an applicant: it is the row's total. Seven figures in one cell would be no
 * shorter than that.
 */
function hasOnlyTotals(rows: readonly SourceRow[]): boolean {
  const named = rows.flatMap((row) => {
    const { labels, values } = partRow(row)
    return row.grid !== 0 && exactRequestRow(labels.at(-1)?.text ?? '') !== null ? [values] : []
  })
  const filled = named.flat().filter((cell) => !isBlankMark(cell.text))
  const isSingle = named.every((values) => values.length <= 1) && new Set(filled.map(({ from }) => from)).size === 1
  const isApplicant = ({ text }: SourceCell): boolean =>
    HEADS.some(([head, column]) => column !== 'other' && column !== 'total' && labelCore(text).includes(head))
  return (
    isSingle &&
    filled.length >= LEAST_TOTALS &&
    filled.every(({ text }) => letters(text).length < REQUEST_COLUMNS.length) &&
    !rows.some((row) => row.cells.some(isApplicant))
  )
}

/** Finds the columns of table 三 from its head, and where its value cells stand, grid by grid. */
export function planColumns(rows: readonly SourceRow[]): ColumnPlan {
  const heads = rows.filter(isRequestsHead)
  const shapes = new Map<number, GridShape>()
  const none = new Set<number>()
  if (hasOnlyTotals(rows)) {
    const isOthers = headsBefore(rows).some((cell) => NO_TOTAL.test(labelCore(cell.text)))
    return { order: ['total'], headSeen: true, isMixed: false, foreign: isOthers ? new Set([0]) : none, shapes }
  }
  // The pages that a table runs over are written alike.
  const whole = wholeBuilds(
    rows.filter((row) => row.grid !== 0 && !heads.includes(row)),
    REQUEST_COLUMNS.length,
  )
  for (const grid of new Set(rows.map((row) => row.grid))) {
    if (grid === 0) continue
    const own = rows.filter((row) => row.grid === grid)
    const body = own.filter((row) => !heads.includes(row))
    const found = valuePositions(body, REQUEST_COLUMNS.length, headColumns(own.filter((row) => heads.includes(row))))
    const width = gridWidth(body)
    const labelsEnd = endOfLabels(body, width, (label) => exactRequestRow(label) !== null)
    // Seven columns of which the first holds labels are six, and one is wanting.
    const positions = (found.positions?.[0] ?? 0) > labelsEnd ? found.positions : null
    shapes.set(grid, { ...found, positions, width, whole, labelsEnd })
  }
  const inText = rows.find((row) => row.grid === 0 && row.cells.some((cell) => cell.text.includes(NATURAL)))
  if (heads.length === 0 && inText) {
    const cells = inText.cells.slice(0, inText.valuesFrom)
    const order = orderInText(wordsOf(cells)) ?? REQUEST_COLUMNS
    return { order, headSeen: true, isMixed: isMixed(cells, order), foreign: foreignColumns(rows, null), shapes }
  }
  const grid = heads[0]?.grid
  const ofHead = heads.filter((row) => row.grid === grid)
  const cells = ofHead.flatMap((row) => row.cells)
  const byPlace = grid === undefined ? null : orderOf(ofHead, shapes.get(grid)?.positions ?? null)
  const order = byPlace ?? (grid === undefined ? null : orderInText(wordsOf(cells))) ?? REQUEST_COLUMNS
  const foreign = foreignColumns(rows, shapes.get(rows[0]?.grid ?? 0)?.positions ?? null)
  return { order, headSeen: heads.length > 0, isMixed: byPlace === null && isMixed(cells, order), foreign, shapes }
}

/** The labels before the first row of the form, in its grid or its text. */
function headsBefore(rows: readonly SourceRow[]): readonly SourceCell[] {
  const grid = rows[0]?.grid
  const first = rows.findIndex((row) => partRow(row).labels.some((cell) => isRowLabel(cell)))
  const above = rows.slice(0, Math.max(first, 0)).filter((row) => row.grid === grid)
  const inText = rows[first]
  const own = inText?.grid === 0 ? partRow(inText).labels : []
  const end = own.findIndex(isRowLabel)
  return [...above.flatMap((row) => partRow(row).labels), ...own.slice(0, Math.max(end, 0))]
}

const isRowLabel = ({ text }: SourceCell): boolean => letters(text).length > 3 && exactRequestRow(text) !== null

/** Ordinals of the columns whose lowest head is none of the form's; without places, the seven heads are the last before the first row. */
function foreignColumns(rows: readonly SourceRow[], positions: readonly number[] | null): ReadonlySet<number> {
  const heads = headsBefore(rows).filter((cell) => !isBlankMark(cell.text))
  const run = heads.slice(-REQUEST_COLUMNS.length)
  // Heads that the text broke into pieces have no places.
  const isRun = run.length === REQUEST_COLUMNS.length && run.every(({ text }) => squash(text).length <= LONGEST_HEAD)
  const leaves =
    positions?.map((column) =>
      heads.filter(({ from, to }) => from !== undefined && from <= column && column <= (to ?? from)).at(-1),
    ) ?? (isRun ? run : [])
  return new Set(leaves.flatMap((cell, at) => (cell !== undefined && isForeign(cell.text) ? [at] : [])))
}

/** Whether a head names nothing that the form's heads do, nor a piece of one. */
function isForeign(text: string): boolean {
  const core = labelCore(text)
  const isPiece = HEADS.some(([head]) => head.includes(core) || core.includes(head))
  return hasHan(core) && core.length >= 2 && !isOver(text) && !isPiece && requestColumnOf(text) === null
}

/** Whether an order other than the form's is told by halves of heads only, out of a PDF's lines, whose heights decide it. */
function isMixed(cells: readonly SourceCell[], order: readonly RequestColumn[]): boolean {
  if (!cells.some(({ place }) => place.page !== undefined && place.table === undefined) || isWhole(wordsOf(cells)))
    return false
  return order.some((column, at) => column !== REQUEST_COLUMNS[at])
}

/** Grid columns of the seven heads, where each stands in one cell. */
function headColumns(heads: readonly SourceRow[]): readonly number[] | null {
  const found = new Map<RequestColumn, number>()
  for (const cell of heads.flatMap((row) => row.cells)) {
    const column = isOver(cell.text) ? null : requestColumnOf(cell.text)
    if (column === null || cell.from === undefined) continue
    // A page break may repeat the head.
    if ((found.get(column) ?? cell.from) !== cell.from) return null
    found.set(column, cell.from)
  }
  const columns = [...new Set(found.values())].sort((a, b) => a - b)
  return columns.length === REQUEST_COLUMNS.length ? columns : null
}

/** The columns as the head names them, where it names all and stands straight over the figures; else the form's. */
function orderOf(heads: readonly SourceRow[], positions: readonly number[] | null): readonly RequestColumn[] | null {
  const cells = heads.flatMap((row) => row.cells)
  if (positions === null) return null
  const named = positions.map((column) => {
    const over = cells.filter(
      (cell) =>
        cell.from !== undefined &&
        cell.to !== undefined &&
        cell.from <= column &&
        column <= cell.to &&
        !isOver(cell.text),
    )
    return requestColumnOf(over.map((cell) => cell.text).join(''))
  })
  const order = named.filter((column): column is RequestColumn => column !== null)
  return new Set(order).size === positions.length && order.length === positions.length ? order : null
}

function isOver(text: string): boolean {
  const core = labelCore(text)
  return core.includes('勾稽关系') || OVER.includes(core)
}

const wordsOf = (cells: readonly SourceCell[]): string => cells.map((cell) => letters(cell.text)).join(' ')

/** Text has no columns: the order of the four named kinds of organisation, and 总计 first, are all that it shows. */
function orderInText(text: string): readonly RequestColumn[] | null {
  // Heads broken over two rows have their first halves in one of them.
  const whole = isWhole(text)
  const found = LEAVES.map((leaf) => ({ leaf, at: text.indexOf(whole ? leaf : leaf.slice(0, 2)) }))
  if (found.some(({ at }) => at < 0)) return null
  const leaves = found.sort((a, b) => a.at - b.at).flatMap(({ leaf }) => requestColumnOf(leaf) ?? [])
  const total = text.indexOf('总计')
  return total >= 0 && total < text.indexOf(NATURAL)
    ? ['total', 'natural', ...leaves, 'other']
    : ['natural', ...leaves, 'other', 'total']
}

const isWhole = (text: string): boolean => LEAVES.every((leaf) => text.includes(leaf))
