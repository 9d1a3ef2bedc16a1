import type { Unit } from '@/form/proactive'
import type { Result } from '@/report/report'

/** Why an entry is no value of a cell. */
export type EntryError = 'number' | 'whole' | 'negative'

/** A typed entry as a cell's value: a number of its unit, or blank for nothing. Full-width digits and thousands are read. */
export function readEntry(text: string, unit: Unit): Result<number | null, EntryError> {
  const plain = text.normalize('NFKC').replace(/[\s,]/gu, '').replace(/^[−–]/u, '-')
  if (plain === '') return { ok: true, value: null }
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return { ok: false, error: 'number' }
  const value = Number(plain)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { ok: false, error: 'number' }
  if (unit !== 'money' && !Number.isInteger(value)) return { ok: false, error: 'whole' }
  if (unit !== 'signedCount' && value < 0) return { ok: false, error: 'negative' }
  return { ok: true, value }
}
