/** A number in running text, with the unit that follows it. */
export interface Numeral {
  /** `count` of cases, `percent`, `bare` without a unit, `vague` what stands for no single count. */
  readonly kind: 'count' | 'percent' | 'bare' | 'vague'
  /** Lowest and highest count that it says: `20余件` says 20 to 29. */
  readonly low: number
  readonly high: number
  /** Digits printed after the point. */
  readonly decimals: number
  /** 件, 条, 次; empty for none. */
  readonly unit: string
  readonly length: number
}

const FIGURES = /([0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．]([0-9０-９]+))?/uy
const CHINESE_FIRST = /[零〇一二两三四五六七八九十百千]/u
const CHINESE = /[零〇一二两三四五六七八九十百千]+(?=[件起宗例份](?![事大套]))/uy
const AFTER =
  /(万|亿|千)?(余|多)?(?:(%|％|个百分点)|(人次|件次|件|条|份|起|宗|例|次|项)|([-—–~～至到](?=[0-9０-９])))?(左右|以上|以内|以下)?/uy
const EACH = /[每第同逐某任前近约逾超达]$/u

const FULL_WIDTH = /[０-９]/gu

/** Full-width figures as plain ones; the length stays. */
export function plainFigures(text: string): string {
  return text.replace(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** The number that begins at a place of a text, or null where none does. */
export function numeralAt(text: string, from: number): Numeral | null {
  if (CHINESE_FIRST.test(text.charAt(from))) return chineseNumeralAt(text, from)
  FIGURES.lastIndex = from
  const figures = FIGURES.exec(text)
  if (!figures) return null
  const [whole, integer = '', fraction = ''] = figures
  const value = Number(plainFigures(`${integer.replaceAll(/[,，]/gu, '')}.${fraction || '0'}`))
  return withUnit(text, from, from + whole.length, value, fraction.length)
}

/** Chinese numerals count only before a unit that cases are counted in. */
function chineseNumeralAt(text: string, from: number): Numeral | null {
  CHINESE.lastIndex = from
  const [written] = CHINESE.exec(text) ?? []
  if (written === undefined || EACH.test(text.slice(0, from))) return null
  const value = chineseValue(written)
  return value === null ? null : withUnit(text, from, from + written.length, value, 0)
}

function withUnit(text: string, from: number, end: number, value: number, decimals: number): Numeral {
  AFTER.lastIndex = end
  const [tail = '', scale, more, percent, unit = '', range, about] = AFTER.exec(text) ?? []
  const length = end - from + tail.length
  const vague = scale !== undefined || range !== undefined || about !== undefined || unit === '人次'
  if (percent === '%' || percent === '％') {
    const kind = vague || more !== undefined ? 'vague' : 'percent'
    return { kind, low: value, high: value, decimals, unit, length }
  }
  if (vague || percent !== undefined || decimals > 0)
    return { kind: 'vague', low: value, high: value, decimals, unit, length }
  const high = more === undefined ? value : value + step(value) - 1
  if (unit === '') return { kind: more === undefined ? 'bare' : 'vague', low: value, high, decimals, unit, length }
  return { kind: 'count', low: value, high, decimals, unit, length }
}

/** What 余 leaves open: 20余 up to 29, 100余 up to 199. */
function step(value: number): number {
  const zeros = value === 0 ? 0 : String(value).length - String(value).replace(/0+$/u, '').length
  return 10 ** zeros
}

const CHINESE_DIGITS = '零一二三四五六七八九'
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 二十三 as 23; null for what is no number up to 9999. */
function chineseValue(written: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const letter of written.replaceAll('两', '二').replaceAll('〇', '零')) {
    const scale = SCALES[letter]
    if (scale === undefined) {
      if (digit !== null && digit !== 0) return null
      digit = CHINESE_DIGITS.indexOf(letter)
    } else {
      total += (digit ?? (total === 0 ? 1 : 0)) * scale
      digit = null
    }
  }
  return total + (digit ?? 0)
}
