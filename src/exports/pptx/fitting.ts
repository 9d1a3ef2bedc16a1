import { textWidth } from '../../charts/numbers'

/** Points to the inch. */
const POINTS = 72
/** What text boxes lose to breaking between words, and to faces wider than measured. */
const LOSS = 0.95

/** Lines that a text takes in a width. `size` in points, `width` in inches. */
export function linesOf(text: string, size: number, width: number): number {
  const room = width * POINTS * LOSS
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size) / room)), 0)
}

/** Height of a line of Chinese text over its size, before any leading. */
export const LINE = 1.35

/** How paragraphs are set. `after`: points after each; `leading`: line height over the size. */
export interface Setting {
  readonly width: number
  readonly after: number
  readonly leading: number
}

/** The height in inches that paragraphs take at a size in points. */
export function heightOf(texts: readonly string[], size: number, { width, after, leading }: Setting): number {
  const line = size * LINE * leading
  return texts.reduce((sum, text) => sum + linesOf(text, size, width) * line + after, 0) / POINTS
}

/** The largest of some sizes at which texts fit, and how many of them fit at the smallest where none does. */
export function fitting(
  texts: readonly string[],
  sizes: readonly [number, ...number[]],
  height: number,
  setting: Setting,
): { readonly size: number; readonly count: number } {
  const size = sizes.find((one) => heightOf(texts, one, setting) <= height)
  if (size !== undefined) return { size, count: texts.length }
  const least = Math.min(...sizes)
  let count = texts.length
  while (count > 1 && heightOf(texts.slice(0, count), least, setting) > height) count--
  return { size: least, count }
}

/** The largest of some sizes in points at which a text stands on one line. */
export function oneLineSize(text: string, sizes: readonly [number, ...number[]], width: number): number {
  return sizes.find((size) => textWidth(text, size) <= width * POINTS * 0.96) ?? Math.min(...sizes)
}
