import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { plainSum } from '../../form/plainSum'
import { numberText } from '../footing/formula'
import { findingOver } from '../makeFinding'
import type { Thresholds } from '../settings'
import type { YearPair } from './yearBalance'

/** Amounts that both years of a form have. */
const AMOUNTS: readonly FieldId[] = ['proactive.fees.amount', 'proactive.procurement.amount']

/** W5, second part: an amount some ten thousand times that of the other year is probably in 元. Either year may be the one that is wrong. */
export function amountFindings(pair: YearPair, { amount }: Thresholds): Finding[] {
  return AMOUNTS.flatMap((field) => {
    const before = pair.before.cells.get(field)?.value ?? null
    const present = pair.present.cells.get(field)?.value ?? null
    if (before === null || present === null) return []
    const up = present > before
    const [smaller, larger] = up ? [before, present] : [present, before]
    const times = larger / smaller
    if (smaller <= 0 || larger < amount.least || times < amount.low || times > amount.high) return []
    const cells = [pair.present, pair.before].map((input) => ({ input, field }))
    return [
      findingOver(pair.present, cells, {
        rule: 'W5',
        severity: 'warning',
        reason: up ? 'amount-up' : 'amount-down',
        formula: `${numberText(before)} → ${numberText(present)}`,
        difference: plainSum([present, -before]),
        params: { field, before, present, times: Math.round(times), yearBefore: pair.before.year ?? '' },
      }),
    ]
  })
}
