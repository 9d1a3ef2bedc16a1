import type { Finding } from '../../report/finding'
import { plainSum } from '../../form/plainSum'
import { findingOver } from '../makeFinding'
import { cellsOf, yearBalance } from './yearBalance'
import type { YearBalance, YearPair } from './yearBalance'
import { yearFormula } from './yearFormula'
import { STOCKS } from './yearIdentities'

/** W2, W3: what does not follow from the year before, one finding a row; and what blanks leave open. */
export function stockFindings(pair: YearPair): { findings: Finding[]; open: YearBalance[] } {
  const balances = STOCKS.flatMap((identity) => yearBalance(identity, pair) ?? [])
  return {
    findings: balances.filter(({ verdict }) => verdict === 'broken').map((balance) => stockFinding(balance, pair)),
    open: balances.filter(({ verdict }) => verdict === 'open'),
  }
}

function stockFinding({ identity, left, right, unknown }: YearBalance, pair: YearPair): Finding {
  const complete = unknown.length === 0
  return findingOver(pair.present, cellsOf(identity, pair), {
    rule: identity.rule,
    severity: 'warning',
    reason: complete ? 'unequal' : 'beyond-blanks',
    formula: yearFormula(identity, pair, '≠'),
    ...(complete ? { difference: plainSum([left, -right]) } : {}),
    params: { field: identity.left[0]?.field ?? '', left, right, yearBefore: pair.before.year ?? '' },
  })
}
