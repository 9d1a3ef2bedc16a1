import type { Unit } from '@/form/proactive'
import type { Language } from '@/report/wording'
import { yearRuns } from '@/state/viewUrl'

/** What stands where there is no number. Never 0. */
export const NO_NUMBER = '—'

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language}.${String(least)}.${String(most)}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: least, maximumFractionDigits: most })
    numberFormats.set(key, format)
  }
  return format
}

function write(value: number, language: Language, least: number, most: number): string {
  const text = numberFormat(language, least, most).format(value).replace('-', '−')
  return /[1-9]/u.test(text) ? text : text.replace('−', '')
}

/** A whole number with thousands: `3,283`, `−12`, `—` for nothing. */
export function formatCount(value: number | null, language: Language): string {
  return value === null ? NO_NUMBER : write(value, language, 0, 0)
}

/** An amount in 万元 with the decimals that it has, at most six: `2,264.18`. */
export function formatMoney(value: number | null, language: Language): string {
  return value === null ? NO_NUMBER : write(value, language, 0, 6)
}

/** A value of the form in its unit. */
export function formatValue(value: number | null, unit: Unit, language: Language): string {
  return unit === 'money' ? formatMoney(value, language) : formatCount(value, language)
}

/** A ratio in percent as it is shown, one decimal: 0.6764 → 67.6. Differences are taken between these, so that a page foots. */
export function shownPercent(ratio: number): number {
  return Math.round(ratio * 1000) / 10
}

/** A ratio as a percentage with one decimal: `67.6`, `0.0`, `—`; the sign `%` is the caller's. */
export function formatPercent(ratio: number | null, language: Language): string {
  return ratio === null ? NO_NUMBER : write(shownPercent(ratio), language, 1, 1)
}

/** A difference with its sign: `+1.9`, `−0.8`; what rounds to nothing is `0.0`, unsigned. */
export function formatSigned(value: number | null, decimals: number, language: Language): string {
  if (value === null) return NO_NUMBER
  const text = write(value, language, decimals, decimals)
  return value > 0 && /[1-9]/u.test(text) ? `+${text}` : text
}

/** Years as runs: `2019–2021、2024`. */
export function formatYears(years: readonly number[], language: Language): string {
  return yearRuns(years).join(language === 'zh' ? '、' : ', ')
}

/** Names joined as the language joins them. */
export function joinNames(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ')
}

/** An ISO date or date-time as a date of this place: `2025-02-10`, `—` for none. */
export function formatDate(iso: string | null | undefined): string {
  if (iso === null || iso === undefined || iso === '') return NO_NUMBER
  if (/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return iso
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A day within a sentence: `1 月 20 日`, `20 January`; with the year where it is not `now`'s. */
export function formatDay(iso: string, language: Language, now = new Date()): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const withYear = date.getFullYear() !== now.getFullYear()
  if (language === 'zh') {
    const day = `${String(date.getMonth() + 1)} 月 ${String(date.getDate())} 日`
    return withYear ? `${String(date.getFullYear())} 年 ${day}` : day
  }
  return new Intl.DateTimeFormat(LOCALES.en, {
    day: 'numeric',
    month: 'long',
    ...(withYear && { year: 'numeric' }),
  }).format(date)
}

const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A file size: `820 KB`, `1.2 GB`. */
export function formatSize(bytes: number, language: Language): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < SIZES.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${write(size, language, 0, unit < 2 || size >= 100 ? 0 : 1)} ${SIZES[unit] ?? ''}`
}
