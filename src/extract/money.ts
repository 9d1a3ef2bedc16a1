import { hasHan, plain, squash } from './normalise'
import type { Reading } from './numbers'

/** A unit that a money cell, or the head of its column, names. */
export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元'

/** Powers of ten that turn a unit into 万元. */
const SHIFT: Readonly<Record<MoneyUnit, number>> = { 元: -4, 千元: -1, 万元: 0, 百万元: 2, 亿元: 4 }
const GROUPED_BY_SPACES = /^\D*[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?\D*$/u
const UNIT = /(百万元?|亿元?|万元?|千元|元)(?:整|人民币)?$/u
const NUMBER = /^\d+(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u

/** What is known of the unit of a column: `unclear` where its heads give several, or one that is not read. */
export type StatedUnit = MoneyUnit | 'absent' | 'unclear'

const NAMED = /(?:[十百千万亿美港欧日]*)元/gu
const NO_MONEY = /[单多公一]元(?!\))/gu
/** A unit in words that are no column's head: in brackets of its own, or named as a unit. */
const NAMED_AS_UNIT = /单位[:：为]?[^()。;]{0,12}|\([十百千万亿美港欧日]*元\)/gu
const KNOWN: ReadonlySet<string> = new Set(Object.keys(SHIFT))

/** The unit that a column's head states: `本年收费金额（单位：万元）`, `单位：元 本年收费金额`. */
export function unitOfHead(head: string): StatedUnit {
  const named = new Set(
    squash(head)
      .replace(/人民币/gu, '')
      .replace(NO_MONEY, '')
      .match(NAMED) ?? [],
  )
  const [only] = named
  if (only === undefined) return 'absent'
  return named.size === 1 && KNOWN.has(only) ? toUnit(only) : 'unclear'
}

/** The unit that the words over a column or before its row state, its own head first; `unclear` where they differ. */
export function unitOfHeads(head: string, others: readonly string[]): StatedUnit {
  const stated = [head, ...others.map((text) => (squash(text).match(NAMED_AS_UNIT) ?? []).join(' '))].map(unitOfHead)
  const units = new Set(stated.filter((unit) => unit !== 'absent'))
  const [only] = units
  return only === undefined ? 'absent' : units.size === 1 ? only : 'unclear'
}

/** Reads an amount as 万元. A unit in the cell counts before the one in the head. */
export function moneyIn(text: string, head: StatedUnit): Reading {
  const isParted = /\d\s+[\d.]|\.\s+\d/u.test(plain(text))
  if (isParted && !GROUPED_BY_SPACES.test(plain(text))) return { kind: 'unread', reason: 'several' }
  let squashed = squash(text)
  const currency = /^(?:人民币|[¥￥])/u.test(squashed)
  squashed = squashed.replace(/^人民币?[:：]?/u, '').replace(/^[¥￥]/u, '')
  const stated = UNIT.exec(squashed)
  const digits = stated ? squashed.slice(0, stated.index) : squashed
  const zeros = digits.replace(/[oO〇○]/gu, '0')
  const negative = /^[-−–]/u.test(zeros)
  const unsigned = zeros.replace(/^[+\-−–]/u, '')
  if (!NUMBER.test(unsigned)) {
    if (/^零$/u.test(digits)) return { kind: 'number', value: 0, note: 'number-repaired' }
    return { kind: 'unread', reason: hasHan(digits) ? 'words' : 'form' }
  }
  const unit = stated ? toUnit(stated[1] ?? '') : currency ? '元' : head
  if (unit === 'unclear') return { kind: 'unread', reason: 'unit' }
  const value = shifted(unsigned.replace(/,/gu, ''), unit === 'absent' ? 0 : SHIFT[unit]) * (negative ? -1 : 1) + 0
  if (!Number.isFinite(value)) return { kind: 'unread', reason: 'form' }
  if (isParted || zeros !== digits || /^0\d/u.test(unsigned)) return { kind: 'number', value, note: 'number-repaired' }
  if (unit === 'absent') return { kind: 'number', value, note: 'unit-absent' }
  return unit === '万元' ? { kind: 'number', value } : { kind: 'number', value, note: 'unit-converted' }
}

function toUnit(text: string): MoneyUnit {
  const whole = text.endsWith('元') ? text : `${text}元`
  return whole === '百万元' || whole === '亿元' || whole === '千元' || whole === '元' ? whole : '万元'
}

/** Moves the decimal point in the digits themselves, so that no rounding is added. */
function shifted(digits: string, places: number): number {
  return Number(`${digits}e${String(places)}`)
}
