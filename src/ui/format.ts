import { NO_NUMBER, numberText } from '@/charts/numbers'
import type { Unit } from '@/form/proactive'
import type { Language } from '@/report/wording'

/** A whole number with thousands: `3,283`, `−12`, `—` for nothing. */
export function formatCount(value: number | null, language: Language): string {
  return value === null ? NO_NUMBER : numberText(value, language)
}

/** A value of the form in its unit; an amount in 万元 with the decimals that it has, at most six. */
export function formatValue(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return NO_NUMBER
  return unit === 'money' ? numberText(value, language, 0, 6) : numberText(value, language)
}

/** Names joined as the language joins them. */
export function joinNames(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ')
}

/** The day of a moment in this place: `2025-02-10`. */
export function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** An ISO date or date-time as a date of this place: `2025-02-10`, `—` for none. */
export function formatDate(iso: string | null | undefined): string {
  if (iso === null || iso === undefined || iso === '') return NO_NUMBER
  if (/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return iso
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : dayOf(date)
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
  return new Intl.DateTimeFormat('en-GB', {
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
  return `${numberText(size, language, 0, unit < 2 || size >= 100 ? 0 : 1)} ${SIZES[unit] ?? ''}`
}
