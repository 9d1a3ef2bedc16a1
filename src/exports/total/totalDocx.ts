import { TABLE_IDS } from '../../form/version'
import { narrativeOf } from '../../totals/narrative'
import type { NarrativeParagraph } from '../../totals/narrative'
import type { Total } from '../../totals/total'
import { EXAMPLE_MARK } from '../dataset'
import { onNewPage, paragraph } from '../docx/blocks'
import type { DocxBlock, ParagraphBlock, TextPiece } from '../docx/blocks'
import { writeDocx } from '../docx/writeDocx'
import { annexBlocks } from './annex'
import { statutoryTable } from './statutoryTables'
import { tableNotes } from './tableNotes'
import { marksOf } from './figureMarks'

export interface TotalDocxOptions {
  /** Figures of the fictional city: said at the head of the document. */
  readonly example: boolean
}

/**
 * The total as a Word document in the layout of the form (国办公开办函〔2021〕30号, 〔2019〕60号): six sections with the figures in sentences, tables 二, 三 (on one page) and 四, places
 * to fill in on a coloured ground, and an annex that says what the figures rest on.
 */
export function totalDocx(total: Total, options: TotalDocxOptions): Promise<Uint8Array> {
  return writeDocx(totalBlocks(total, options), { title: narrativeOf(total).title.join('') })
}

function totalBlocks(total: Total, { example }: TotalDocxOptions): DocxBlock[] {
  const { title, opening, sections, signature } = narrativeOf(total)
  const [, , thirdTable] = sections
  return [
    ...(example ? [paragraph('note', EXAMPLE_MARK.zh)] : []),
    paragraph('title', title.join('\n')),
    ...opening.map(bodyOf),
    ...sections.flatMap((section, at): DocxBlock[] => {
      // The three tables stand in the second, third and fourth section.
      const table = TABLE_IDS[at - 1]
      const heading = paragraph('heading', section.heading)
      return [
        section === thirdTable ? onNewPage(heading) : heading,
        ...section.paragraphs.map(bodyOf),
        ...(table
          ? [statutoryTable(total, table), ...tableNotes(total, table, 'zh').map((note) => paragraph('note', note))]
          : []),
      ]
    }),
    paragraph('signature', signature),
    paragraph('date', { text: '〔请填写：日期〕', manner: 'open' }),
    ...annexBlocks(total),
  ]
}

function bodyOf(pieces: NarrativeParagraph): ParagraphBlock {
  return paragraph(
    'body',
    ...pieces.flatMap((piece): TextPiece[] => {
      if (piece.kind === 'open') return [{ text: piece.text, manner: 'open' }]
      return [{ text: piece.text }, ...(piece.kind === 'figure' ? marksOf(piece.figure) : [])]
    }),
  )
}
