import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { growthFindings } from '../text/growth'
import { DEFAULT_SETTINGS, thresholdsFor } from '../settings'
import type { CheckSettings } from '../settings'
import { amountFindings } from './amountFindings'
import { carriedFindings } from './carriedFindings'
import { pendingFindings, unreviewedFindings } from './caseFindings'
import { jumpFindings } from './jumpFindings'
import { openFindings } from './openFindings'
import { stockFindings } from './stockFindings'

/**
 * What two reports of one series, of consecutive years, say of each other (W1–W3, W5, W6, W13, I1, I3). Every finding belongs to the later report; its cells tell
 * the report they stand in. Nothing where the years do not follow one another.
 */
export function checkYears(
  before: CheckInput,
  present: CheckInput,
  settings: CheckSettings = DEFAULT_SETTINGS,
): Finding[] {
  if (before.year === null || present.year !== before.year + 1) return []
  const pair = { before, present }
  const thresholds = thresholdsFor(present.body, settings)
  const carried = carriedFindings(pair)
  const stocks = stockFindings(pair)
  return [
    ...carried.findings,
    ...stocks.findings,
    ...amountFindings(pair, thresholds),
    ...jumpFindings(pair, thresholds),
    ...pendingFindings(pair),
    ...unreviewedFindings(pair),
    ...growthFindings(before, present),
    ...openFindings([...carried.open, ...stocks.open], pair),
  ]
}
