import type { Label } from '../form/version'
import { yearsText } from './numbers'

/** A text in both languages from its two forms. */
export const both = (zh: string, en: string): Label => ({ zh, en })

/** An English label within a sentence. */
export const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

export const WORDS = {
  year: both('年份', 'Year'),
  received: both('新收', 'Received'),
  carriedIn: both('上年结转', 'Carried in'),
  accepted: both('受理合计', 'Accepted'),
  settled: both('办结总计', 'Settled'),
  total: both('总计', 'Total'),
  reports: both('年报', 'Reports'),
  missing: both('未报', 'No report'),
  newForm: both('2021 年起用新表式', 'New form from 2021'),
  newFormShort: both('新表式', 'New form'),
  rank: both('名次', 'Rank'),
  agency: both('机关', 'Agency'),
  reason: both('理由', 'Reason'),
  cases: both('件', 'cases'),
  share: both('占比', 'Share'),
  difference: both('较上年之差', 'Difference'),
  relativeChange: both('较上年变化', 'Relative change'),
  changeShort: both('较上年', 'Change'),
  unit: both('单位', 'Unit'),
  noErrors: both('没有未处理的错误', 'No open errors'),
  requestsTable: both('各机关年度报告表三', 'annual reports of the agencies, table 3'),
  disputesTable: both('各机关年度报告表四', 'annual reports of the agencies, table 4'),
  proactiveTable: both('各机关年度报告表二', 'annual reports of the agencies, table 2'),
  allTables: both('各机关年度报告表二、表三、表四', 'annual reports of the agencies, tables 2 to 4'),
  manyTables: both('各机关年度报告表三、表四', 'annual reports of the agencies, tables 3 and 4'),
} as const

/** A number or a unit before Chinese words: digits and percentages stand apart from them. */
export const beforeWords = (text: string): string => (/[\d%]$/u.test(text) ? `${text} ` : text)

/** A figure in a year: `2024 年新收`; what the form calls 本年 is that year. */
export const inYear = (year: number, label: Label): Label =>
  both(`${String(year)} 年${label.zh.replace(/^本年/u, '')}`, `${label.en} in ${String(year)}`)

/** A subject with its years, as the neutral title of a figure: `受理申请，2019–2024 年`. */
export function titleOf(subject: Label, years: readonly number[]): Label {
  if (years.length === 0) return subject
  return both(`${subject.zh}，${yearsText(years, 'zh')} 年`, `${subject.en}, ${yearsText(years, 'en')}`)
}

/** `缺 1 份` under a year or in a caption. */
export const missingText = (count: number): Label =>
  both(`缺 ${String(count)} 份`, count === 1 ? '1 missing' : `${String(count)} missing`)
