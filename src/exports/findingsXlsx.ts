import type { FindingStanding } from '../check/decisions'
import { RULES, findingText, ruleOf } from '../check/rules/rules'
import { fieldOf } from '../form/fields'
import type { Label } from '../form/version'
import type { Finding, FindingCell } from '../report/finding'
import { placeText } from '../report/place'
import type { Language } from '../report/wording'
import { EXAMPLE_MARK } from './dataset'
import { FINDING_WORD_LABELS, SEVERITY_LABELS } from './datasetWords'
import { writeWorkbook } from './xlsx'
import type { SheetCell, SheetTable } from './xlsx'

interface Column {
  readonly label: Label
  readonly width: number
  readonly of: (finding: Finding, language: Language) => SheetCell
}

const COLUMNS: readonly Column[] = [
  { label: { zh: '机关', en: 'Agency' }, width: 30, of: ({ agency }) => agency ?? '' },
  { label: { zh: '年度', en: 'Year' }, width: 8, of: ({ year }) => year },
  {
    label: { zh: '程度', en: 'Severity' },
    width: 10,
    of: ({ severity }, language) => SEVERITY_LABELS[severity][language],
  },
  { label: { zh: '规则', en: 'Rule' }, width: 8, of: ({ rule }) => rule },
  {
    label: { zh: '规则名称', en: 'Rule name' },
    width: 36,
    of: ({ rule }, language) => ruleOf(rule)?.title[language] ?? '',
  },
  { label: { zh: '说明', en: 'Finding and what to do' }, width: 70, of: findingText },
  { label: { zh: '算式', en: 'Formula' }, width: 28, of: ({ formula }) => formula },
  { label: { zh: '差额', en: 'Difference' }, width: 10, of: ({ difference }) => difference ?? null },
  {
    label: { zh: '涉及的格', en: 'Cells' },
    width: 60,
    of: ({ cells }, language) => cells.map((cell) => cellText(cell, language)).join('\n'),
  },
  { label: { zh: '文句', en: 'Passages' }, width: 60, of: quotesText },
  { label: { zh: '文件', en: 'Files' }, width: 40, of: filesText },
]

/** One cell of a report in words: which one, its number, and where it stands. */
function cellText({ field, agency, year, value, place }: FindingCell, language: Language): string {
  const report = [agency, year].filter((part) => part !== undefined && part !== null).join(' ')
  const at = placeText(place, language)
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  return `${report} ${fieldOf(field).label[language]} ${value === null ? '□' : String(value)}${at === '' ? '' : `${open}${at}${close}`}`
}

function quotesText({ quotes = [] }: Finding): string {
  return quotes
    .map(({ agency, year, text }) => `${[agency, year].filter((part) => part !== null).join(' ')}：${text}`)
    .join('\n')
}

function filesText({ cells, quotes = [] }: Finding): string {
  const files = [...cells, ...quotes].map(({ file, part }) => (part === undefined ? file : `${file} #${String(part)}`))
  return [...new Set(files)].join('\n')
}

interface StandingColumn extends Omit<Column, 'of'> {
  readonly of: (standing: FindingStanding, language: Language) => SheetCell
}

/** What people have said of a finding. */
const STANDING_COLUMNS: readonly StandingColumn[] = [
  { label: { zh: '处理', en: 'State' }, width: 12, of: ({ state }, language) => FINDING_WORD_LABELS[state][language] },
  { label: { zh: '理由', en: 'Reason' }, width: 30, of: ({ decision }) => decision?.reason ?? '' },
  { label: { zh: '处理人', en: 'Decided by' }, width: 12, of: ({ decision }) => decision?.by ?? '' },
  { label: { zh: '处理时间', en: 'Decided at' }, width: 22, of: ({ decision }) => decision?.at ?? '' },
]

const SHEETS = { findings: { zh: '勾稽问题', en: 'Findings' }, rules: { zh: '规则', en: 'Rules' } } as const

export interface FindingsWorkbook {
  readonly language: Language
  /** ISO date-time. */
  readonly created: string
  /** How each finding stands, in their order; without it nothing is said of that. */
  readonly standings?: readonly FindingStanding[]
  /** Findings of the fictional city. */
  readonly example?: boolean
}

/** Findings as a workbook: a row each, and a sheet with every rule and its source. Texts are texts, never formulas. */
export function findingsXlsx(
  findings: readonly Finding[],
  { language, created, standings, example = false }: FindingsWorkbook,
): Promise<Uint8Array> {
  const standingColumns = standings ? STANDING_COLUMNS : []
  const rows = findings.map((finding, index) => [
    ...COLUMNS.map(({ of }) => of(finding, language)),
    ...standingColumns.map(({ of }) => of(standings?.[index] ?? { state: 'open', decision: null }, language)),
  ])
  const columns = [...COLUMNS, ...standingColumns]
  const mark = example ? [[EXAMPLE_MARK[language]]] : []
  const sheet: SheetTable = {
    name: SHEETS.findings[language],
    rows: [...mark, columns.map(({ label }) => label[language]), ...rows],
    headRows: 1 + mark.length,
    frozenColumns: 2,
    widths: columns.map(({ width }) => width),
  }
  const description = example ? EXAMPLE_MARK[language] : ''
  return writeWorkbook([sheet, rulesSheet(language)], { title: SHEETS.findings[language], description, created })
}

function rulesSheet(language: Language): SheetTable {
  const heads: readonly Label[] = [
    { zh: '规则', en: 'Rule' },
    { zh: '名称', en: 'Name' },
    { zh: '程度', en: 'Severity' },
    { zh: '依据', en: 'Source' },
  ]
  const rows = RULES.map(({ id, title, severity, source }) => [
    id,
    title[language],
    SEVERITY_LABELS[severity][language],
    source[language],
  ])
  return {
    name: SHEETS.rules[language],
    rows: [heads.map((head) => head[language]), ...rows],
    headRows: 1,
    widths: [8, 60, 10, 60],
  }
}
