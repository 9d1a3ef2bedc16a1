import type { Box } from '../pages/box'
import { boxAround } from '../pages/box'
import type { Matrix } from '../pages/matrix'
import { apply, numbersOf, times } from '../pages/matrix'
import type { Glyph, Turn } from '../pages/page'
import type { TextState } from './textState'

/** How much of its size a glyph stands above its line, and below. */
const ASCENT = 0.8
const DESCENT = 0.2
const INVISIBLE = 3
/** How far from a quarter turn a glyph may lean, as the slope; text that leans further is a watermark. */
const LEAN = 0.1

/** The glyphs of one `showText`, placed under the page's matrix; the state moves on behind them. */
export function showGlyphs(page: Matrix, state: TextState, shown: unknown): Glyph[] {
  const items: readonly unknown[] = Array.isArray(shown) ? shown : []
  const { font, size, direction } = state
  if (size === 0) return []
  const advance = size * font.matrix[0]
  const scale = state.scale * direction
  const base = times(times(page, state.matrix), [scale, 0, 0, direction, state.x, state.y + state.rise])
  const turn = turnOf(base)
  const onPage = size * Math.hypot(base[2], base[3])
  const glyphs: Glyph[] = []
  let at = 0
  for (const item of items) {
    if (typeof item === 'number') {
      at += ((font.isVertical ? 1 : -1) * item * size) / 1000
      continue
    }
    const glyph = glyphOf(item, font.isComposite)
    if (glyph === null) continue
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.characterSpacing) * direction
    const width = glyph.width * advance
    let x = at
    let y = 0
    if (font.isVertical) {
      const metrics = glyph.metrics.length > 0 ? glyph.metrics : font.verticalMetrics
      x = -(glyph.metrics.length > 0 ? (metrics[1] ?? 0) : glyph.width * 0.5) * advance
      y = -at - (metrics[2] ?? 880) * advance
      at -= (metrics[0] ?? -1000) * advance + spacing
    } else at += width + spacing
    if (turn !== null && glyph.text !== '')
      glyphs.push({
        text: glyph.text,
        box: boxOf(base, x, y, width, size),
        size: onPage,
        turn,
        isInvisible: state.mode === INVISIBLE,
      })
  }
  if (font.isVertical) state.y -= at
  else state.x += at * state.scale
  return glyphs
}

interface ShownGlyph {
  readonly text: string
  readonly width: number
  readonly isSpace: boolean
  readonly metrics: readonly number[]
}

/** `text` is empty for a space; what a font does not name is U+FFFD, so that a figure never loses a digit unseen. */
function glyphOf(item: unknown, isComposite: boolean): ShownGlyph | null {
  if (typeof item !== 'object' || item === null || !('unicode' in item) || !('width' in item)) return null
  const { unicode, width } = item
  if (typeof unicode !== 'string' || typeof width !== 'number') return null
  const metrics = 'vmetric' in item ? numbersOf(item.vmetric) : []
  const named = unicode.replace(/[\u0000-\u001f\u007f-\u009f]/gu, isComposite ? '\uFFFD' : '')
  const text = /^[\s\u00ad\u200b-\u200f]*$/u.test(named) ? '' : named
  return { text, width, isSpace: 'isSpace' in item && item.isSpace === true, metrics }
}

function boxOf(base: Matrix, x: number, y: number, width: number, size: number): Box {
  const corners = [
    apply(base, x, y - DESCENT * size),
    apply(base, x + width, y - DESCENT * size),
    apply(base, x, y + ASCENT * size),
    apply(base, x + width, y + ASCENT * size),
  ]
  return boxAround(corners.map(([u, v]): Box => [u, v, u, v])) ?? [0, 0, 0, 0]
}

/** By the way in which glyphs follow each other on a page whose y grows downward; `null` for leaning ones. */
function turnOf([a, b]: Matrix): Turn | null {
  const [x, y] = [Math.abs(a), Math.abs(b)]
  if (y <= x * LEAN) return a >= 0 ? 0 : 2
  if (x <= y * LEAN) return b >= 0 ? 1 : 3
  return null
}
