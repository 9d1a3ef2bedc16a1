import { numberText } from '../../charts/numbers'
import { grouped } from '../../check/rules/findingWords'
import { ruleOf } from '../../check/rules/rules'
import { fieldOf } from '../../form/fields'
import { TABLE_LABELS } from '../../form/version'
import type { Finding, FindingCell, Quote } from '../../report/finding'
import { placeInWords } from '../../report/place'
import { paragraph } from '../docx/blocks'
import type { DocxBlock, TableBlock, TableCellBlock } from '../docx/blocks'
import { DOINGS, chineseNumeral, wordsToAgency } from './letterWords'

const HEADS = ['项目', '填报数', '在文件中的位置'] as const
/** Shares of the page's width. */
const WIDTHS = [46, 14, 40]
/** 小四 and its rows. */
const SIZE = 24
const ROW_HEIGHT = 400

/** One finding: its rule, what is wrong in words, the formula, the cells with their places, the agency's own sentences, and what to do. */
export function findingBlocks(finding: Finding, number: number): DocxBlock[] {
  const { rule, formula, cells, quotes = [], severity } = finding
  const title = ruleOf(rule)?.title.zh ?? ''
  const words = wordsToAgency(finding)
  const sum = grouped(formula)
  return [
    paragraph('subheading', `（${chineseNumeral(number)}）${title}（${rule}）`),
    paragraph('body', words),
    ...(words.includes(sum) ? [] : [paragraph('body', `算式：${sum}`)]),
    ...quotes.map((quote) => paragraph('body', quoteText(quote, finding))),
    ...(cells.length === 0 ? [] : [cellTable(finding)]),
    paragraph('body', `处理：${DOINGS[severity]}`),
  ]
}

function quoteText({ agency, year, section, text }: Quote, finding: Finding): string {
  const part = section === null ? '标题' : section === 0 ? '开头' : `第${chineseNumeral(section)}部分`
  return `原文（${reportWords(agency ?? undefined, year, finding)}${part}）：“${oneLine(text)}”`
}

function cellTable(finding: Finding): TableBlock {
  const head = HEADS.map((text) => cell(text, 'center'))
  return {
    kind: 'table',
    widths: WIDTHS,
    rows: [head, ...finding.cells.map((one) => cellRow(one, finding))],
    headRows: 1,
    size: SIZE,
    rowHeight: ROW_HEIGHT,
  }
}

function cellRow({ field, agency, year, value, place, file }: FindingCell, finding: Finding): TableCellBlock[] {
  const { table, label } = fieldOf(field)
  const at = placeInWords(place, 'zh')
  return [
    cell(`${reportWords(agency, year, finding)}${TABLE_LABELS[table].zh}，${label.zh}`, 'left'),
    cell(value === null ? '（空白）' : numberText(value, 'zh', 0, 6), 'center'),
    cell(at === '' ? nameOf(file) : at, 'left'),
  ]
}

/** Whose and which year's report, where it is not the one that the letter is about. */
function reportWords(agency: string | undefined, year: number | null, finding: Finding): string {
  const whose = agency === undefined || agency === finding.agency ? '' : agency
  const when = year === null || (year === finding.year && whose === '') ? '' : `${String(year)}年年报`
  return whose === '' && when === '' ? '' : `${whose}${when}，`
}

const nameOf = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function cell(text: string, align: TableCellBlock['align']): TableCellBlock {
  return { pieces: [{ text }], colspan: 1, rowspan: 1, align }
}
