import type { IssueText } from './readerIssues'

/** Issues of whose report it is, and of which year. */
export const IDENTITY_ISSUES = {
  'year-repaired': {
    severity: 'info',
    zh: '年份写作“{read}”，读作 {year}。',
    en: 'The year is written “{read}”; read as {year}.',
  },
  'year-conflict': {
    severity: 'warning',
    zh: '标题为 {year} 年，正文统计期限为 {other} 年，取 {year} 年。请核对。',
    en: 'The title says {year}, the period in the text says {other}; {year} was taken. Compare them.',
  },
  'year-doubted': {
    severity: 'warning',
    zh: '标题为 {year} 年，而文件名写 {other} 年，落款或发布在 {dated} 年，像是 {other} 年的年报；取 {year} 年。请核对。',
    en: 'The title says {year}, but the file name says {other}, and the date at its end or of publication is in {dated}, as of a report of {other}; {year} was taken. Compare them.',
  },
  'year-from-file-name': {
    severity: 'info',
    zh: '正文没有写明年度，年度 {year} 取自文件名。',
    en: 'The text names no year; {year} was taken from the file name.',
  },
  'year-unknown': {
    severity: 'warning',
    zh: '没有找到报告年度。发布年份不等于报告年度，未采用。请填写。',
    en: 'The year reported on was not found; the year of publication is not it. Fill it in.',
  },
  'agency-fuller': {
    severity: 'info',
    zh: '标题中机关写作“{short}”，文中有更全的名称，取“{agency}”。',
    en: 'The title calls the agency “{short}”; the text has the fuller name {agency}, which was taken.',
  },
  'agency-joined': {
    severity: 'info',
    zh: '机关名称“{agency}”由标题中的“{short}”和正文中的“{full}”合成。请核对。',
    en: 'The agency’s name {agency} was joined from “{short}” in the title and “{full}” in the text. Check it.',
  },
  'agency-from-file-name': {
    severity: 'info',
    zh: '正文没有写明机关，“{agency}”取自文件名。',
    en: 'The text names no agency; {agency} was taken from the file name.',
  },
  'agency-unknown': {
    severity: 'warning',
    zh: '没有找到机关名称。请填写。',
    en: 'The agency’s name was not found. Fill it in.',
  },
} as const satisfies Readonly<Record<string, IssueText>>
