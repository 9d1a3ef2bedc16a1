import { showDate } from './dates'
import { parseFormat, type FormatSection } from './formatSections'
import { showDigits } from './digits'
import type { FlowNote } from '../flow'

/** A number as its cell shows it, and what is to be said where that is not the number. */
export interface Shown {
  readonly text: string
  readonly notes: readonly FlowNote[]
}

const known = new Map<string, readonly FormatSection[]>()
const MOST_KNOWN = 500
const BLANK = /^[-–—−_/\\]*$/u
const DASH = /^[-–—−]$/u
const AS_STORED: readonly FlowNote[] = []

/** A number without a format: as it is, without the noise of binary fractions. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)) + 0)
}

/**
 * Shows a number by its format code (of Excel, ECMA-376 18.8.31) as a person sees it, for that is what the report says: `1200%` and
 * `1900-01-12` are no counts. A zero that a format shows as a dash, as accountants write it, was entered as 0 and is given as such; that
 * it is, the note says of the table. One that is shown as `/` or not at all has a note of its own; so has any other figure whose digits
 * are not those shown.
 */
export function showNumber(value: number, code: string, date1904: boolean, showsZeros: boolean): Shown {
  const stored = plainNumber(value)
  const text = textOf(value, code, date1904)
  if (text === null) return { text: stored, notes: [{ code: 'format-unknown', params: { format: code, stored } }] }
  const bare = showsZeros ? text.replace(/\s/gu, '') : ''
  if (value === 0 && BLANK.test(bare))
    return {
      text: '0',
      notes: [{ code: DASH.test(bare) ? 'zero-as-dash' : 'zero-by-format', params: { shown: bare } }],
    }
  return {
    text,
    notes: agrees(text, value) ? AS_STORED : [{ code: 'shown-otherwise', params: { shown: text.trim(), stored } }],
  }
}

/** Whether a format code shows numbers as dates. */
export function isDateFormat(code: string): boolean {
  return sectionsOf(code).some(({ kind }) => kind === 'date')
}

function sectionsOf(code: string): readonly FormatSection[] {
  const parsed = known.get(code)
  if (parsed !== undefined) return parsed
  if (known.size >= MOST_KNOWN) known.clear()
  const sections = parseFormat(code)
  known.set(code, sections)
  return sections
}

function textOf(value: number, code: string, date1904: boolean): string | null {
  const chosen = choose(sectionsOf(code), value)
  if (chosen === null) return '####'
  const { section, unsigned } = chosen
  const shown = unsigned ? Math.abs(value) : value
  switch (section.kind) {
    case 'general':
      return section.tokens.map((token) => (token.kind === 'literal' ? token.text : plainNumber(shown))).join('')
    case 'date':
      return showDate(section.tokens, value, date1904)
    case 'digits':
      return showDigits(section.tokens, shown)
    case 'unknown':
      return null
  }
}

/** The section for a value; a negative one in a section of its own loses its sign. */
function choose(
  sections: readonly FormatSection[],
  value: number,
): { readonly section: FormatSection; readonly unsigned: boolean } | null {
  const [first, second, third] = sections
  if (first === undefined) return null
  if (sections.some(({ condition }) => condition !== null)) {
    const section = sections.find(({ condition }, index) =>
      condition === null ? index > 0 || sections.length === 1 : condition(value),
    )
    if (section === undefined) return first.condition === null ? { section: first, unsigned: false } : null
    return { section, unsigned: section !== first && value < 0 }
  }
  if (value < 0 && second !== undefined) return { section: second, unsigned: true }
  if (value === 0 && third !== undefined) return { section: third, unsigned: true }
  return { section: first, unsigned: false }
}

/** Whether the digits that a cell shows are the number's own; what no digits are, or a date, nobody takes for a count. */
function agrees(text: string, value: number): boolean {
  const bare = text.trim()
  if (/[%\p{Script=Han}:]|\d[-/]\d|E[+-]/u.test(bare.replace(/[件项个次份条宗元]$/u, ''))) return true
  const found = /^(-?)[^\d-]*(\d[\d,]*(?:\.\d*)?)\D*$/u.exec(bare)
  if (found === null) return false
  const shown = Number(`${found[1] ?? ''}${(found[2] ?? '').replace(/,/gu, '')}`)
  return Math.abs(shown - value) <= Math.abs(value) * 1e-12
}
