import type { Box } from './box'

/** Quarters by which a glyph is turned clockwise, as one looks at the page. */
export type Turn = 0 | 1 | 2 | 3

export interface Glyph {
  readonly text: string
  readonly box: Box
  /** Size of its font on the page, in points. */
  readonly size: number
  readonly turn: Turn
  /** Whether it is drawn without ink, as the text that recognition lays over a scan. */
  readonly isInvisible: boolean
}

/** A drawn line: `at` across, `from` to `to` along. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What one page shows, in points from its upper left corner. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly across: readonly Ruling[]
  readonly down: readonly Ruling[]
  /** The part of it that its pictures cover, from 0 on; by the frames that they are drawn in. */
  readonly pictured: number
}

/** A page as it was read, which may have been turned for that. */
export interface ReadPage {
  readonly content: PageContent
  /** How a box of the content lies on the page as one looks at it. */
  readonly back: (box: Box) => Box
}

/** A page of which nothing could be read. */
export const BLANK: ReadPage = {
  content: { width: 0, height: 0, glyphs: [], across: [], down: [], pictured: 0 },
  back: (box) => box,
}
