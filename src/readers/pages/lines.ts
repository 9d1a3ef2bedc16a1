import type { Box } from './box'
import { boxAround } from './box'
import type { Glyph, Turn } from './page'
import { superscript } from '../superscript'
import { plainCharacters } from './radicals'

/** Glyphs side by side, read from left to right as they are turned. */
export interface Line {
  readonly text: string
  readonly box: Box
  readonly size: number
  /** From left to right. */
  readonly glyphs: readonly Glyph[]
}

/** How far a glyph's base may be from its line's, as a part of its size. */
const WAVER = 0.4
/** What a box holds below the base line, as a part of its size. */
const BELOW = 0.2
/** Gaps that are a space, as parts of the size: between letters or digits, beside a Chinese character, between two. */
const WORD_GAP = 0.22
const MIXED_GAP = 0.9
const CHINESE_GAP = 1.6
/** The same character as near as this is the second stroke of a bold one. */
const TWICE = 0.12
/** A digit of less than this part of the size of the one before is no digit of its figure. */
const SMALLER = 0.8

interface Placed {
  readonly glyph: Glyph
  /** The box as if it were upright. */
  readonly box: Box
  readonly base: number
}

/** The lines of some glyphs, from top to bottom; turned ones behind the upright ones. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const turns: readonly Turn[] = [0, 1, 2, 3]
  return turns.flatMap((turn) => {
    const placed = glyphs.filter((glyph) => glyph.turn === turn).map(place)
    return placed.length === 0 ? [] : partLines(placed).map(lineOf)
  })
}

/** Lines with the spaces that part their words, one below the other. */
export function textOf(glyphs: readonly Glyph[]): string {
  return linesOf(glyphs)
    .map((line) => line.text)
    .join('\n')
}

function place(glyph: Glyph): Placed {
  const [left, top, right, bottom] = glyph.box
  const box: Box =
    glyph.turn === 0
      ? glyph.box
      : glyph.turn === 1
        ? [top, -right, bottom, -left]
        : glyph.turn === 2
          ? [-right, -bottom, -left, -top]
          : [-bottom, left, -top, right]
  return { glyph, box, base: box[3] - BELOW * glyph.size }
}

function partLines(placed: readonly Placed[]): Placed[][] {
  const lines: { base: number; size: number; glyphs: Placed[] }[] = []
  for (const one of [...placed].sort((a, b) => a.base - b.base)) {
    const line = lines.at(-1)
    const size = one.glyph.size
    if (line && one.base - line.base <= WAVER * Math.min(Math.max(line.size, size), 1.6 * Math.min(line.size, size)))
      line.glyphs.push(one)
    else lines.push({ base: one.base, size, glyphs: [one] })
  }
  return lines.map(({ glyphs }) => glyphs.sort((a, b) => a.box[0] - b.box[0]))
}

function lineOf(glyphs: readonly Placed[]): Line {
  let text = ''
  let before: Placed | null = null
  let size = 0
  for (const one of glyphs) {
    if (before !== null && isTwice(before, one)) continue
    if (before !== null && isGap(before, one)) text += ' '
    text += before !== null && isMark(before, one) ? superscript(one.glyph.text) : plainCharacters(one.glyph.text)
    size = Math.max(size, one.glyph.size)
    before = one
  }
  return {
    text,
    size,
    glyphs: glyphs.map(({ glyph }) => glyph),
    box: boxAround(glyphs.map(({ glyph }) => glyph.box)) ?? [0, 0, 0, 0],
  }
}

/** Whether a digit is a smaller one right behind another: the mark of a footnote, raised or lowered. */
function isMark(before: Placed, { glyph, box }: Placed): boolean {
  const areDigits = /\d/u.test(before.glyph.text) && /^\d+$/u.test(glyph.text)
  return areDigits && glyph.size < SMALLER * before.glyph.size && box[0] - before.box[2] <= WORD_GAP * glyph.size
}

function isTwice(one: Placed, other: Placed): boolean {
  return (
    one.glyph.text === other.glyph.text &&
    Math.abs(one.box[0] - other.box[0]) < TWICE * one.glyph.size &&
    Math.abs(one.base - other.base) < TWICE * one.glyph.size
  )
}

function isGap(one: Placed, other: Placed): boolean {
  const size = Math.min(one.glyph.size, other.glyph.size)
  const chinese = (isWide(one.glyph.text) ? 1 : 0) + (isWide(other.glyph.text) ? 1 : 0)
  const least = chinese === 0 ? WORD_GAP : chinese === 1 ? MIXED_GAP : CHINESE_GAP
  return other.box[0] - one.box[2] > least * size
}

const isWide = (text: string): boolean => /[\u2e80-\uffee]/u.test(text)
