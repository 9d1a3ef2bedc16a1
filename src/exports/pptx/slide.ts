import type { Caption } from '../../charts/caption'
import type { ChartTable } from '../../charts/table'
import type { NativeChart } from '../../charts/native'
import type { Picture } from '../picture'

/** Proportions of a presentation's pages. */
export const SLIDE_FORMATS = { '16:9': { width: 13.333, height: 7.5 }, '4:3': { width: 10, height: 7.5 } } as const
export type SlideFormat = keyof typeof SLIDE_FORMATS

/** One page of a presentation: a figure with all that belongs to it. */
export interface Slide {
  readonly caption: Caption
  /** Charts that the program draws and edits itself; where there are none, the picture stands. */
  readonly native: readonly NativeChart[]
  readonly picture: Picture | null
  /** What the figure says, in sentences. */
  readonly readings: readonly string[]
  /** The same figures, for the notes. */
  readonly table: ChartTable
  /** Definitions of the figures, for the notes. */
  readonly definitions: readonly string[]
}
