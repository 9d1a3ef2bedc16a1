import type { ChartContext } from './chart'
import { textWidth } from './numbers'
import type { Sketch } from './sketch'

/** A name to stand over a segment of a bar; x from and to are pixels. */
export interface SegmentName {
  readonly text: string
  readonly from: number
  readonly to: number
}

interface Placed extends SegmentName {
  readonly x: number
  readonly level: 0 | 1
  /** Where the leader of a name on the upper level comes down. */
  readonly leader: number
}

const SIZE = 12
const AIR = 6
/** Height above the bar that two levels of names take. */
export const NAMES_HEIGHT = 42

/**
 * Puts each name over its segment, on the upper of two levels with a leader where the lower is taken; `null` where there is no way to. A leader comes down
 * between the names of the lower level. A name may give way to the right as long as it begins before the middle of its segment.
 */
export function placeNames(names: readonly SegmentName[], left: number, right: number, size: number): Placed[] | null {
  const [name, ...others] = names
  return name ? placeFrom(name, others, [left - AIR, left - AIR], { left, right, size }) : []
}

/** Where the names so far end on each level; on the lower one leaders count too. */
type Ends = readonly [number, number]

/** The first way to place a name that leaves one for the others: lower before upper, in its place before shifted. */
function placeFrom(
  name: SegmentName,
  others: readonly SegmentName[],
  ends: Ends,
  room: { left: number; right: number; size: number },
): Placed[] | null {
  const { left, right, size } = room
  const half = textWidth(name.text, size) / 2
  const middle = (name.from + name.to) / 2
  const wanted = Math.min(Math.max(middle, left + half), right - half)
  const leader = Math.min(name.to, Math.max(middle, ends[0] + AIR / 2))
  const shift = Math.max(0, middle - (wanted - half))
  for (const [level, mostShift] of [
    [0, 0],
    [1, 0],
    [0, shift],
    [1, shift],
  ] as const) {
    const x = Math.max(wanted, ends[level] + AIR + half)
    if (x - wanted > mostShift || x + half > right + 1 || (level === 1 && leader < ends[0] + 2)) continue
    const [next, ...rest] = others
    const taken: Ends = level === 0 ? [x + half, ends[1]] : [Math.max(ends[0], leader), x + half]
    const more = next ? placeFrom(next, rest, taken, room) : []
    if (more) return [{ ...name, x, level, leader }, ...more]
  }
  return null
}

/** Draws placed names above y, leaders included. */
export function drawNames(sketch: Sketch, placed: readonly Placed[], y: number): void {
  for (const { text, x, level, leader } of placed) {
    const textY = y - sketch.px(level === 0 ? 13 : 32)
    sketch.text(x, textY, text, { size: SIZE, align: 'center' })
    if (level === 1)
      sketch.line(
        [
          [leader, textY + sketch.px(9)],
          [leader, y - sketch.px(3)],
        ],
        'control',
      )
  }
}

export interface KeyItem {
  readonly text: string
  readonly fill: string
  readonly hatched?: boolean
  readonly framed?: boolean
  /** A sign in place of the square. */
  readonly sign?: string
  /** A sentence that explains no square. */
  readonly plain?: boolean
}

/** Room of the square or sign before a word. */
const BEFORE = 19

const keyWidth = ({ text, plain = false }: KeyItem, size: number): number =>
  textWidth(text, size) + size * 3 - (plain ? (size * BEFORE) / SIZE : 0)

/** Lines that a key takes in a width. */
export function keyLines(items: readonly KeyItem[], context: ChartContext): number {
  const size = Math.round(SIZE * context.scale)
  let lines = 1
  let used = 0
  for (const item of items) {
    const width = keyWidth(item, size)
    if (used > 0 && used + width > context.width) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines
}

/** A key, where names cannot stand at what they name: a square and a word each, in lines from the top. */
export function drawKey(sketch: Sketch, items: readonly KeyItem[], context: ChartContext, top = 0): void {
  const size = sketch.px(SIZE)
  let x = 0
  let y = top + sketch.px(9)
  for (const item of items) {
    const { text, fill, hatched, framed, sign, plain } = item
    const width = keyWidth(item, size)
    if (x > 0 && x + width > context.width) {
      x = 0
      y += sketch.px(20)
    }
    const box = { x, y: y - sketch.px(6), width: sketch.px(14), height: sketch.px(12) }
    if (hatched === true) sketch.hatched(box)
    if (hatched === true || framed === true) sketch.framed(box)
    else if (sign !== undefined) sketch.text(x + sketch.px(14), y, sign, { size: SIZE, weight: 600, align: 'right' })
    else if (plain !== true) sketch.box(box, fill)
    sketch.text(x + (plain === true ? 0 : sketch.px(BEFORE)), y, text, { size: SIZE })
    x += width
  }
}
