import type { Place } from '../charts/places'
import { labelOfFigure } from '../charts/ranked'
import { both } from '../charts/words'
import { figureOf } from '../form/indicators'
import { isFieldId } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Label } from '../form/version'

/** What a place shows besides its agency and year: its part or its figure; `null` where it is nothing more. */
export function subjectOf({ mark, figure, name }: Place): Label | null {
  if (name) return name
  if (figure !== undefined) return labelOfFigure(figure)
  return mark.part === undefined ? null : both(mark.part, mark.part)
}

/** The cell of a report that a figure's number stands in: of a rate that of its numerator. `null` for what is summed from several. */
export function cellOf(figure: string): FieldId | null {
  const known = figureOf(figure)
  const id = known?.kind === 'indicator' ? known.numerator.id : figure
  return isFieldId(id) ? id : null
}
