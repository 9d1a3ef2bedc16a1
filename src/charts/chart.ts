import type { EChartsCoreOption } from 'echarts/core'
import type { QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import type { ThemeName } from './colours'
import type { NativeChart } from './native'
import type { Place } from './places'
import type { ChartTable } from './table'

/** What a chart is drawn for. The same chart is redrawn for the page, a slide or a print, never enlarged. */
export interface ChartContext {
  readonly language: Language
  readonly theme: ThemeName
  /** CSS pixels of the drawing, caption not counted. */
  readonly width: number
  readonly height: number
  /** Factor on text and strokes: 1 on the page, 1.6 on a slide of 1920×1080. */
  readonly scale: number
  /** Patterns for black-and-white printing. */
  readonly decals: boolean
}

/** The reports that a chart stands on, as its caption says them. */
export interface ChartBasis {
  readonly years: readonly number[]
  /** `null` where nothing matches. */
  readonly scope: QueryResult['scope']
  readonly agencies: number
  readonly reports: number
  /** Agency-years that owe a report and have none. */
  readonly missing: number
  /** Who the agencies are, of a figure that looks beyond those that its filter names: said in their place. */
  readonly beyond?: Label
}

/** A sentence under the chart. Errors are findings that the figures rest on; the rest is what a reader must know. */
export interface ChartNote {
  readonly tone: 'plain' | 'error'
  readonly text: Label
  /** It tells how the page's drawing is to be read, and says nothing where the figure is a native chart, a table or sentences. */
  readonly ofDrawing?: true
}

/** A chart made from a query's result: what it says, how it is drawn, and the same figures as a table. */
export interface Chart {
  /** Catalogue id, also the stem of file names in English. */
  readonly id: string
  readonly title: Label
  /** Unit or definition, the last part of the caption. */
  readonly unit: Label
  readonly basis: ChartBasis
  /** Figures whose definitions the caption links to, the leading one first. */
  readonly figures: readonly string[]
  readonly notes: readonly ChartNote[]
  /** Where the figures stand in the reports. */
  readonly source: Label
  /** What it says, sentence by sentence, made from the numbers and never more certain than they are; the text for those who do not see the drawing. */
  readonly readings: readonly Label[]
  readonly table: ChartTable
  /** Of one over the years: the year that it is asked to tell; absent, the newest. */
  readonly told?: number
  /** It has more rows than it shows unless it is asked for whole. */
  readonly folds?: boolean
  /** Width in CSS pixels that a picture needs, where the page may be narrower. */
  readonly leastWidth?: number
  /** Height in CSS pixels that the drawing wants at a width, at scale 1. */
  readonly heightAt: (width: number) => number
  readonly option: (context: ChartContext) => EChartsCoreOption
  /** Where the drawing of the same context shows its agencies, years and parts; a smaller place lies after the larger one that holds it. */
  readonly places?: (context: ChartContext) => readonly Place[]
  /** The same for office programs, side by side where there are several; absent where they have no such kind of chart. */
  readonly native?: readonly NativeChart[]
  /** `unit` for the native charts, where the page's speaks of how it is drawn. */
  readonly nativeUnit?: Label
}
