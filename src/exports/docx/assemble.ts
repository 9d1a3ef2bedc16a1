import { AlignmentType, Document, Footer, PageNumber, Packer, Paragraph, TextRun } from 'docx'
import type { DocxBlock } from './blocks'
import { FONTS, fontTable } from './fonts'
import { paragraphOf } from './paragraphs'
import { PAGE, face, paragraphStyles } from './styles'
import { tableOf } from './tables'
import type { DocxAbout } from './writeDocx'

/** The file of a document. */
export async function assemble(blocks: readonly DocxBlock[], { title }: DocxAbout): Promise<Uint8Array> {
  const document = new Document({
    title,
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
        footers: { default: pageNumber() },
        children: blocks.map((block) => (block.kind === 'table' ? tableOf(block) : paragraphOf(block))),
      },
    ],
  })
  return Packer.pack(document, 'uint8array', undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}

/** The number of the page between dashes, 四号 宋体. */
function pageNumber(): Footer {
  const run = { font: face(FONTS.page), size: 28 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
