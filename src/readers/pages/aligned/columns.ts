import type { Head } from './heads'
import type { Run } from '../runs'
import { overlap } from '../runs'

/** A column of figures. */
export interface AlignedColumn {
  readonly left: number
  readonly right: number
  /** Of each row the figure, or nothing. */
  readonly figures: readonly (Run | null)[]
  /** Its head; several where its letters are spaced. */
  readonly heads: readonly Head[]
}

/** Where the columns of a table are, by the lines that a drawn one would have. */
export interface Frame {
  /** The table's left side, the end of the side labels, of the labels, of each column. A table without labels has no such two. */
  readonly lines: readonly number[]
  readonly hasLabels: boolean
}

/** The columns of a page's last table, for the next page. */
export interface LastFrame extends Frame {
  /** Whether nothing stands below that table. */
  readonly endsPage: boolean
}

/** A part of a figure's breadth that has to lie in its column. */
const INSIDE = 0.75
/** Points that letters of one line differ in height at most. */
const SAME_LINE = 1

/** Columns of figures and heads that stand under each other; `null` where any has two heads or none, or two figures in a row. */
export function columnsOf(rows: readonly (readonly Run[])[], heads: readonly Head[]): AlignedColumn[] | null {
  const spans = [...rows.flat(), ...heads]
    .map(({ box }) => ({ left: box[0], right: box[2] }))
    .sort((one, other) => one.left - other.left)
  const joined: { left: number; right: number }[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.left < last.right) last.right = Math.max(last.right, span.right)
    else joined.push(span)
  }
  return everyColumn(joined, (span) => {
    const isIn = ({ box }: Pick<Run, 'box'>): boolean => box[0] < span.right && box[2] > span.left
    const own = heads.filter(isIn)
    const figures = rows.map((row) => row.filter(isIn))
    if (own.length === 0 || (own.length > 1 && !areSpaced(own)) || figures.some((row) => row.length > 1)) return null
    return { ...span, heads: own, figures: figures.map(([figure]) => figure ?? null) }
  })
}

/** Whether heads are the letters of one: 总 计. */
function areSpaced(heads: readonly Head[]): boolean {
  const [first] = heads
  return heads.every(({ text, box }) => text.length === 1 && Math.abs(box[3] - (first?.box[3] ?? 0)) < SAME_LINE)
}

/** The figures of a table that goes on, in the columns of the page before; `null` where one stands in none, or beside another. */
export function columnsIn(frame: Frame, rows: readonly (readonly Run[])[]): AlignedColumn[] | null {
  const lines = frame.lines.slice(frame.hasLabels ? 2 : 0)
  const bands = lines.slice(1).map((right, at) => ({ left: lines[at] ?? right, right }))
  const bandOf = (run: Run): number =>
    bands.findIndex(({ left, right }) => {
      const shared = overlap(run, { box: [left, run.box[1], right, run.box[3]] })
      return shared >= INSIDE * (run.box[2] - run.box[0])
    })
  if (rows.flat().some((run) => bandOf(run) < 0)) return null
  return everyColumn(bands, (band, at) => {
    const figures = rows.map((row) => row.filter((run) => bandOf(run) === at))
    if (figures.some((row) => row.length > 1)) return null
    return { ...band, heads: [], figures: figures.map(([figure]) => figure ?? null) }
  })
}

function everyColumn<T>(
  spans: readonly T[],
  of: (span: T, at: number) => AlignedColumn | null,
): AlignedColumn[] | null {
  const columns = spans.flatMap((span, at) => of(span, at) ?? [])
  return columns.length === spans.length ? columns : null
}

/** Lines between columns; `left` and `labelsEnd` are where the labels begin and end, where there are any. */
export function frameOf(columns: readonly AlignedColumn[], labels: { left: number; right: number } | null): Frame {
  const first = columns[0]?.left ?? 0
  const last = columns.at(-1)?.right ?? first
  const lines = columns.slice(1).map((column, at) => ((columns[at]?.right ?? column.left) + column.left) / 2)
  const ends = [...lines, last + MARGIN]
  if (labels === null) return { lines: [first - MARGIN, ...ends], hasLabels: false }
  const end = (labels.right + first) / 2
  const start = Math.min(labels.left, end - 4 * MARGIN) - MARGIN
  return { lines: [start, start + (end - start) / 3, end, ...ends], hasLabels: true }
}

const MARGIN = 4

/** Whether columns stand where those of a frame do. */
export function fits(frame: Frame, columns: readonly AlignedColumn[], hasLabels: boolean): boolean {
  const lines = frame.lines.slice(frame.hasLabels ? 2 : 0)
  if (frame.hasLabels !== hasLabels || lines.length !== columns.length + 1) return false
  return columns.every(({ left, right }, at) => {
    const middle = (left + right) / 2
    return (lines[at] ?? 0) < middle && middle < (lines[at + 1] ?? 0)
  })
}
