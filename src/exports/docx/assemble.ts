import { AlignmentType, Document, Footer, PageNumber, Packer, Paragraph, TextRun } from 'docx'
import type { Table } from 'docx'
import { legalText } from '../legalText'
import type { DocxBlock } from './blocks'
import { FONTS, fontTable } from './fonts'
import { mendedDocument } from './mendedDocument'
import { paragraphOf } from './paragraphs'
import { PAGE, face, paragraphStyles } from './styles'
import { tableOf } from './tables'
import type { DocxAbout } from './writeDocx'

/** The file of a document. */
export async function assemble(blocks: readonly DocxBlock[], { title, footer = '' }: DocxAbout): Promise<Uint8Array> {
  const drawings = blocks.some(isDrawn) ? await import('./drawings') : null
  const document = new Document({
    title: legalText(title),
    creator: 'Gouji',
    lastModifiedBy: 'Gouji',
    styles: {
      default: {
        document: { run: { font: face(FONTS.body), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
      paragraphStyles: paragraphStyles(),
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footerOf(footer) },
        children: blocks.flatMap((block): (Paragraph | Table)[] => {
          if (block.kind === 'table') return [tableOf(block)]
          if (block.kind === 'paragraph') return [paragraphOf(block)]
          return drawings ? [drawings.drawingOf(block)] : []
        }),
      },
    ],
  })
  const fonts = { path: 'word/fontTable.xml', data: fontTable() }
  return mendedDocument(await Packer.pack(document, 'uint8array', undefined, [fonts]))
}

const isDrawn = ({ kind }: DocxBlock): boolean => kind === 'picture' || kind === 'chart'

/** The number of the page between dashes, 四号 宋体; over it what every page is to say. */
function footerOf(text: string): Footer {
  const run = { font: face(FONTS.page), size: 28 }
  const said = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: { ...face(FONTS.page), hint: 'eastAsia' }, size: 18, text: legalText(text) })],
  })
  return new Footer({
    children: [
      ...(text === '' ? [] : [said]),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
