/** A piece of a number format. `digit`: one of `0 # ?`; `part`: letters of a date; `text`: where a text would stand. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly text: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' }
  | { readonly kind: 'exponent'; readonly text: string }
  | { readonly kind: 'part'; readonly text: string }

/** What one of the up to four sections of a format shows. */
export interface FormatSection {
  readonly kind: 'general' | 'digits' | 'date' | 'unknown'
  readonly tokens: readonly FormatToken[]
  readonly condition: ((value: number) => boolean) | null
}

/** Pieces of a section, the first that fits. */
const PIECE =
  /"[^"]*"?|\\[\s\S]?|!\S|_[\s\S]?|\*[\s\S]?|\[[^\]]*\]?|general|g\/通用格式|上午\/下午|am\/pm|a\/p|e[+-]|[yeg]+|m+|d+|h+|s+|a{3,}|[\s\S]/giu
const DATE_LETTERS = /^(?:y+|e+|m+|d+|h+|s+)$/iu

/** Parts a format code into its sections. What is not understood makes its section `unknown`. */
export function parseFormat(code: string): FormatSection[] {
  return sectionTexts(code).slice(0, 3).map(parseSection)
}

function sectionTexts(code: string): string[] {
  const texts: string[] = ['']
  for (const [piece] of code.matchAll(/"[^"]*"?|\\[\s\S]?|\[[^\]]*\]?|[\s\S]/gu)) {
    if (piece === ';') texts.push('')
    else texts.push((texts.pop() ?? '') + piece)
  }
  return texts
}

function parseSection(text: string): FormatSection {
  const tokens: FormatToken[] = []
  let condition: FormatSection['condition'] = null
  let unknown = false
  for (const [piece] of text.matchAll(PIECE)) {
    const first = piece.charAt(0)
    if (first === '[') {
      const bracket = bracketOf(piece)
      if (bracket === 'elapsed') unknown = true
      else if (typeof bracket === 'string') tokens.push({ kind: 'literal', text: bracket })
      else condition ??= bracket
    } else tokens.push(tokenOf(piece))
  }
  const has = (kind: FormatToken['kind']): boolean => tokens.some((token) => token.kind === kind)
  const odd = has('exponent') ? has('part') : has('part') && (has('general') || has('percent'))
  if (
    unknown ||
    odd ||
    tokens.some((token) => token.kind === 'part' && !DATE_LETTERS.test(token.text) && !isHalfDay(token.text))
  )
    return { kind: 'unknown', tokens, condition }
  const kind = has('part') ? 'date' : has('general') || has('text') ? 'general' : 'digits'
  return { kind, tokens, condition }
}

export const isHalfDay = (text: string): boolean => /^(?:am\/pm|a\/p|上午\/下午)$/iu.test(text)

function tokenOf(piece: string): FormatToken {
  const first = piece.charAt(0)
  if (piece.length > 1) {
    if (first === '"') return { kind: 'literal', text: piece.replace(/^"|"$/gu, '') }
    if (first === '\\' || first === '!') return { kind: 'literal', text: piece.slice(1) }
    if (first === '_') return { kind: 'literal', text: ' ' }
    if (first === '*') return { kind: 'literal', text: '' }
    if (/^(?:general|g\/通用格式)$/iu.test(piece)) return { kind: 'general' }
    if (/^e[+-]$/iu.test(piece)) return { kind: 'exponent', text: piece }
    return { kind: 'part', text: piece }
  }
  if (/[0#?]/u.test(first)) return { kind: 'digit', text: first }
  if (first === '.') return { kind: 'point' }
  if (first === ',') return { kind: 'comma' }
  if (first === '%') return { kind: 'percent' }
  if (first === '@') return { kind: 'text' }
  if (/[ymdhseg]/iu.test(first)) return { kind: 'part', text: first }
  return { kind: 'literal', text: /["\\_*!]/u.test(first) ? '' : first }
}

/**
 * What stands in brackets: nothing for colours, calendars and Chinese numerals (the same number in other digits, which is given in
 * ours), a currency's sign, a condition. Elapsed times are not shown.
 */
function bracketOf(piece: string): string | ((value: number) => boolean) {
  const inside = piece.replace(/^\[|\]$/gu, '')
  if (inside.startsWith('$')) return inside.slice(1).replace(/-.*$/u, '')
  const [, operator = '', than = ''] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/u.exec(inside) ?? []
  const bound = Number(than)
  if (operator === '<') return (value) => value < bound
  if (operator === '<=') return (value) => value <= bound
  if (operator === '>') return (value) => value > bound
  if (operator === '>=') return (value) => value >= bound
  if (operator === '=') return (value) => value === bound
  if (operator === '<>') return (value) => value !== bound
  return /^(?:h+|m+|s+)$/iu.test(inside) ? 'elapsed' : ''
}
