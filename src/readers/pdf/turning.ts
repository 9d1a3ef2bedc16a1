import type { Box } from '../pages/box'
import type { Matrix } from '../pages/matrix'
import { times } from '../pages/matrix'
import type { Glyph, Turn } from '../pages/page'

/** How a page has to be turned so that its text reads from left to right, and back. */
export interface Turning {
  readonly view: Matrix
  readonly width: number
  readonly height: number
  readonly back: (box: Box) => Box
}

/** A part of the glyphs that all turn the same way, beyond which the page itself lies on its side. */
const MOST = 0.8
const LEAST_GLYPHS = 30

/** By how many quarters nearly all of a page's text is turned; 0 for pages that stand upright. */
export function turnOfPage(glyphs: readonly Glyph[]): Turn {
  if (glyphs.length < LEAST_GLYPHS) return 0
  const turns: readonly Turn[] = [1, 2, 3]
  return turns.find((turn) => glyphs.filter((glyph) => glyph.turn === turn).length >= glyphs.length * MOST) ?? 0
}

/** The view of a page with its text upright. */
export function turned(view: Matrix, width: number, height: number, turn: Turn): Turning {
  if (turn === 1)
    return {
      view: times([0, -1, 1, 0, 0, width], view),
      width: height,
      height: width,
      back: ([left, top, right, bottom]) => [width - bottom, left, width - top, right],
    }
  if (turn === 3)
    return {
      view: times([0, 1, -1, 0, height, 0], view),
      width: height,
      height: width,
      back: ([left, top, right, bottom]) => [top, height - right, bottom, height - left],
    }
  if (turn === 2)
    return {
      view: times([-1, 0, 0, -1, width, height], view),
      width,
      height,
      back: ([left, top, right, bottom]) => [width - right, height - bottom, width - left, height - top],
    }
  return { view, width, height, back: (box) => box }
}
