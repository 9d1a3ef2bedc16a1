import type { FindingStanding } from '../../check/decisions'
import type { Severity } from '../../report/report'

/** Which findings a letter tells: those that a person confirmed · besides them errors that nobody answered yet · and warnings, too. */
export const LETTER_CHOICES = ['confirmed', 'errors', 'warnings'] as const
export type LetterChoice = (typeof LETTER_CHOICES)[number]

/** Whether a finding goes into a letter. What was set aside, or put right by the agency, never does; nor does a mere remark that nobody confirmed. */
export function goesIn(severity: Severity, state: FindingStanding['state'], choice: LetterChoice): boolean {
  if (state === 'setAside' || state === 'corrected') return false
  if (state === 'confirmed') return true
  if (choice === 'confirmed' || severity === 'info') return false
  return severity === 'error' || choice === 'warnings'
}
