import type { Unit } from '@/form/proactive'
import type { Result } from '@/report/report'
import type { Entered } from '@/state/filling'
import { readEntry } from '../report/entry'
import type { EntryError } from '../report/entry'

/** What a typed text puts into a cell: a number of its unit, blank for the signs that forms print for it, nothing for nothing. */
export function readTyped(text: string, unit: Unit): Result<Entered, EntryError> {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { ok: true, value: undefined }
  if (/^[/\-—–]+$/u.test(plain)) return { ok: true, value: null }
  return readEntry(text, unit)
}

/** A cell's content as it would be typed. */
export function typedText(value: Entered): string {
  if (value === undefined) return ''
  return value === null ? '/' : String(value)
}
