import type { Finding } from '../../../report/finding'
import { findingOver } from '../../makeFinding'
import { sharedPassages } from './passages'
import type { Told } from './passages'
import { otherReport } from '../otherReport'

/** Another report whose text is nearly the same. */
export interface Alike {
  readonly told: Told
  /** The part (0–1) of the report's text that the other has. */
  readonly part: number
}

/** W17 against the agency's own year before. */
export function ownYearFinding(one: Told, last: Alike): Finding {
  return alikeFinding(one, last, 'own-year', 1)
}

/** W17 against other agencies: the passages of the most alike of `count` others. */
export function otherAgencyFinding(one: Told, most: Alike, count: number): Finding {
  return alikeFinding(one, most, count > 1 ? 'several-agencies' : 'other-agency', count)
}

function alikeFinding(one: Told, { told, part }: Alike, reason: string, others: number): Finding {
  const percent = Math.round(part * 100)
  return findingOver(one.input, [], {
    rule: 'W17',
    severity: 'warning',
    reason,
    formula: `${String(percent)}%`,
    quotes: sharedPassages(one, told),
    params: { alike: percent, ...otherReport(told.input), others },
  })
}
