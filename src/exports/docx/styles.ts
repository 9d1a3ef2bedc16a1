import { AlignmentType, LineRuleType } from 'docx'
import type { IFontAttributesProperties, IParagraphStyleOptions } from 'docx'
import type { ParagraphRole } from './blocks'
import { FONTS } from './fonts'

/** A4 with the margins of GB/T 9704—2012 in twips: a text area of 156 mm × 225 mm. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 851, footer: 1400 },
} as const
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

/** Twips: 28 points, so that 22 lines stand on a page. */
const LINE = 560
/** Sizes in half points: 二号, 三号, 五号. */
const SIZES = { title: 44, body: 32, note: 21 } as const

/** A face for Chinese text with Latin letters and figures beside it. */
export const face = (eastAsia: string): IFontAttributesProperties => ({
  ascii: FONTS.latin,
  hAnsi: FONTS.latin,
  cs: FONTS.latin,
  eastAsia,
})

interface Look {
  readonly name: string
  readonly font: string
  readonly size: number
  readonly paragraph: NonNullable<IParagraphStyleOptions['paragraph']>
}

const line = { line: LINE, lineRule: LineRuleType.EXACT }
const indented = { firstLineChars: 200, firstLine: 640 }

const LOOKS: Readonly<Record<ParagraphRole, Look>> = {
  title: {
    name: '公文标题',
    font: FONTS.title,
    size: SIZES.title,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, line: 680, before: 560, after: 560 } },
  },
  heading: {
    name: '公文一级标题',
    font: FONTS.heading,
    size: SIZES.body,
    paragraph: { spacing: line, indent: indented, keepNext: true, outlineLevel: 0 },
  },
  subheading: {
    name: '公文二级标题',
    font: FONTS.subheading,
    size: SIZES.body,
    paragraph: { spacing: line, indent: indented, keepNext: true, outlineLevel: 1 },
  },
  body: {
    name: '公文正文',
    font: FONTS.body,
    size: SIZES.body,
    paragraph: { spacing: line, indent: indented, alignment: AlignmentType.BOTH },
  },
  salutation: { name: '公文主送', font: FONTS.body, size: SIZES.body, paragraph: { spacing: line } },
  note: {
    name: '公文表注',
    font: FONTS.body,
    size: SIZES.note,
    paragraph: { spacing: { line: 320, lineRule: LineRuleType.EXACT, before: 60 }, alignment: AlignmentType.BOTH },
  },
  signature: {
    name: '公文署名',
    font: FONTS.body,
    size: SIZES.body,
    paragraph: { spacing: { ...line, before: LINE }, alignment: AlignmentType.RIGHT, indent: { right: 640 } },
  },
  date: {
    name: '公文日期',
    font: FONTS.body,
    size: SIZES.body,
    paragraph: { spacing: line, alignment: AlignmentType.RIGHT, indent: { right: 640 } },
  },
}

/** Id of the paragraph style of a role. */
export const styleOf = (role: ParagraphRole): string => `gongwen-${role}`

/** A paragraph style for every role, so that a person can change them all at once. */
export function paragraphStyles(): IParagraphStyleOptions[] {
  return Object.entries(LOOKS).map(([role, { name, font, size, paragraph }]) => ({
    id: `gongwen-${role}`,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: face(font), size },
    paragraph,
  }))
}
