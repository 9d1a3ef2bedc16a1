import type { FormatToken } from './formatSections'

/** Most decimals that a format may ask for. */
const MOST_DECIMALS = 30

/** Shows a number by placeholders for its digits, with what stands before, between and behind them; `null` where that cannot be told (fractions). */
export function showDigits(tokens: readonly FormatToken[], value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null
  const exponent = tokens.findIndex((token) => token.kind === 'exponent')
  if (exponent >= 0) return scientific(tokens, value, exponent)
  // A slash between placeholders is a fraction.
  const digits = tokens.flatMap((token, index) => (token.kind === 'digit' ? [index] : []))
  const [first] = digits
  const last = digits.at(-1)
  if (first === undefined || last === undefined) return literals(tokens)
  const within = tokens.slice(first, last + 1)
  if (within.some((token) => token.kind === 'literal' && token.text.includes('/'))) return null
  const point = tokens.findIndex((token) => token.kind === 'point')
  const split = point < 0 ? last + 1 : point
  const whole = tokens.slice(0, split)
  const fraction = tokens.slice(split)
  const decimals = fraction.filter((token) => token.kind === 'digit').length
  if (decimals > MOST_DECIMALS) return null
  const percents = tokens.filter((token) => token.kind === 'percent').length
  const scaled = (Math.abs(value) * 100 ** percents) / 1000 ** trailingCommas(tokens, last)
  const [integer = '', rest = ''] = Number(scaled.toPrecision(15)).toFixed(decimals).split('.')
  const isZero = /^0*$/u.test(integer + rest)
  const shown = fill(whole, integer === '0' ? '' : integer, groups(whole, last)) + decimalsOf(fraction, rest)
  return value < 0 && !isZero ? `-${shown}` : shown
}

const literals = (tokens: readonly FormatToken[]): string =>
  tokens.map((token) => (token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : '')).join('')

function trailingCommas(tokens: readonly FormatToken[], last: number): number {
  let count = 0
  while (tokens[last + 1 + count]?.kind === 'comma') count += 1
  return count
}

/** Whether commas stand between digits before the point. */
function groups(whole: readonly FormatToken[], last: number): boolean {
  return whole.some(
    (token, index) =>
      token.kind === 'comma' && index < last && whole.slice(index).some((after) => after.kind === 'digit'),
  )
}

/** Puts digits into their places from the right; those that have no place stand before the first. */
function fill(tokens: readonly FormatToken[], digits: string, grouped: boolean): string {
  const first = tokens.findIndex((token) => token.kind === 'digit')
  let left = digits
  let count = 0
  let text = ''
  const put = (digit: string): void => {
    text = grouped && count > 0 && count % 3 === 0 ? `${digit},${text}` : digit + text
    count += 1
  }
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index]
    if (token?.kind === 'literal') text = token.text + text
    else if (token?.kind === 'percent') text = `%${text}`
    if (token?.kind !== 'digit') continue
    if (left !== '') {
      put(left.slice(-1))
      left = left.slice(0, -1)
    } else if (token.text === '0') put('0')
    else if (token.text === '?') text = ` ${text}`
    if (index === first) for (; left !== ''; left = left.slice(0, -1)) put(left.slice(-1))
  }
  // A format without a place before the point still shows what stands there.
  return first < 0 ? text + digits : text
}

function decimalsOf(tokens: readonly FormatToken[], digits: string): string {
  const places = tokens.filter((token) => token.kind === 'digit')
  let needed = places.length
  while (needed > 0 && places[needed - 1]?.text !== '0' && (digits[needed - 1] ?? '0') === '0') needed -= 1
  let at = 0
  let text = ''
  for (const token of tokens) {
    if (token.kind === 'point') text += '.'
    else if (token.kind === 'literal') text += token.text
    else if (token.kind === 'percent') text += '%'
    else if (token.kind === 'digit') {
      if (at < needed) text += digits[at] ?? '0'
      else if (token.text === '?') text += ' '
      at += 1
    }
  }
  return text
}

function scientific(tokens: readonly FormatToken[], value: number, exponent: number): string {
  const point = tokens.findIndex((token) => token.kind === 'point')
  const decimals = point < 0 ? 0 : tokens.slice(point, exponent).filter((token) => token.kind === 'digit').length
  const width = tokens.slice(exponent).filter((token) => token.kind === 'digit').length
  const [mantissa = '', power = '0'] = value.toExponential(Math.min(decimals, MOST_DECIMALS)).split('e')
  return `${mantissa}E${power.startsWith('-') ? '-' : '+'}${power.replace(/^[+-]/u, '').padStart(width, '0')}`
}
