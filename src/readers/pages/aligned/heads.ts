import type { RunLine } from './blocks'
import { isApart } from './blocks'
import { around } from '../box'
import type { Box } from '../box'
import type { Run } from '../runs'
import { overlap } from '../runs'

/** A column's head, of one line or of several under each other. */
export interface Head {
  readonly text: string
  readonly box: Box
  /** How many heads are above it, one over the other. */
  readonly level: number
  /** Whether no other head stands below it. */
  readonly isLeaf: boolean
}

const MOST_LINES = 24
/** Lines of one head are no farther from each other, as a part of the size. */
const LEADING = 1.5
/** How far above its row such a label's upper line is at most. */
const HALF_LEADING = 0.8
/** How far the lines of one head may be aside of each other, as a part of the size. */
const ASIDE = 0.6
/** Points that heads under each other share at least. */
const SHARED = 1
/** A part of the text's width from which a lone run is a sentence. */
const WIDE = 0.6
const TITLE = /^[一二三四五六七八九十]{1,3}\s*、/u
const SENTENCE = /[。；！？]$/u

/** The ordinal of the first line of the head that stands right above a row; the row's own where there is none. */
export function firstHeadLine(lines: readonly RunLine[], row: number, used: number): number {
  const width = widthOf(lines)
  let first = row
  while (first - 1 > used && row - first < MOST_LINES) {
    const above = lines[first - 1]
    const line = lines[first]
    if (above === undefined || line === undefined || isApart(above, line)) break
    if (!isHalfAbove(above, line) && isText(above, width)) break
    first -= 1
  }
  return first
}

/** Whether a line is the upper one of a label that has its figures' height in its middle: 一、本年新收. */
function isHalfAbove(above: RunLine, { figures, base, size }: RunLine): boolean {
  return figures.length > 0 && above.figures.length === 0 && base - above.base <= HALF_LEADING * size
}

/** How wide the page's text is. */
function widthOf(lines: readonly RunLine[]): number {
  const boxes = lines.map(({ line }) => line.box)
  return Math.max(...boxes.map((box) => box[2])) - Math.min(...boxes.map((box) => box[0]))
}

/** Whether a line is a title or part of a sentence. */
function isText({ runs, figures }: RunLine, width: number): boolean {
  const [only, ...others] = runs
  if (only === undefined || figures.length > 0) return true
  if (others.length > 0) return false
  return TITLE.test(only.text) || SENTENCE.test(only.text) || only.box[2] - only.box[0] > WIDE * width
}

/** Joins the runs of a head that go on below each other; what stands over several goes on in none. */
export function headsOf(runs: readonly Run[]): Head[] {
  const below = (run: Run): Run[] => runs.filter((other) => follows(run, other))
  const above = (run: Run): Run[] => runs.filter((other) => follows(other, run))
  const isNext = (run: Run, next: Run | undefined): next is Run =>
    below(run).length === 1 && next !== undefined && above(next).length === 1 && areInLine(run, next)
  const joined: { text: string; box: Box }[] = []
  for (const run of runs) {
    const [over] = above(run)
    if (over && isNext(over, run)) continue
    const head = { text: run.text, box: run.box }
    let last = run
    for (let [next] = below(last); isNext(last, next); [next] = below(last)) {
      head.text += `\n${next.text}`
      head.box = around(head.box, next.box)
      last = next
    }
    joined.push(head)
  }
  joined.sort((one, other) => one.box[1] - other.box[1])
  const levels = new Map<object, number>()
  return joined.map((head, index) => {
    const over = joined.slice(0, index).filter((other) => isAbove(other, head))
    const level = Math.max(-1, ...over.map((other) => levels.get(other) ?? 0)) + 1
    levels.set(head, level)
    return { ...head, level, isLeaf: !joined.some((other) => isOver(head, other)) }
  })
}

function follows(run: Run, other: Run): boolean {
  const down = other.base - run.base
  const size = Math.max(run.size, other.size)
  return down > size / 2 && down <= LEADING * size && overlap(run, other) > SHARED
}

/** Whether lines begin, end or have their middle under each other, as those of one cell do. */
function areInLine({ box, size }: Run, other: Run): boolean {
  const [left, right] = [other.box[0] - box[0], other.box[2] - box[2]]
  return Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2) <= ASIDE * size
}

function isOver(one: { readonly box: Box }, other: { readonly box: Box }): boolean {
  return one !== other && isAbove(one, other) && overlap(one, other) > SHARED
}

function isAbove(one: { readonly box: Box }, other: { readonly box: Box }): boolean {
  return one.box[3] <= other.box[1] + SHARED * 3
}
