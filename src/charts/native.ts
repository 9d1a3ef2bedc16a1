import type { Label } from '../form/version'
import type { ColourName } from './colours'
import { rowInError } from './notes'
import type { FigureRow } from './notes'
import type { FigureUnit } from './numbers'
import { both } from './words'

/** A category's label, with the error mark where a figure of it rests on an open error: native charts have no other place for it. */
export const markedLabel = (label: Label, figures: FigureRow): Label =>
  rowInError(figures) ? both(`${label.zh} E`, `${label.en} E`) : label

/** One row of numbers of a native chart. */
export interface NativeSeries {
  readonly name: Label
  readonly colour: ColourName
  /** Of digits upon it; absent, those that suit a dark ground. */
  readonly onColour?: ColourName
  /** One for each category, as the page has them: ratios as fractions; `null` is a gap, never 0. */
  readonly values: readonly (number | null)[]
}

/** A chart as office programs draw and edit it: its numbers by category, each series in its colour. */
export interface NativeChart {
  readonly kind: 'column' | 'bar' | 'line'
  readonly stacked: boolean
  readonly unit: FigureUnit
  /** Where a figure has several of them side by side. */
  readonly title?: Label
  /** With `E` where the figures rest on an open error. Bars: from the top. */
  readonly categories: readonly Label[]
  readonly series: readonly NativeSeries[]
  /** What is drawn on the page and cannot be here. */
  readonly note?: Label
}
