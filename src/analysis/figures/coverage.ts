import { coverageChart } from '../../charts/coverage'
import { figureKind } from '../figure'
import { SWITCHES, yearAsked } from '../switches'
import { alike, askNames, askYearly } from '../yearly'

export const coverage = figureKind({
  id: 'coverage',
  name: { zh: '年报报送', en: 'Reporting' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const answer = await asker.coverage(alike(where, byYear))
    return coverageChart(answer, byYear.scope, await askNames(asker), yearAsked(answer.years, switches.at))
  },
})
