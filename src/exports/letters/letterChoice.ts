import type { FindingStanding } from '../../check/decisions'
import type { Finding } from '../../report/finding'

/** Which findings a letter tells: those that a person confirmed · besides them errors that nobody answered yet · and warnings, too. */
export const LETTER_CHOICES = ['confirmed', 'errors', 'warnings'] as const
export type LetterChoice = (typeof LETTER_CHOICES)[number]

/** Rules on what the register says: nobody but who keeps it can do what they ask. */
const OF_THE_REGISTER: ReadonlySet<string> = new Set(['W15'])

/** Whether a finding goes into a letter. What was set aside, or put right by the agency, never does; nor, unless somebody confirmed it, a mere remark or what is the register's matter. */
export function goesIn(
  { rule, severity }: Pick<Finding, 'rule' | 'severity'>,
  state: FindingStanding['state'],
  choice: LetterChoice,
): boolean {
  if (state === 'setAside' || state === 'corrected') return false
  if (state === 'confirmed') return true
  if (choice === 'confirmed' || severity === 'info' || OF_THE_REGISTER.has(rule)) return false
  return severity === 'error' || choice === 'warnings'
}
