import type { Block, RunLine } from './blocks'
import { blocksOf, isApart, runLines } from './blocks'
import type { AlignedColumn, Frame, LastFrame } from './columns'
import { columnsIn, columnsOf, fits, frameOf } from './columns'
import { firstHeadLine, headsOf } from './heads'
import type { Head } from './heads'
import { BEGINS, labelsOf } from './labels'
import type { RowLabels } from './labels'
import { alignedPart } from './part'
import type { Line } from '../lines'
import { NARROW_GAP, runsOf } from '../runs'
import type { Run } from '../runs'
import type { TablePart } from '../tableParts'

/** What a page's lines make up. */
export interface Aligned {
  readonly tables: readonly TablePart[]
  /** The lines that are in no table. */
  readonly lines: readonly Line[]
  /** The columns of the last table, which the next page may go on with. */
  readonly frame: LastFrame | null
}

/** A table by its lines, and what they say. */
export interface AlignedTable {
  readonly heads: readonly Head[]
  readonly columns: readonly AlignedColumn[]
  readonly frame: Frame
  readonly rows: readonly RunLine[]
  readonly labels: RowLabels | null
}

/** Rows of figures nearer than this, as a part of the size, may be one figure that is broken over lines. */
const NEAREST = 1.1
/** Lines of one label are no farther from each other. */
const LEADING = 1.8
/** How far from its row's height a label of two lines has them. */
const BESIDE = 0.8
/** Heads that are no figures' column's. */
const NO_COLUMN = /信息内容|勾稽关系|^第.{1,12}[项条]$/u
const ONE_COLUMN = /信息内容/u

/**
 * Finds the tables among lines that no rulings part: figures that stand under each other in columns, each with a head, and the
 * labels of their rows. Whatever leaves a doubt in which column or row a figure belongs stays text. `before`: the columns of
 * the table that the page before ended with.
 */
export function alignedTables(lines: readonly Line[], page: number, before: LastFrame | null): Aligned {
  const read = runLines(lines)
  const tables: TablePart[] = []
  const taken = new Set<Line>()
  let used = -1
  let frame: LastFrame | null = null
  for (const block of blocksOf(read)) {
    const rest = used < 0 ? before : null
    const found = tableOf(read, block, used, rest) ?? tableOf(read, block, used, rest, NARROW_GAP)
    if (found === null) continue
    for (const { line } of read.slice(found.first, found.last + 1)) taken.add(line)
    used = found.last
    frame = { ...found.table.frame, endsPage: found.last === read.length - 1 }
    tables.push(alignedPart(found.table, page))
  }
  return { tables, lines: lines.filter((line) => !taken.has(line)), frame }
}

interface Found {
  readonly table: AlignedTable
  /** Ordinals of its first and last line. */
  readonly first: number
  readonly last: number
}

function tableOf(
  lines: readonly RunLine[],
  block: Block,
  used: number,
  before: LastFrame | null,
  wordGap?: number,
): Found | null {
  const from = block.rows[0] ?? 0
  const to = block.rows.at(-1) ?? from
  const rows = block.rows.flatMap((row) => lines[row] ?? [])
  if (rows.some((row, at) => isNear(rows[at - 1], row))) return null
  const beside = lines.slice(from, to + 1).flatMap(wordsOf)
  const words = beside.length > 0 ? beside : besideOf(lines, from, block.left)
  const left = Math.min(block.left, ...words.map((run) => run.box[0]))
  const figures = rows.map((row) => row.figures)
  const labelsEnd = words.length > 0 ? Math.max(...words.map((run) => run.box[2])) : null
  if (labelsEnd === null && rows.length > 1) return null

  const isRest =
    before?.hasLabels === (labelsEnd !== null) && lines.slice(0, from).every((line) => isBeside(line, block.left))
  const first = isRest ? 0 : firstHeadLine(lines, from, used)
  const above = lines.slice(first, from).flatMap(({ line }) => runsOf(line, wordGap))
  const isOfColumn = ({ box, text, isLeaf }: Head): boolean =>
    isLeaf && !NO_COLUMN.test(text) && (labelsEnd === null || (box[0] + box[2]) / 2 > labelsEnd)
  const bottom = isRest
    ? -Infinity
    : Math.max(
        ...headsOf(above)
          .filter(isOfColumn)
          .map((head) => head.box[3]),
      )
  const upper = above.filter((run) => labelsEnd !== null && run.box[1] >= bottom - run.size / 2)
  const heads = headsOf(above.filter((run) => !upper.includes(run)))
  const columns = isRest ? columnsIn(before, figures) : columnsOf(figures, heads.filter(isOfColumn))
  if (columns === null || !isWide(columns, heads, isRest)) return null

  const below = labelsEnd === null ? [] : linesBelow(lines, to, block.left)
  const body = [...upper, ...beside, ...below.flatMap((line) => line.runs)]
  const labels = labelsEnd === null ? null : labelsOf(rows, body, to + below.length === lines.length - 1)
  if (labelsEnd !== null && labels === null) return null
  const own = new Set(labels?.own.flat())
  const last = Math.max(to, ...below.map((line, at) => (line.runs.some((run) => own.has(run)) ? to + 1 + at : to)))
  const beyond = new Set(lines.slice(last + 1).flatMap((line) => line.runs))
  const frame =
    before && (isRest || fits(before, columns, labels !== null))
      ? before
      : frameOf(columns, labelsEnd === null ? null : { left, right: labelsEnd })
  const isJoined = isRest && before.endsPage
  const kept = labels && without(labels, beyond, isJoined ? rows[0] : undefined)
  return { table: { heads, columns, frame, rows, labels: kept }, first, last }
}

const wordsOf = ({ runs, figures }: RunLine): readonly Run[] => runs.slice(0, runs.length - figures.length)

function isNear(before: RunLine | undefined, row: RunLine): boolean {
  return before !== undefined && row.base - before.base < NEAREST * Math.max(before.size, row.size)
}

/** Words left of a row whose label stands half above its height and half below. */
function besideOf(lines: readonly RunLine[], row: number, left: number): readonly Run[] {
  const own = lines[row]
  const around = [lines[row - 1], lines[row + 1]].flatMap((line) => line ?? [])
  return around
    .filter((line) => own && Math.abs(line.base - own.base) <= BESIDE * own.size && isBeside(line, left))
    .flatMap((line) => line.runs)
}

/** Whether all that a line says stands left of a table's figures. */
function isBeside({ runs, figures }: RunLine, left: number): boolean {
  return figures.length === 0 && runs.every((run) => run.box[2] <= left)
}

/** Lines below the last row that may be the end of its label. */
function linesBelow(lines: readonly RunLine[], row: number, left: number): readonly RunLine[] {
  let end = row + 1
  for (; end < lines.length; end += 1) {
    const [line, above] = [lines[end], lines[end - 1]]
    if (line === undefined || above === undefined || isApart(above, line) || !isBeside(line, left)) break
    if (line.base - above.base > LEADING * line.size || line.runs.some((run) => BEGINS.test(run.text))) break
  }
  return lines.slice(row + 1, end)
}

/** Two columns are a table; one is where the form's own word for the column of labels stands beside its head. */
function isWide(columns: readonly AlignedColumn[], heads: readonly Head[], isRest: boolean): boolean {
  return isRest || columns.length > 1 || (columns.length === 1 && heads.some(({ text }) => ONE_COLUMN.test(text)))
}

/** Labels but for words beyond the table. What stands above the `first` row goes on with the page before, which is certain. */
function without(labels: RowLabels, beyond: ReadonlySet<Run>, first: RunLine | undefined): RowLabels {
  const isRest = (label: readonly Run[]): boolean => first !== undefined && label.every((run) => run.base < first.base)
  return {
    ...labels,
    bare: labels.bare.filter((label) => !label.some((run) => beyond.has(run))),
    doubtful: new Set([...labels.doubtful].filter((label) => !isRest(label))),
    sides: labels.sides.filter((run) => !beyond.has(run)),
  }
}
