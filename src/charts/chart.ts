import type { EChartsCoreOption } from 'echarts/core'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import type { ThemeName } from './colours'
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
  readonly reports: number
  readonly agencies: number
  readonly missing: number
}

/** A chart made from a query's result: what it says, how it is drawn, and the same figures as a table. */
export interface Chart {
  /** Catalogue id, also the stem of file names in English. */
  readonly id: string
  readonly title: Label
  readonly unit: Label
  readonly basis: ChartBasis
  /** Figures whose definitions the caption links to. */
  readonly figures: readonly string[]
  /** Sentences that belong under the chart: breaks, left-out agencies, figures that rest on open errors. */
  readonly notes: readonly Label[]
  /** The reading for those who do not see the drawing. */
  readonly reading: Label
  readonly table: ChartTable
  /** Height in CSS pixels that the drawing wants at a width. */
  readonly heightAt: (width: number) => number
  readonly option: (context: ChartContext) => EChartsCoreOption
}
