import { joinedTerms } from '../footing/formula'
import { valueOf } from './yearBalance'
import type { YearPair } from './yearBalance'
import type { YearIdentity } from './yearIdentities'

/** An equation over two years with the numbers put in: `6 ≠ 14`; blanks as `□`. */
export function yearFormula({ left, right }: YearIdentity, pair: YearPair, sign: '=' | '≠'): string {
  const side = (terms: YearIdentity['left']): string => joinedTerms(terms.map((term) => valueOf(term, pair)))
  return `${side(left)} ${sign} ${side(right)}`
}
