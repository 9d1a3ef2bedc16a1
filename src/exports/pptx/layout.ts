import type { ColourName } from '../../charts/colours'
import type { NativeChart } from '../../charts/native'
import { SLIDE_FORMATS } from './slide'
import type { SlideFormat } from './slide'

/** Inches. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface TextRun {
  readonly text: string
  readonly colour: ColourName
  readonly bold?: boolean
  /** Points, where it is not that of its item. */
  readonly size?: number
}

/** A text box: paragraphs of runs. */
export interface PlacedText {
  readonly kind: 'text'
  readonly box: Box
  readonly paragraphs: readonly (readonly TextRun[])[]
  /** Points. */
  readonly size: number
  readonly align?: 'left' | 'center' | 'right'
  readonly valign?: 'top' | 'middle' | 'bottom'
  /** Points after each paragraph. */
  readonly after?: number
  /** Line height over the size. */
  readonly leading?: number
  /** A dashed frame around it. */
  readonly framed?: boolean
}

export interface PlacedChart {
  readonly kind: 'chart'
  readonly box: Box
  readonly chart: NativeChart
  readonly alt: string
}

export interface PlacedPicture {
  readonly kind: 'picture'
  readonly box: Box
  readonly svg: string
  readonly alt: string
}

export interface PlacedCell {
  readonly text: string
  /** Smaller, behind it. */
  readonly small: string
  readonly align: 'left' | 'right'
  readonly colour: ColourName
}

export interface PlacedTable {
  readonly kind: 'table'
  readonly box: Box
  /** Inches. */
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly head: readonly PlacedCell[]
  readonly rows: readonly (readonly PlacedCell[])[]
  /** Points. */
  readonly size: number
}

export type Placed = PlacedText | PlacedChart | PlacedPicture | PlacedTable

/** One page of the presentation as data: what stands where. */
export interface SlideLayout {
  readonly master: 'title' | 'section' | 'page'
  readonly title: { readonly text: string; readonly size: number }
  readonly placed: readonly Placed[]
  /** `''` for none. */
  readonly notes: string
}

/** What layouts are made for. */
export interface PageSetting {
  readonly format: SlideFormat
  /** Inches at the right of the title that the logo takes. */
  readonly logoWidth: number
}

export const MARGIN = 0.61
/** Where the drawing begins, and what is kept free below it. */
const ABOVE = 1.52
export const BELOW = 0.64

/** The page between the margins, under title and caption. */
export function roomOf(format: SlideFormat): Box {
  const { width, height } = SLIDE_FORMATS[format]
  return { x: MARGIN, y: ABOVE, w: width - 2 * MARGIN, h: height - ABOVE - BELOW }
}
