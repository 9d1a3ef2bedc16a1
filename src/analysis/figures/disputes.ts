import { disputesChart } from '../../charts/disputes'
import { figureKind } from '../figure'
import { SWITCHES, yearAsked } from '../switches'
import { askYearly } from '../yearly'

export const disputes = figureKind({
  id: 'disputes',
  name: { zh: '复议与诉讼结果', en: 'Reviews and lawsuits by result' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const result = await askYearly(asker, where)
    return disputesChart(result, yearAsked(result.years, switches.at))
  },
})
