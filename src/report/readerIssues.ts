import type { Label } from '../form/version'
import type { Severity } from './report'

export interface IssueText extends Label {
  readonly severity: Severity
}

/** What a reader of a format had to put right or leave out; the notes of a document become issues by these. */
export const READER_ISSUES = {
  'undecodable-characters': {
    severity: 'warning',
    zh: '有 {count} 个字符无法解码，附近的文字可能有缺。请核对原件。',
    en: '{count} characters could not be decoded; text near them may be wanting. Compare the original.',
  },
  'archive-cut': {
    severity: 'warning',
    zh: '文件不完整，只读到能读的部分。请重新索取。',
    en: 'The file is incomplete; what could be read was read. Ask for it again.',
  },
  'tracked-deletion': {
    severity: 'info',
    zh: '此格有修订标记，已删除的“{text}”未计。',
    en: 'The cell has tracked changes; the deleted “{text}” was left out.',
  },
  'tracked-insertion': {
    severity: 'info',
    zh: '此格有修订标记，尚未接受的插入“{text}”已计入。请核对定稿。',
    en: 'The cell has tracked changes; the insertion “{text}”, not yet accepted, was counted. Compare the final version.',
  },
  'tracked-row-deletion': {
    severity: 'info',
    zh: '表中有带修订标记的一行，已删除的“{text}”未计。',
    en: 'The table has a row with tracked changes; the deleted “{text}” was left out.',
  },
  'automatic-number-unknown': {
    severity: 'warning',
    zh: '此格有自动编号，编号读不出来，可能缺了开头的数字。请按原件核对。',
    en: 'The cell has an automatic number that cannot be read; its beginning may be wanting. Compare the original.',
  },
  'hidden-text': {
    severity: 'info',
    zh: '此格有隐藏文字“{text}”，未计。',
    en: 'The cell has hidden text “{text}”, which was left out.',
  },
  'struck-out': {
    severity: 'warning',
    zh: '此格划去了“{text}”，未计。请核对定稿。',
    en: 'The cell has “{text}” struck out, which was left out. Compare the final version.',
  },
  'hidden-row': {
    severity: 'warning',
    zh: '表中第 {row} 行是隐藏的，已照读。请核对它是否应当计入。',
    en: 'Row {row} of the table is hidden; it was read all the same. Check whether it should count.',
  },
  'hidden-column': {
    severity: 'warning',
    zh: '表中第 {column} 列是隐藏的，已照读。请核对它是否应当计入。',
    en: 'Column {column} of the table is hidden; it was read all the same. Check whether it should count.',
  },
  'hidden-rows': {
    severity: 'info',
    zh: '表格文件里有隐藏的行或列（{text}），未计。',
    en: 'The workbook has hidden rows or columns ({text}), which were left out.',
  },
  'hidden-sheet': {
    severity: 'info',
    zh: '工作表“{sheet}”是隐藏的，未读。其中若有年报，先取消隐藏再导入。',
    en: 'The sheet “{sheet}” is hidden and was not read. If it holds a report, unhide it and import the file again.',
  },
  'zero-by-format': {
    severity: 'info',
    zh: '此处存的是 0，按数字格式显示为“{shown}”，按 0 取。若本来是没有填，请更正。',
    en: 'What is stored is 0, which the number format shows as “{shown}”; it was read as 0. Correct it if nothing was meant.',
  },
  'zero-as-dash': {
    severity: 'info',
    zh: '表中有 {count} 格存的是 0，会计一类的数字格式把它显示为“{shown}”，按 0 取。',
    en: '{count} cells of the table hold 0, which an accounting format shows as “{shown}”; they were read as 0.',
  },
  'shown-otherwise': {
    severity: 'warning',
    zh: '此格存的是 {stored}，按数字格式显示为“{shown}”，按显示的取。请核对。',
    en: 'The cell holds {stored}, which its number format shows as “{shown}”; it was read as shown. Check it.',
  },
  'format-unknown': {
    severity: 'warning',
    zh: '此格的数字格式（{format}）认不出，按存的 {stored} 取。请核对原件。',
    en: 'The number format of the cell ({format}) is not known; it was read as stored, {stored}. Compare the original.',
  },
  'merged-cell-text': {
    severity: 'warning',
    zh: '合并单元格里被遮住的“{text}”未计。请核对原件。',
    en: 'The text “{text}” lies under a merged cell and was left out. Compare the original.',
  },
} as const satisfies Readonly<Record<string, IssueText>>
