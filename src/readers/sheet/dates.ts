import { isHalfDay, type FormatToken } from './formatSections'

const DAY = 86_400_000
/** Days from 1 January 1900 to 9999, which is as far as sheets count. */
const LAST_DAY = 2_958_466

/** Shows a number of days as the date and time that it stands for. */
export function showDate(tokens: readonly FormatToken[], days: number, date1904: boolean): string {
  if (days < 0 || days >= LAST_DAY) return '####'
  const date = dateOf(days, date1904)
  const isHalved = tokens.some((token) => token.kind === 'part' && isHalfDay(token.text))
  return tokens
    .map((token, index) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'point') return '.'
      if (token.kind === 'comma') return ','
      if (token.kind === 'digit') return '0'
      return token.kind === 'part' ? partOf(token.text.toLowerCase(), date, isHalved, isMinute(tokens, index)) : ''
    })
    .join('')
}

/** Sheets count a 29 February 1900, which was none; some count from 1904. */
function dateOf(days: number, date1904: boolean): Date {
  const origin = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(origin + Math.round((days * DAY) / 1000) * 1000)
}

/** `m` is minutes right behind hours or before seconds. */
function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const part = (step: number): string => {
    for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
      const token = tokens[at]
      if (token?.kind === 'part') return token.text.charAt(0).toLowerCase()
    }
    return ''
  }
  return part(-1) === 'h' || part(1) === 's'
}

function partOf(letters: string, date: Date, isHalved: boolean, isMinute: boolean): string {
  const padded = (value: number): string => (letters.length > 1 ? String(value).padStart(2, '0') : String(value))
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, '0')
    case 'e':
      return String(date.getUTCFullYear())
    case 'm':
      return padded(isMinute ? date.getUTCMinutes() : date.getUTCMonth() + 1)
    case 'd':
      return padded(date.getUTCDate())
    case 'h':
      return padded(isHalved ? date.getUTCHours() % 12 || 12 : date.getUTCHours())
    case 's':
      return padded(date.getUTCSeconds())
    default:
      return date.getUTCHours() < 12 ? '上午' : '下午'
  }
}
