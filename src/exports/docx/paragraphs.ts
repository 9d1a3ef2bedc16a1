import { Paragraph, ShadingType, TextRun } from 'docx'
import type { IRunOptions } from 'docx'
import { legalText } from '../legalText'
import type { ParagraphBlock, TextPiece } from './blocks'
import { styleOf } from './styles'

/** Ground of places that a person has to fill in. */
const OPEN_GROUND = 'FFF2CC'

/** A piece of text as runs, one a line; what holds for all of them comes from the style of the paragraph, or from `more`. */
export function runsOf({ text, manner }: TextPiece, more: IRunOptions = {}): TextRun[] {
  return legalText(text)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({
          text: line,
          ...(at > 0 ? { break: 1 } : {}),
          // Quotation marks and dots are as wide as Chinese letters.
          font: { hint: 'eastAsia' },
          ...more,
          ...(manner === 'raised' ? { superScript: true } : {}),
          ...(manner === 'open' ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: OPEN_GROUND } } : {}),
        }),
    )
}

/** A paragraph in the style of its role. */
export function paragraphOf({ role, pieces, newPage = false, keepNext = false }: ParagraphBlock): Paragraph {
  return new Paragraph({
    style: styleOf(role),
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...(keepNext ? { keepNext: true } : {}),
    children: pieces.flatMap((piece) => runsOf(piece)),
  })
}
