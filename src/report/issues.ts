import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Place } from './place'
import { IDENTITY_ISSUES } from './identityIssues'
import { PDF_ISSUES } from './pdfIssues'
import { READER_ISSUES, type IssueText } from './readerIssues'
import type { Issue } from './report'
import { fill } from './wording'
import type { Language } from './wording'

/**
 * Every issue of reading: how much it weighs and what it says. What is, then why, then what to do.
 * Codes are the ones of `gouji parse`.
 */
const ISSUES = {
  'label-repaired': {
    severity: 'warning',
    zh: '行名“{read}”不合表式，按位置复原为“{label}”。数字未动，请核对这一行。',
    en: 'The row label “{read}” is not the form’s; restored by position as {label}. The figures are untouched; compare the row.',
  },
  'label-restored': {
    severity: 'warning',
    zh: '行名“{read}”有误，按相近的字复原为“{label}”。数字未动，请核对这一行。',
    en: 'The row label “{read}” is damaged; restored by likeness as {label}. The figures are untouched; compare the row.',
  },
  'cells-split': {
    severity: 'warning',
    zh: '各格的数字连在一起（{raw}），按“总计＝各类申请人之和”只有一种分法，已分开。请核对原件。',
    en: 'The cells run together ({raw}); with the total equal to the sum of applicants there is one way to part them. Compare the original.',
  },
  'cells-split-by-columns': {
    severity: 'warning',
    zh: '各格的数字连在一起（{raw}），行内有几种分法，按各列的勾稽关系选出一种。请核对原件。',
    en: 'The cells run together ({raw}); the row allows several ways to part them, and the column sums leave one. Compare the original.',
  },
  'cells-split-disputes': {
    severity: 'warning',
    zh: '十五格的数字连在一起（{raw}），只有一种分法，已分开。请核对原件。',
    en: 'The fifteen cells run together ({raw}); there is one way to part them. Compare the original.',
  },
  'cells-glued': {
    severity: 'warning',
    zh: '各格的数字连在一起（{raw}），分法不止一种或与总计不合，未取数。请按原件补填。',
    en: 'The cells run together ({raw}) and cannot be parted for certain; nothing was taken. Fill them in from the original.',
  },
  'cells-missing': {
    severity: 'warning',
    zh: '这一行只见 {found} 格，应为 {expected} 格，不能断定哪格缺失，未取数（{raw}）。请按原件补填。',
    en: 'The row shows {found} cells of {expected}, and which are lost cannot be told; nothing was taken ({raw}). Fill them in from the original.',
  },
  'cells-extra': {
    severity: 'warning',
    zh: '这一行多出 {spare} 格，不能断定数字属于哪一列，未取数（{raw}）。请按原件补填。',
    en: 'The row has {spare} cells too many, and the columns cannot be told; nothing was taken ({raw}). Fill them in from the original.',
  },
  'cells-shifted': {
    severity: 'warning',
    zh: '这一行的格与表头对不齐，按可以成立的位置取数（{raw}）。请核对原件。',
    en: 'The cells of this row do not stand under their heads; read in the place that holds ({raw}). Compare the original.',
  },
  'cells-merged': {
    severity: 'warning',
    zh: '一格占了几格的位置（{raw}），不能断定属于哪一格，未取数。请按原件补填。',
    en: 'One cell covers several ({raw}), and which it belongs to cannot be told; nothing was taken. Fill them in from the original.',
  },
  'columns-rebuilt': {
    severity: 'warning',
    zh: '文字先列全部行名，数字连在其后，按勾稽关系只有一种排法，已按此还原。请核对原件。',
    en: 'The text lists all labels first and the figures behind them; the form’s sums leave one way to lay these out, which was taken. Compare the original.',
  },
  'columns-permuted': {
    severity: 'warning',
    zh: '各列的次序与表式不同，按表头对应取数。请核对。',
    en: 'The columns are not in the form’s order; read by their heads. Compare the original.',
  },
  'column-missing': {
    severity: 'warning',
    zh: '没有找到“{column}”一列，记为未读出，不记为 0。',
    en: 'The column {column} was not found; recorded as unread, not as zeros.',
  },
  'row-missing': {
    severity: 'warning',
    zh: '没有找到这些行：{rows}。记为未读出，不记为 0。请按原件补填。',
    en: 'Rows not found: {rows}. Recorded as unread, not as zeros. Fill them in from the original.',
  },
  'row-ambiguous': {
    severity: 'warning',
    zh: '有 {found} 行的行名认不出，缺的是 {rows}，不能断定各是哪一行，未取数。请按原件补填。',
    en: '{found} rows have labels that cannot be read, {rows} are wanting, and which is which cannot be told; nothing was taken.',
  },
  'row-repeated': {
    severity: 'warning',
    zh: '“{label}”出现两次而数字不同，未取数。请按原件补填。',
    en: '{label} stands twice with different figures; nothing was taken. Fill it in from the original.',
  },
  'row-extra': {
    severity: 'info',
    zh: '多出一行“{read}”，不属于表式，未取数。',
    en: 'The row “{read}” is not one of the form; it was left aside.',
  },
  'row-empty': {
    severity: 'warning',
    zh: '“{label}”一行没有数字格，记为未读出，不记为 0。',
    en: 'The row {label} has no cells for figures; recorded as unread, not as zeros.',
  },
  'number-repaired': {
    severity: 'warning',
    zh: '“{raw}”读作 {value}。请核对原件。',
    en: '“{raw}” was read as {value}. Compare the original.',
  },
  'cell-unread': {
    severity: 'warning',
    zh: '“{raw}”不是数字，未取数。请按原件补填。',
    en: '“{raw}” is not a number; nothing was taken. Fill it in from the original.',
  },
  'cell-words': {
    severity: 'warning',
    zh: '格中写的是“{raw}”，不是数字，未取数，也不当作 0。',
    en: 'The cell says “{raw}”, not a number; nothing was taken, and it is not read as 0.',
  },
  'cell-several': {
    severity: 'warning',
    zh: '一格中有几个数字（{raw}），未取数。请按原件补填。',
    en: 'One cell holds several numbers ({raw}); nothing was taken. Fill it in from the original.',
  },
  'unit-converted': {
    severity: 'warning',
    zh: '原文“{raw}”，换算为 {value} 万元。',
    en: 'The source says “{raw}”; converted to {value} in 10,000 yuan.',
  },
  'unit-absent': {
    severity: 'info',
    zh: '“{raw}”没有写单位，按万元计。若为元，请更正。',
    en: '“{raw}” has no unit; taken as 10,000 yuan. Correct it if yuan was meant.',
  },
  'unit-unclear': {
    severity: 'warning',
    zh: '“{raw}”的单位不能断定：表中写了不止一种，或不是人民币的元、万元。未取数。请按原件补填。',
    en: 'The unit of “{raw}” cannot be told: the table names several, or one other than yuan. Nothing was taken. Fill it in from the original.',
  },
  'table-absent': {
    severity: 'info',
    zh: '没有找到{table}。正文已保存，该表记为“无表”，不记为 0。',
    en: '{table} was not found. The text is kept; the table is recorded as absent, not as zeros.',
  },
  'table-unreadable': {
    severity: 'warning',
    zh: '有{table}，但读不出各格的数字，全部记为未读出，不记为 0。请按原件补填。',
    en: '{table} is there, but its cells cannot be read; all are recorded as unread, not as zeros.',
  },
  'table-glued': {
    severity: 'warning',
    zh: '{table}各格的数字连在一起，没有依据分开，未取数。请按原件补填。',
    en: 'The cells of {table} run together and nothing tells them apart; nothing was taken. Fill them in from the original.',
  },
  'table-several': {
    severity: 'warning',
    zh: '{table}有几组数字（例如并列两年的），没有写明哪一组是本年的，未取数。请按原件补填。',
    en: '{table} has several sets of figures, say those of two years, and does not say which are this year’s; nothing was taken. Fill them in from the original.',
  },
  'table-repeated': {
    severity: 'info',
    zh: '{table}出现不止一次，取内容最全的一个。',
    en: '{table} stands more than once; the fullest was read.',
  },
  'years-beside': {
    severity: 'info',
    zh: '表中并列 {years} 年的数字，各年各成一份报告；这一份是 {year} 年的。某年另有自己的年报时，以那份年报为准。',
    en: 'The tables have the figures of {years} side by side, and each year is a report of its own; this one is of {year}. Where a year has a report of its own document, that one counts.',
  },
  'head-absent': {
    severity: 'info',
    zh: '{table}没有表头，各列按表式的次序取数。',
    en: '{table} has no head; the columns were taken in the form’s order.',
  },
  'table-year': {
    severity: 'warning',
    zh: '{table}上写的是 {other} 年，报告为 {year} 年。数字照录，请核对是不是本年度的表。',
    en: '{table} is headed {other}, and the report is of {year}. The figures stand as printed; check that the table is this year’s.',
  },
  ...IDENTITY_ISSUES,
  'typed-from-scan': {
    severity: 'info',
    zh: '文件只能看，不能识读（{pages} 页）；数由人对照页面录入，算作更正。没有录入的格记为未读出，不记为 0。',
    en: 'The file can be looked at but not read ({pages} pages); the figures were typed by a person beside its pages and count as corrections. Cells that were not typed are unread, not zero.',
  },
  ...READER_ISSUES,
  ...PDF_ISSUES,
} as const satisfies Readonly<Record<string, IssueText>>

export type IssueCode = keyof typeof ISSUES

/** Whether a string from outside is one of the codes. */
export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(ISSUES, code)
}

/** Makes an issue; its severity is the catalogue's. */
export function issueOf(
  code: IssueCode,
  fields: readonly FieldId[],
  place: Place,
  params: Readonly<Record<string, string | number>> = {},
): Issue {
  return { code, severity: ISSUES[code].severity, fields, place, params }
}

/** An issue in words; one about the cells of a row names the row. A code that the catalogue lacks (from an older record) is shown as it is. */
export function issueText({ code, fields, params }: Issue, language: Language): string {
  if (!isIssueCode(code)) return code
  const text = fill(ISSUES[code], language === 'en' ? inEnglish(params) : params, language)
  const row = code.startsWith('cells-') ? commonRow(fields, language) : null
  if (row === null) return text
  return language === 'zh' ? `“${row}”：${text}` : `${row}: ${text}`
}

/** The tables as the records name them, in English. */
const TABLES_IN_ENGLISH: Readonly<Partial<Record<string, string>>> = {
  表二: 'Table 2',
  表三: 'Table 3',
  表四: 'Table 4',
}

function inEnglish(params: Issue['params']): Issue['params'] {
  const table = TABLES_IN_ENGLISH[String(params['table'])]
  return table === undefined ? params : { ...params, table }
}

/** The row that all the fields stand in; `null` where they stand in several, or there is none. */
function commonRow(fields: readonly FieldId[], language: Language): string | null {
  const [first] = fields
  if (first === undefined) return null
  const row = first.slice(0, first.lastIndexOf('.') + 1)
  if (!fields.every((field) => field.startsWith(row))) return null
  const { row: printed, label } = fieldOf(first)
  return language === 'zh' ? printed.replace(/^三、本年度办理结果(?=.)/u, '') : label.en.replace(/(?::|,) [^:,]*$/u, '')
}
