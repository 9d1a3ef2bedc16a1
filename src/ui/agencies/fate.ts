import type { Agency } from '@/register/agency'
import type { Text } from '../text'

/** What became of an agency, what it took over, and what it was called before, in words; `''` for nothing. */
export function fateOf(
  { to, formerNames = [], successor }: Agency,
  successorName: string,
  took: readonly string[],
  t: Text['t'],
  comma: string,
): string {
  const clauses = [
    formerNames.length > 0 ? t('agencies.formerly', { names: formerNames.map(({ name }) => name).join(comma) }) : '',
    took.length > 0 ? t('agencies.took', { name: took.join(comma) }) : '',
    successor !== undefined && successorName !== ''
      ? to === undefined
        ? t('agencies.wentIntoOpen', { name: successorName })
        : t('agencies.wentInto', { year: String(to + 1), name: successorName })
      : to === undefined
        ? ''
        : t('agencies.ended', { year: String(to) }),
  ]
  return clauses.filter((clause) => clause !== '').join(comma === '、' ? '；' : '; ')
}
