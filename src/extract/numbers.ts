import type { Unit } from '../form/proactive'
import { hasFootnoteMark, withoutFootnote } from './footnotes'
import { moneyIn } from './money'
import type { StatedUnit } from './money'
import { hasHan, plain, squash } from './normalise'

/** What one source cell says. `note` names the issue that its reading calls for. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly note?: ReadingNote }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

export type ReadingNote = 'number-repaired' | 'unit-converted' | 'unit-absent'
export type UnreadReason = 'words' | 'several' | 'form' | 'unit'

const BLANK = /^(?:[-–—―−─‐‑_/\\]+|\(?不适用\)?)$/u
const COUNTER = /\(?(?:件次|人次|[件项个份条宗次起部例])\)?$/u
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/u
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u
const LARGEST = Number.MAX_SAFE_INTEGER

/** Whether a cell holds nothing, or a sign for nothing: `/`, `-`, `—`, 不适用. */
export function isBlankMark(text: string): boolean {
  const squashed = squash(text)
  return squashed === '' || BLANK.test(squashed)
}

/** Whether a cell's text is a figure or a blank rather than a label: what stands in value cells. */
export function isValueText(text: string): boolean {
  const squashed = squash(text)
  if (squashed === '' || BLANK.test(squashed)) return true
  if (/^(?:无|零|0|没有|不涉及|无此项)$/u.test(squashed)) return true
  if (/^(?:[¥￥$]|人民币)?[+\-−–—]?[\dOo〇○.,]+(?:元整?|千元|万元?|百万元?|亿元?)$/u.test(squashed)) return true
  const bare = squashed.replace(COUNTER, '').replace(/^(?:增加?|减少?)/u, '')
  return !hasHan(bare.replace(/[〇]/gu, '')) && /[\d〇]|^[Oo○]$/u.test(bare) && !/^\d[.、]$/u.test(squashed)
}

/**
 * Reads a value cell. Counts stay as printed, decimal or negative though they may be (E5 looks at that); money is
 * given in 万元. Never turns nothing, or words such as 无, into 0.
 */
export function readCell(text: string, unit: Unit, money: StatedUnit = 'absent'): Reading {
  if (isBlankMark(text)) return { kind: 'blank' }
  const marked = withoutFootnote(text)
  if (marked !== text) return repairedReading(readCell(marked, unit, money))
  // A mark alone stands in a cell without a figure; one inside a figure parts it.
  if (hasFootnoteMark(text)) return unread(text)
  if (unit === 'money') return moneyIn(text, money)
  return readCount(text, unit)
}

/** A reading that left a footnote's mark aside. */
function repairedReading(reading: Reading): Reading {
  if (reading.kind !== 'number' || reading.note === 'unit-converted') return reading
  return { ...reading, note: 'number-repaired' }
}

function readCount(text: string, unit: Unit): Reading {
  const trimmed = plain(text).trim()
  const squashed = squash(text)
    .replace(/[−–]/gu, '-')
    .replace(/^—(?=\d)/u, '-')
  let bare = squashed.replace(COUNTER, '')
  let repaired = false
  if (/[一-鿿]/u.test(bare)) {
    const change = unit === 'signedCount' ? /^(增加?|减少?|[+]?增|[-]?减)了?(\d[\d,]*)$/u.exec(bare) : null
    if (!change) return bare === '零' ? { kind: 'number', value: 0, note: 'number-repaired' } : unread(text)
    bare = `${change[1]?.includes('减') === true ? '-' : '+'}${change[2] ?? ''}`
  }
  const zeros = bare.replace(/[oO〇○◯ΟО]/gu, '0')
  if (zeros !== bare) repaired = true
  const clean = zeros.replace(/^(.*\d)[.,。;；、]$/u, '$1')
  if (clean !== zeros) repaired = true
  if (/\d\s+\d/u.test(trimmed)) {
    if (/\d\s*[\n\t]\s*\d/u.test(trimmed) || !isJoinable(trimmed)) return { kind: 'unread', reason: 'several' }
    repaired = true
  }
  const value = numeric(clean)
  if (value === null) return unread(text)
  if (/^[+-]?0\d/u.test(clean)) repaired = true
  return repaired ? { kind: 'number', value, note: 'number-repaired' } : { kind: 'number', value }
}

/** Digits that spaces break, where no part could be a number of its own after a zero. */
function isJoinable(text: string): boolean {
  const parts = text.match(/\d+/gu) ?? []
  const joins = parts.every((part) => part.length === 1) || parts.slice(1).every((part) => part.length === 3)
  return joins && !(parts[0] ?? '').startsWith('0')
}

/** A whole or decimal number, thousands grouped or not; `null` for anything else. Negative zero is zero. */
export function numeric(squashed: string): number | null {
  if (!PLAIN.test(squashed) && !GROUPED.test(squashed)) return null
  const value = Number(squashed.replace(/,/gu, ''))
  return Math.abs(value) <= LARGEST ? value + 0 : null
}

function unread(text: string): Reading {
  return { kind: 'unread', reason: hasHan(text) ? 'words' : 'form' }
}
