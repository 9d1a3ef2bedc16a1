import { trendChart } from '../../charts/trend'
import type { Label } from '../../form/version'
import { figureKind } from '../figure'
import { SWITCHES, toldOf } from '../switches'

/** A few figures that belong together, over the years. */
const trendOf = (id: string, name: Label, figures: readonly string[]) =>
  figureKind({
    id,
    name,
    params: { least: SWITCHES.least, at: SWITCHES.at, from: SWITCHES.from },
    ask: async (asker, { where, switches }) => {
      const result = await asker.query({ figures, groupBy: ['year'], where })
      return trendChart(result, figures, switches.least, toldOf(result.years, switches))
    },
  })

export const outcomeTrend = trendOf(
  'outcomeTrend',
  { zh: '公开与不公开的走势', en: 'Disclosure and refusal over the years' },
  ['rate.opened', 'rate.refused', 'rate.unavailable'],
)
export const correctionTrend = trendOf(
  'correctionTrend',
  { zh: '纠错率的走势', en: 'Correction rates over the years' },
  ['rate.reviewCorrected', 'rate.litigationCorrected', 'rate.disputesCorrected'],
)
export const settledTrend = trendOf('settledTrend', { zh: '办结率的走势', en: 'Settlement rate over the years' }, [
  'rate.settled',
])
