import { findingText } from '../../check/rules/rules'
import type { Finding } from '../../report/finding'
import type { Severity } from '../../report/report'

/** What a person may write in the first paragraphs, and what is put in its place. */
export const PLACES = ['机关', '年份', '截止日期', '条数'] as const
type PlaceName = (typeof PLACES)[number]

export const DEFAULT_PREAMBLE = [
  '在核对你单位{年份}年度政府信息公开工作年度报告时，发现{条数}处问题，列于后。',
  '请逐项核对原始台账，确有差错的，于{截止日期}前更正并重新公布，同时报送更正后的文件；经核实无误的，请逐项说明情况。',
].join('\n')

/** The paragraphs of a text with its places filled in. Braces around anything else stay as they are. */
export function filledParagraphs(template: string, values: Readonly<Record<PlaceName, string>>): string[] {
  return template
    .split(/\r?\n/u)
    .map((line) => PLACES.reduce((text, place) => text.replaceAll(`{${place}}`, () => values[place]), line).trim())
    .filter((line) => line !== '')
}

/** A finding in the page's own words, turned to the agency itself: who reads them need not be told to ask it. */
export function wordsToAgency(finding: Finding): string {
  return findingText(finding, 'zh')
    .replaceAll(/，?请?向填报机关核实/gu, (asked) => (asked.startsWith('，') ? '，请核实' : '请核实'))
    .replaceAll('请填报机关', '请')
}

/** What the agency is to do, by how sure the matter is. */
export const DOINGS: Readonly<Record<Severity, string>> = {
  error: '核对原始台账，更正有误的数字，并核对与之相关的各项合计。',
  warning: '核对是否属实。有误的更正；属实的说明情况。',
  info: '供核对时参考。',
}

/** `2025-03-05` as 2025年3月5日; another text as it is. */
export function dayInWords(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day) ?? []
  return year === '' ? day : `${year}年${String(Number(month))}月${String(Number(date))}日`
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in Chinese numerals; larger numbers in figures. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? (DIGITS[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${DIGITS[value % 10] ?? ''}`
}
