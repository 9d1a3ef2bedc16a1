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
}

const SIZE = 12
const AIR = 6
/** Height above the bar that two levels of names take. */
export const NAMES_HEIGHT = 42

/** Puts each name over its segment, on the upper of two levels with a leader where the lower is taken; `null` where both are. */
export function placeNames(names: readonly SegmentName[], left: number, right: number, size: number): Placed[] | null {
  const ends = [left - AIR, left - AIR]
  const placed: Placed[] = []
  for (const name of names) {
    const width = textWidth(name.text, size)
    const middle = (name.from + name.to) / 2
    const x = Math.min(Math.max(middle, left + width / 2), right - width / 2)
    const level = [0, 1].find((one) => x - width / 2 >= (ends[one] ?? 0) + AIR)
    if (level === undefined) return null
    // A leader to the upper level must not cross a name of the lower.
    if (level === 1 && middle < (ends[0] ?? 0) + 2) {
      const shifted = (ends[0] ?? 0) + 2
      if (shifted > name.to) return null
    }
    ends[level] = x + width / 2
    placed.push({ ...name, x, level: level === 0 ? 0 : 1 })
  }
  return placed
}

/** Draws placed names above y, leaders included. */
export function drawNames(sketch: Sketch, placed: readonly Placed[], y: number): void {
  const lowerEnds: number[] = []
  for (const name of placed) {
    const textY = y - sketch.px(name.level === 0 ? 13 : 32)
    sketch.text(name.x, textY, name.text, { size: SIZE, align: 'center' })
    if (name.level === 1) {
      const at = Math.min(name.to, Math.max((name.from + name.to) / 2, (lowerEnds.at(-1) ?? 0) + 2))
      sketch.line(
        [
          [at, textY + sketch.px(9)],
          [at, y - sketch.px(3)],
        ],
        'control',
      )
    } else lowerEnds.push(name.x + textWidth(name.text, sketch.px(SIZE)) / 2)
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
