import { STATE_SIGNS } from '@/charts/table'
import type { Unit } from '@/form/proactive'
import type { Cell } from '@/report/report'
import type { Language } from '@/report/wording'
import { valueWords } from '../report/valueWords'
import type { Text } from '../text'

/** What a version has in a cell, in words: a number with the sign of how it came to be, blank, unread, or that its form has no such cell. */
export function sideWords(
  cell: Cell | null,
  unit: Unit,
  { t, language }: { t: Text['t']; language: Language },
): string {
  if (!cell) return t('revision.notOnForm')
  const number = valueWords(cell, unit, t, language)
  const { state } = cell
  return state === 'repaired' || state === 'inferred' ? `${number} ${STATE_SIGNS[state][language]}` : number
}

/** As many decimals as a difference has. */
export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}
