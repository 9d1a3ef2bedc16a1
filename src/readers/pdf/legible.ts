import type { Glyph, PageContent } from './page'

/** What can be said of the characters of a document before anything is read from them. */
export interface Legibility {
  /** Characters in all. */
  readonly count: number
  /** Characters that their font does not name. */
  readonly unnamed: number
  /** Whether most are drawn without ink: recognised from the picture of the page. */
  readonly isRecognised: boolean
  /** Whether there is text, and none that is Chinese as anybody writes it. */
  readonly isGarbled: boolean
}

/** Characters of which some are in every Chinese report. */
const COMMON = /[的一是在不了有和人这中大为上国以要年政府信息公开工作报告机关本]/gu
const LEAST_COMMON = 0.04
const LEAST_GLYPHS = 80
const MOST_UNNAMED = 0.2

export function legibilityOf(pages: readonly PageContent[]): Legibility {
  const glyphs = pages.flatMap((page) => page.glyphs)
  const text = glyphs.map((glyph) => glyph.text).join('')
  const unnamed = glyphs.filter((glyph) => glyph.text.includes('\uFFFD')).length
  const foreign = text.replace(/[\u0020-\u007e]/gu, '').length
  const common = text.match(COMMON)?.length ?? 0
  return {
    count: glyphs.length,
    unnamed,
    isRecognised: glyphs.filter((glyph) => glyph.isInvisible).length * 2 > glyphs.length,
    isGarbled:
      glyphs.length >= LEAST_GLYPHS &&
      (unnamed > glyphs.length * MOST_UNNAMED || (foreign > LEAST_GLYPHS && common < foreign * LEAST_COMMON)),
  }
}

/** A page with what is seen of it; what is drawn without ink counts only where all text is. */
export function visible(page: PageContent): PageContent {
  const glyphs: Glyph[] = page.glyphs.filter((glyph) => !glyph.isInvisible)
  return glyphs.length === page.glyphs.length ? page : { ...page, glyphs }
}
