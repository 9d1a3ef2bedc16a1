import type { Figure } from '../cube/query'
import type { Label } from '../form/version'
import type { ColourName } from './colours'
import { isFirm } from './comparison'
import { rowInError } from './notes'
import type { FigureRow } from './notes'
import type { FigureUnit } from './numbers'
import { both } from './words'

/** A category's label, with the error mark where a figure of it rests on an open error: native charts have no other place for it. */
export const markedLabel = (label: Label, figures: FigureRow): Label =>
  rowInError(figures) ? both(`${label.zh} E`, `${label.en} E`) : label

/** A value that a native chart may draw: a rate on too small an n is hollow on the page, and native charts have no such mark, so that it is left to the table. */
export const firmValue = (figure: Figure | undefined, unit: FigureUnit, leastN: number): number | null =>
  isFirm(figure, unit, leastN) ? (figure?.value ?? null) : null

/** That some of these are left out, where any is. */
export function smallLeftOut(figures: FigureRow, unit: FigureUnit, leastN: number): Pick<NativeChart, 'note'> {
  if (!figures.some((figure) => figure?.value != null && !isFirm(figure, unit, leastN))) return {}
  const least = String(leastN)
  return {
    note: both(
      `这张图不画 n < ${least} 的数，见所附的表。`,
      `Rates with n < ${least} are not drawn here; see the attached table.`,
    ),
  }
}

/** One row of numbers of a native chart. */
export interface NativeSeries {
  readonly name: Label
  readonly colour: ColourName
  /** Of digits upon it; absent, those that suit a dark ground. */
  readonly onColour?: ColourName
  /** One for each category, as the page has them: ratios as fractions; `null` is a gap, never 0. */
  readonly values: readonly (number | null)[]
  /** Of a line: at which of its ends its name stands; lines that have it need no legend. */
  readonly nameAt?: 'start' | 'end'
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
  /** Ends of the value axis, where names on the lines stand by them; absent, as the program has it. */
  readonly range?: { readonly from: number; readonly to: number }
  /** What is drawn on the page and cannot be here. */
  readonly note?: Label
}
