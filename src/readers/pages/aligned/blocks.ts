import type { Line } from '../lines'
import type { Run } from '../runs'
import { runsOf } from '../runs'

/** A line of a page with its runs. */
export interface RunLine {
  readonly line: Line
  readonly runs: readonly Run[]
  /** The runs at its end that are figures. */
  readonly figures: readonly Run[]
  readonly base: number
  readonly size: number
}

/** Lines of a page, by their ordinals, in which rows of figures stand under each other. */
export interface Block {
  /** The lines with figures. */
  readonly rows: readonly number[]
  /** Where the leftmost figure begins. */
  readonly left: number
}

/** Line heights, as parts of the size, beyond which lines belong to different tables. */
const FARTHEST = 6
/** How far words beside figures may reach over where those begin, as a part of the size. */
const INTRUDES = 0.3

export function runLines(lines: readonly Line[]): RunLine[] {
  return lines.flatMap((line) => {
    const runs = runsOf(line)
    const [first] = runs
    if (first === undefined) return []
    const figures = runs.filter((_, at) => runs.slice(at).every((run) => run.isFigure))
    return [{ line, runs, figures, base: (figures[0] ?? first).base, size: line.size }]
  })
}

/** Rows of figures with no words over them between one and the next but labels at their left. */
export function blocksOf(lines: readonly RunLine[]): Block[] {
  const blocks: { rows: number[]; left: number }[] = []
  for (const [index, { figures }] of lines.entries()) {
    const [first] = figures
    if (first === undefined) continue
    const open = blocks.at(-1)
    const left = Math.min(open?.left ?? first.box[0], first.box[0])
    if (open && isOpen(lines, open.rows.at(-1) ?? index, index, left)) {
      open.rows.push(index)
      open.left = left
    } else blocks.push({ rows: [index], left: first.box[0] })
  }
  return blocks
}

function isOpen(lines: readonly RunLine[], from: number, to: number, left: number): boolean {
  for (let at = from + 1; at <= to; at += 1) {
    const line = lines[at]
    const before = lines[at - 1]
    if (line === undefined || before === undefined || isApart(before, line)) return false
    if (line.runs.some((run) => !run.isFigure && run.box[2] > left + INTRUDES * run.size)) return false
  }
  return true
}

/** Whether two lines are too far from each other to belong to one table. */
export function isApart(one: RunLine, other: RunLine): boolean {
  return other.base - one.base > FARTHEST * Math.max(one.size, other.size)
}
