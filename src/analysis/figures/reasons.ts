import { reasonsChart } from '../../charts/reasons'
import { figureKind } from '../figure'
import { againstOf, SWITCHES, yearTold } from '../switches'
import { askYearly } from '../yearly'

export const reasons = figureKind({
  id: 'reasons',
  name: { zh: '不予公开等的理由', en: 'Reasons for refusal and other outcomes' },
  params: { reasons: SWITCHES.reasons, at: SWITCHES.at, from: SWITCHES.from },
  ask: async (asker, { where, switches }) => {
    const result = await askYearly(asker, where)
    const year = yearTold(result.years, switches.at)
    if (year === 0) return null
    return reasonsChart(result, switches.reasons, againstOf(result.years, year, switches.from))
  },
})
