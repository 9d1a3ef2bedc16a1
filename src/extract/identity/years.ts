import { squash } from '../normalise'

/** A year found in a text, and how it was written. */
export interface WrittenYear {
  readonly year: number
  readonly read: string
  /** It was doubled, or had letters for zeros. */
  readonly repaired: boolean
  /** Where the words of it begin and end in the squashed text. */
  readonly from: number
  readonly to: number
}

const HAN_DIGITS = '〇一二三四五六七八九'
const CANDIDATE = /[([〔]?((?:[2二][\d〇零○oO一二三四五六七八九]{3,7}))(?:年度?|(?!\d))[)\]〕]?/gu
const FIRST = 2000
const LAST = 2099

/** Every year in a text, in order. Other numbers are passed over; `202020` and `20232023` are one year written double. */
export function yearsIn(text: string): WrittenYear[] {
  const squashed = squash(text)
  return [...squashed.matchAll(CANDIDATE)].flatMap((match): WrittenYear[] => {
    const before = squashed[match.index - 1] ?? ''
    const written = match[1] ?? ''
    if (/\d/u.test(before) && /\d/u.test(match[0][0] ?? '')) return []
    const found = yearOf(written)
    if (found === null) return []
    return [{ ...found, read: match[0], from: match.index, to: match.index + match[0].length }]
  })
}

function yearOf(written: string): { year: number; repaired: boolean } | null {
  const digits = Array.from(written.replace(/[零○]/gu, '〇').replace(/[oO]/gu, '0'))
    .map((sign) => (HAN_DIGITS.includes(sign) ? String(HAN_DIGITS.indexOf(sign)) : sign))
    .join('')
  if (!/^\d+$/u.test(digits)) return null
  const lettered = /[oO]/u.test(written)
  if (digits.length === 4) return inRange(digits, lettered)
  const whole = inRange(digits.slice(0, 4), true)
  if (whole === null) return null
  const rest = digits.slice(4)
  if (digits.length === 8 && rest === digits.slice(0, 4)) return whole
  if (digits.length === 6) {
    if (digits.startsWith('2020') && /^20\d\d$/u.test(digits.slice(2))) return inRange(digits.slice(2), true)
    if (rest === digits.slice(2, 4)) return whole
  }
  return null
}

function inRange(digits: string, repaired: boolean): { year: number; repaired: boolean } | null {
  const year = Number(digits)
  return year >= FIRST && year <= LAST ? { year, repaired } : null
}
