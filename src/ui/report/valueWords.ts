import type { Unit } from '@/form/proactive'
import type { Language } from '@/report/wording'
import type { CorrectionRow } from '@/store/decisionRows'
import { formatValue } from '../format'
import type { Text } from '../text'

/** What a cell holds, in words: its number, or that it is blank, or that it was not read, which is not the same. */
export function valueWords(
  { value, state }: { readonly value: number | null; readonly state: string },
  unit: Unit,
  t: Text['t'],
  language: Language,
): string {
  if (value !== null) return formatValue(value, unit, language)
  return t(state === 'unread' ? 'terms.states.unread' : 'terms.states.blank')
}

/** What a cell held before a correction and since, in words. `readAs`: the state in which reading left the cell, for corrections that do not say it. */
export function correctionWords(
  { from, fromState, to }: Pick<CorrectionRow, 'from' | 'fromState' | 'to'>,
  readAs: string | undefined,
  unit: Unit,
  t: Text['t'],
  language: Language,
): { readonly from: string; readonly to: string } {
  return {
    from: valueWords({ value: from, state: fromState ?? readAs ?? 'blank' }, unit, t, language),
    to: valueWords({ value: to, state: 'blank' }, unit, t, language),
  }
}
