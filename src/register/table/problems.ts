import type { Label } from '../../form/version'
import { COLUMN_LABELS } from './columns'
import type { ColumnId } from './columns'

/** What is wrong with a row of a register's table, so that it is not taken. */
export const PROBLEMS = {
  'no-head': {
    zh: '没有找到表头：前二十行里没有“全称”一列。请保留导出时的表头',
    en: 'no head was found: none of the first twenty rows has a column “Full name”. Keep the head as it was exported',
  },
  'no-name': { zh: '没有全称。请填写，或删去整行', en: 'there is no full name. Fill it in, or delete the row' },
  'too-long': {
    zh: '文字过长（上限 {limit} 字）。请缩短',
    en: 'the text is too long ({limit} characters at most). Shorten it',
  },
  'not-allowed': {
    zh: '“{value}”不在可用的值之中。请填：{allowed}',
    en: '“{value}” is none of the values. Use one of: {allowed}',
  },
  'not-a-year': {
    zh: '“{value}”不是年份。请填四位数字，如 2019',
    en: '“{value}” is no year. Write four digits, such as 2019',
  },
  'years-reversed': {
    zh: '起始年晚于终止年（{value}）。请改正其一',
    en: 'the first year is after the last ({value}). Correct one of them',
  },
  'not-a-code': {
    zh: '“{value}”不是六位行政区划代码。请填六位数字，或留空',
    en: '“{value}” is no six-digit region code. Write six digits, or leave it empty',
  },
  'unknown-agency': {
    zh: '登记表和本文件里都没有名为“{value}”的机关（或它所在的行未被接受）。请改为全称，或先为它加一行',
    en: 'neither the register nor this file has an agency “{value}” (or its row was not taken). Use its full name, or add a row for it',
  },
  'several-agencies': {
    zh: '名为“{value}”的机关不止一个。请填编号',
    en: 'more than one agency is called “{value}”. Use the id',
  },
  itself: {
    zh: '指向了机关自己。请改为别的机关，或留空',
    en: 'it points to the agency itself. Name another, or leave it empty',
  },
  circle: { zh: '首尾相接，绕回自己：{value}。请断开其一', en: 'it leads back to itself: {value}. Break the circle' },
  twice: { zh: '与第 {other} 行是同一机关。请只留一行', en: 'the same agency as in row {other}. Keep one row' },
  'name-taken': {
    zh: '全称“{value}”已属于另一机关（编号 {other}）。两个机关要合并，请在登记表页面合并',
    en: 'the name “{value}” belongs to another agency (id {other}). Merge two agencies on the register page',
  },
  'name-is-other': {
    zh: '“{value}”是“{other}”的别名或曾用名。请改用其全称；确为另一机关的，先从它的别名中删去',
    en: '“{value}” is another or a former name of “{other}”. Use its full name; if it is a different agency, take it off the names of that one first',
  },
} as const satisfies Readonly<Record<string, Label>>
export type ProblemCode = keyof typeof PROBLEMS

/** A row that is not taken, and why. */
export interface RowProblem {
  /** Row of the sheet, from 1. */
  readonly row: number
  /** `null` where it concerns the whole row. */
  readonly column: ColumnId | null
  readonly code: ProblemCode
  /** What the cell says. */
  readonly value: string
  /** Values that would do. */
  readonly allowed?: readonly Label[]
  /** A row, a limit, an id or a name that the message tells of. */
  readonly other?: string
}

/** The reason and what to do, without the place. */
export function problemText({ code, value, allowed = [], other = '' }: RowProblem, language: keyof Label): string {
  const words: Readonly<Record<string, string>> = {
    value: value.length > 60 ? `${value.slice(0, 60)}…` : value,
    allowed: allowed.map((label) => label[language]).join(language === 'zh' ? '、' : ', '),
    other,
    limit: other,
  }
  return PROBLEMS[code][language].replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? '')
}

/** Where it is: row, and column where it is one cell. */
export function problemPlace({ row, column }: RowProblem, language: keyof Label): string {
  const head = column === null ? '' : COLUMN_LABELS[column][language]
  if (language === 'zh') return head === '' ? `第 ${String(row)} 行` : `第 ${String(row)} 行“${head}”`
  return head === '' ? `row ${String(row)}` : `row ${String(row)}, “${head}”`
}
