import type { Finding } from '../../report/finding'
import type { Severity } from '../../report/report'
import { EXAMPLE_MARK } from '../dataset'
import { paragraph } from '../docx/blocks'
import type { DocxBlock, ParagraphBlock, TextPiece } from '../docx/blocks'
import { writeDocx } from '../docx/writeDocx'
import { findingBlocks } from './findingBlocks'
import { DEFAULT_PREAMBLE, chineseNumeral, dayInWords, filledParagraphs } from './letterWords'

/** Whom a letter is to, and what it is about. */
export interface Letter {
  /** Name of the agency. */
  readonly agency: string
  readonly year: number
  readonly findings: readonly Finding[]
}

/** Whom a reminder is to: no report of the year is here, and its day is over. */
export interface Reminder {
  /** Name of the agency. */
  readonly agency: string
  readonly year: number
  /** Day by which it was to be published, `YYYY-MM-DD`. */
  readonly deadline: string
}

/** What all letters of one sending have alike. */
export interface LetterManner {
  /** First paragraphs with the places of `PLACES`; `''` for those that ship. */
  readonly preamble: string
  /** Who signs; `''` leaves a place to fill in. */
  readonly sender: string
  /** Day by which the agency is to answer, `YYYY-MM-DD`; `''` leaves a place to fill in. */
  readonly due: string
  /** Day of the letter, `YYYY-MM-DD`. */
  readonly date: string
  /** Figures of the fictional city: said at the head. */
  readonly example: boolean
}

const PARTS: readonly { readonly severity: Severity; readonly title: string }[] = [
  { severity: 'error', title: '数字不等，应当更正的' },
  { severity: 'warning', title: '需要核实的' },
  { severity: 'info', title: '供参考的' },
]
const CLOSING = '以上各项由程序按统一表式的勾稽关系核对得出，数字以年报原件为准。'
const OPEN_DAY = '〔请填写：截止日期〕'

/**
 * A letter (整改通知) as a Word document in the layout of official documents: what is wrong in words, formula, place and what to do, errors first. In Chinese,
 * as the reports are. Texts from files are texts: no fields, no control characters.
 */
export function letterDocx(letter: Letter, manner: LetterManner): Promise<Uint8Array> {
  return writeDocx(letterBlocks(letter, manner), { title: titleOf(letter) })
}

/** A reminder (催报通知) to an agency whose report has not come, in the layout of `letterDocx`. It says what is not here, not what was not done. */
export function reminderDocx(reminder: Reminder, manner: LetterManner): Promise<Uint8Array> {
  const { agency, year, deadline } = reminder
  const title = `关于报送${visible(agency)}${String(year)}年度政府信息公开工作年度报告的通知`
  const { date, due, example } = manner
  const blocks: DocxBlock[] = [
    ...(example ? [paragraph('note', EXAMPLE_MARK.zh)] : []),
    paragraph('title', title),
    paragraph('salutation', `${agency}：`),
    paragraph(
      'body',
      `你单位${String(year)}年度政府信息公开工作年度报告应于${dayInWords(deadline)}前公布。截至${dayInWords(date)}，我们没有收到，也没有查到这份年报。`,
    ),
    openingBlock(
      `请于${dueText(due)}前公布并报送年报文件；已经公布的，请告知公布日期和网址；本年度确无应报告事项的，请书面说明。`,
    ),
    ...signature(manner),
  ]
  return writeDocx(blocks.map(visibleBlock), { title })
}

const dueText = (due: string): string => (due === '' ? OPEN_DAY : dayInWords(due))

function signature({ sender, date }: LetterManner): DocxBlock[] {
  return [
    paragraph('signature', sender.trim() === '' ? { text: '〔请填写：发文机关〕', manner: 'open' } : sender.trim()),
    paragraph('date', dayInWords(date)),
  ]
}

function titleOf({ agency, year }: Letter): string {
  return `关于${visible(agency)}${String(year)}年度政府信息公开工作年度报告有关问题的整改通知`
}

function letterBlocks(letter: Letter, manner: LetterManner): DocxBlock[] {
  const { preamble, due, example } = manner
  const { agency, year, findings } = letter
  const opening = filledParagraphs(preamble.trim() === '' ? DEFAULT_PREAMBLE : preamble, {
    机关: agency,
    年份: String(year),
    截止日期: dueText(due),
    条数: String(findings.length),
  })
  const parts = PARTS.map(({ severity, title }) => ({
    title,
    own: findings.filter((one) => one.severity === severity),
  }))
  const blocks: DocxBlock[] = [
    ...(example ? [paragraph('note', EXAMPLE_MARK.zh)] : []),
    paragraph('title', titleOf(letter)),
    paragraph('salutation', `${agency}：`),
    ...opening.map(openingBlock),
    ...parts
      .filter(({ own }) => own.length > 0)
      .flatMap(({ title, own }, at) => [
        paragraph('heading', `${chineseNumeral(at + 1)}、${title}`),
        ...own.flatMap((finding, index) => findingBlocks(finding, index + 1)),
      ]),
    paragraph('body', CLOSING),
    ...signature(manner),
  ]
  return blocks.map(visibleBlock)
}

/** A paragraph whose place for a day stands on a coloured ground where it is open. */
function openingBlock(text: string): ParagraphBlock {
  const [before = '', ...rest] = text.split(OPEN_DAY)
  return paragraph('body', before, ...rest.flatMap((after) => [{ text: OPEN_DAY, manner: 'open' } as const, after]))
}

/** Text without what is not seen but changes what is: bidi controls, zero-width characters, line separators. */
function visible(text: string): string {
  return text.replace(/[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu, '')
}

function visibleBlock(block: DocxBlock): DocxBlock {
  const pieces = (some: readonly TextPiece[]): TextPiece[] =>
    some.map((piece) => ({ ...piece, text: visible(piece.text) }))
  if (block.kind === 'paragraph') return { ...block, pieces: pieces(block.pieces) }
  if (block.kind !== 'table') return block
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, pieces: pieces(cell.pieces) }))) }
}
