import type { FigureForm } from '../../analysis/kept'
import type { Caption } from '../../charts/caption'
import type { NativeChart } from '../../charts/native'
import type { WrittenTable } from '../../charts/writtenTable'
import type { Picture } from '../picture'

/** Proportions of a presentation's pages, in inches. */
export const SLIDE_FORMATS = { '16:9': { width: 13.333, height: 7.5 }, '4:3': { width: 10, height: 7.5 } } as const
export type SlideFormat = keyof typeof SLIDE_FORMATS

/** The first page: what the presentation is, and of which data. */
export interface TitleSlide {
  readonly kind: 'title'
  readonly title: string
  /** Date of the data, fingerprint. */
  readonly lines: readonly string[]
  /** The mark of the fictional city, `''` on real data. */
  readonly example: string
}

export interface SectionSlide {
  readonly kind: 'section'
  readonly title: string
  readonly example: string
  readonly source: string
}

/** Sentences of a person's own. */
export interface TextSlide {
  readonly kind: 'text'
  readonly title: string
  readonly lines: readonly string[]
  readonly example: string
  /** At the foot: of which data the presentation is. */
  readonly source: string
}

/** A number shown large, with what it is of and what it rests on. */
export interface BigNumber {
  readonly label: string
  readonly text: string
  /** Under it: the year or column, n, how it came to be. */
  readonly under: string
}

/** A figure with all that belongs to it. */
export interface FigureSlide {
  readonly kind: 'figure'
  readonly form: FigureForm
  readonly caption: Caption
  /** Charts that the program draws and edits itself; where there are none, the picture stands. */
  readonly native: readonly NativeChart[]
  readonly picture: Picture | null
  /** What the figure says, in sentences. */
  readonly readings: readonly string[]
  /** The same figures, as a table of the program or for the notes. */
  readonly table: WrittenTable
  /** Columns of the table that hold numbers. */
  readonly numeric: readonly boolean[]
  readonly numbers: readonly BigNumber[]
  /** Definitions of the figures, for the notes. */
  readonly definitions: readonly string[]
  /** What has changed since the figure was put in, for the notes. */
  readonly changed: readonly string[]
}

export type Slide = TitleSlide | SectionSlide | TextSlide | FigureSlide
