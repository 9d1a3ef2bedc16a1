import type { Finding } from '../../report/finding'
import { findingOver } from '../makeFinding'
import { cellOf } from './yearBalance'
import type { YearBalance, YearPair } from './yearBalance'
import { yearFormula } from './yearFormula'

/** Formulas that the line shows before it breaks off. */
const FORMULAS_SHOWN = 3

/** One line for everything between two years that blanks or unread cells leave open. */
export function openFindings(open: readonly YearBalance[], pair: YearPair): Finding[] {
  const [first] = open
  if (first === undefined) return []
  const terms = open.flatMap((balance) => balance.unknown)
  const unread = terms.filter((term) => cellOf(term, pair)?.state === 'unread').length
  const blank = terms.length - unread
  const formulas = open.slice(0, FORMULAS_SHOWN).map(({ identity }) => yearFormula(identity, pair, '='))
  const cells = terms.map(({ of, field }) => ({ input: pair[of], field }))
  return [
    findingOver(pair.present, cells, {
      rule: first.identity.rule,
      severity: 'info',
      reason: unread === 0 ? 'blank' : blank === 0 ? 'unread' : 'blank-and-unread',
      formula: [...formulas, ...(open.length > FORMULAS_SHOWN ? ['…'] : [])].join('; '),
      params: {
        blank,
        unread,
        count: open.length,
        rules: [...new Set(open.map(({ identity }) => identity.rule))].join('、'),
        yearBefore: pair.before.year ?? '',
      },
    }),
  ]
}
