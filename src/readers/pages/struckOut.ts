import type { Glyph, PageContent } from './page'

/** Parts of a glyph's height and breadth within which a line through it lies, and that it covers at least. */
const HIGHEST = 0.3
const LOWEST = 0.7
const COVERED = 0.7

/** The glyphs with a line drawn through them: what a change tracked in the text has taken out, as it is printed. */
export function struckOut({ glyphs, across }: Pick<PageContent, 'glyphs' | 'across'>): ReadonlySet<Glyph> {
  const lines = [...across].sort((one, other) => one.at - other.at)
  const struck = glyphs.filter((glyph) => {
    if (glyph.turn !== 0) return false
    const [left, top, right, bottom] = glyph.box
    const from = top + HIGHEST * (bottom - top)
    const to = top + LOWEST * (bottom - top)
    for (let at = firstFrom(lines, from); at < lines.length; at += 1) {
      const line = lines[at]
      if (line === undefined || line.at > to) return false
      if (Math.min(right, line.to) - Math.max(left, line.from) >= COVERED * (right - left)) return true
    }
    return false
  })
  return new Set(struck)
}

function firstFrom(lines: PageContent['across'], from: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((lines[half]?.at ?? 0) < from) low = half + 1
    else high = half
  }
  return low
}
