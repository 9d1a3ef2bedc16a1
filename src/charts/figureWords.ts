import { figureOf } from '../form/indicators'
import type { FormVersion, Label } from '../form/version'
import type { ChartNote } from './chart'
import { CONTINUOUS_NOTE, spansForms } from './notes'
import type { FigureUnit } from './numbers'
import { formulaOfFigure } from './ranked'
import { both, WORDS } from './words'

/** Definition of a rate, or unit of a count. */
export function unitWords(figure: string, unit: FigureUnit): Label {
  const formula = formulaOfFigure(figure)
  if (formula) return both(`${formula.zh}，%`, `${formula.en}, %`)
  return unit === 'money' ? both('万元', '10,000 yuan') : WORDS.cases
}

/** Whether a figure goes on over the change of form, or the one form that has it; a rate goes on where both of its parts do. */
export function seriesOf(id: string): 'continuous' | FormVersion {
  const figure = figureOf(id)
  if (figure?.kind === 'measure') return figure.measure.series
  const parts = figure ? [figure.numerator.series, figure.denominator.series] : []
  return parts.find((series) => series !== 'continuous') ?? 'continuous'
}

/** What the change of form means for a figure over the years. */
export function breakNotes(id: string, years: readonly number[]): ChartNote[] {
  if (!spansForms(years)) return []
  const series = seriesOf(id)
  if (series === 'continuous') return [CONTINUOUS_NOTE]
  return [
    {
      tone: 'plain',
      text: both(
        `只有 ${series} 版表式有这一项，另一版的年份不适用。`,
        `Only the ${series} form has this item; it does not apply to years on the other form.`,
      ),
    },
  ]
}
