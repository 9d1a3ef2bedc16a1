import type { TotalFigure } from '../../totals/figure'
import type { TextPiece } from '../docx/blocks'

/** Put after a figure of which a member that has reported has no number, and after one that rests on a number in an open error finding. */
export const LACKING_MARK = '①'
export const ERROR_MARK = '②'

/** The marks of a figure, raised; none where there is nothing to say of it. */
export function marksOf({ lacking, inError }: TotalFigure): TextPiece[] {
  const marks = (lacking > 0 ? LACKING_MARK : '') + (inError ? ERROR_MARK : '')
  return marks === '' ? [] : [{ text: marks, manner: 'raised' }]
}
