import type { Box } from './box'
import { boxAround } from './box'
import type { Line } from './lines'
import { textOf } from './lines'
import type { Glyph } from './page'

/** Words of a line that stand together, parted from the others by more than a space. */
export interface Run {
  readonly text: string
  readonly box: Box
  readonly size: number
  /** Height at which it is written. */
  readonly base: number
  readonly isFigure: boolean
}

/** Gaps that part runs, as parts of the size: between digits, beside anything else, and before figures that words end with. */
const DIGIT_GAP = 0.35
const WORD_GAP = 0.5
const LAST_GAP = 0.12
/** The gap between heads of narrow columns, where it is no more than that. */
export const NARROW_GAP = 0.12
/** What a box holds below the base line, as a part of its size. */
const BELOW = 0.2
const FIGURE = /^(?:[¥￥]?[+\-−–]?\d[\d,]*(?:\.\d+)?(?:万?元|[件次条个])?|[-–—―−─/\\]{1,2})$/u

/** The runs of a line, from left to right; none of lines that are turned. `wordGap`: the gap that parts words. */
export function runsOf(line: Line, wordGap = WORD_GAP): Run[] {
  if (line.glyphs.some((glyph) => glyph.turn !== 0)) return []
  const groups: Glyph[][] = []
  let end = 0
  for (const glyph of line.glyphs) {
    const before = groups.at(-1)?.at(-1)
    if (before === undefined || glyph.box[0] - end > gapOf(before, glyph, wordGap)) groups.push([glyph])
    else groups.at(-1)?.push(glyph)
    end = Math.max(end, glyph.box[2])
  }
  return groups.flatMap(partFigure).map(runOf)
}

function runOf(glyphs: readonly Glyph[]): Run {
  const text = textOf(glyphs)
  const box = boxAround(glyphs.map((glyph) => glyph.box)) ?? [0, 0, 0, 0]
  const size = glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0)
  return { text, box, size, base: box[3] - BELOW * size, isFigure: FIGURE.test(text) }
}

/** A label that reaches up to its row's first figure, and that figure. */
function partFigure(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  let from = glyphs.length
  while (from > 0 && /^[\d.,]+$/u.test(glyphs[from - 1]?.text ?? '')) from -= 1
  const digits = glyphs.slice(from)
  const [words, [first]] = [glyphs.slice(0, glyphs.length - digits.length), digits]
  const last = words.at(-1)
  const isParted = first && last && first.box[0] - last.box[2] > LAST_GAP * first.size
  return isParted ? [words, digits] : [glyphs]
}

function gapOf(one: Glyph, other: Glyph, wordGap: number): number {
  const isDigits = /\d/u.test(one.text) && /\d/u.test(other.text)
  return (isDigits ? DIGIT_GAP : wordGap) * Math.min(one.size, other.size)
}

/** Points that two runs share from left to right; below zero where there is a gap. */
export function overlap(one: Pick<Run, 'box'>, other: Pick<Run, 'box'>): number {
  return Math.min(one.box[2], other.box[2]) - Math.max(one.box[0], other.box[0])
}
