import type { Matrix } from '../pages/matrix'
import { IDENTITY } from '../pages/matrix'

/** What pdf.js tells of a font, as far as it moves glyphs. */
export interface Font {
  readonly matrix: Matrix
  readonly isVertical: boolean
  /** Whether its codes are those of glyphs, so that one below a space is a glyph without a name. */
  readonly isComposite: boolean
  /** Advance and origin of glyphs that are set down the page, where the glyph has none of its own. */
  readonly verticalMetrics: readonly number[]
}

/** All that `q` saves and that decides where a glyph stands; coordinates as pdf.js's own drawing keeps them. */
export interface TextState {
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  font: Font
  size: number
  /** -1 for a font of negative size. */
  direction: 1 | -1
  characterSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
  mode: number
}

export const NO_FONT: Font = {
  matrix: [0.001, 0, 0, 0.001, 0, 0],
  isVertical: false,
  isComposite: false,
  verticalMetrics: [],
}

export function newTextState(): TextState {
  return {
    matrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: NO_FONT,
    size: 0,
    direction: 1,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    mode: 0,
  }
}

export function moveText(state: TextState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

export function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix
  state.x = 0
  state.y = 0
  state.lineX = 0
  state.lineY = 0
}
