import type { Glyph, PageContent } from './page'

/** What can be said of the characters of a document before anything is read from them. */
export interface Legibility {
  /** Characters that their font does not name. */
  readonly unnamed: number
  /** Whether most are hidden, or lie on pictures of pages: recognised from these. */
  readonly isRecognised: boolean
  /** Whether there is no more text than a page number or a stamp on each page. */
  readonly isScanned: boolean
  /** Whether there is text, and none that is Chinese as anybody writes it. */
  readonly isGarbled: boolean
}

/** Characters of which some are in every Chinese report. */
const COMMON = /[的一是在不了有和人这中大为上国以要年政府信息公开工作报告机关本]/gu
const LEAST_COMMON = 0.04
const LEAST_GLYPHS = 80
const MOST_UNNAMED = 0.2
/** Characters a page below which its text is no more than a page number or a stamp. */
const FEWEST_A_PAGE = 10
/** The part of a page that a picture in the text does not cover, and a scan does. */
const PICTURE = 0.25
/** The part that only the picture of the page itself covers. */
const WHOLE = 0.8

export function legibilityOf(pages: readonly PageContent[]): Legibility {
  const glyphs = pages.flatMap((page) => page.glyphs)
  const text = glyphs.map((glyph) => glyph.text).join('')
  const unnamed = glyphs.filter((glyph) => glyph.text.includes('\uFFFD')).length
  const foreign = text.replace(/[\u0020-\u007e]/gu, '').length
  const common = text.match(COMMON)?.length ?? 0
  return {
    unnamed,
    isRecognised: recognised(pages) * 2 > glyphs.length,
    isScanned: glyphs.length < FEWEST_A_PAGE * pages.length,
    isGarbled:
      glyphs.length >= LEAST_GLYPHS &&
      (unnamed > glyphs.length * MOST_UNNAMED || (foreign > LEAST_GLYPHS && common < foreign * LEAST_COMMON)),
  }
}

/** Whether a page is a picture and no text. */
export function isScan({ pictured, glyphs }: PageContent): boolean {
  return pictured > PICTURE && glyphs.length < FEWEST_A_PAGE
}

/**
 * Characters that a machine may have recognised: those without ink, and those of pages that are a picture and have no line drawn, if no page has:
 * the lines of their tables are in the pictures. One page with lines tells of a letterhead behind true text.
 */
function recognised(pages: readonly PageContent[]): number {
  const isRuled = pages.some(({ across, down }) => across.length + down.length > 0)
  return pages
    .map(({ glyphs, pictured }) =>
      !isRuled && pictured > WHOLE ? glyphs.length : glyphs.filter((glyph) => glyph.isInvisible).length,
    )
    .reduce((sum, count) => sum + count, 0)
}

/** A page with what is seen of it; what is drawn without ink counts only where all text is. */
export function visible(page: PageContent): PageContent {
  const glyphs: Glyph[] = page.glyphs.filter((glyph) => !glyph.isInvisible)
  return glyphs.length === page.glyphs.length ? page : { ...page, glyphs }
}
