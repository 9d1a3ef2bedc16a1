import { coverageChart } from '../../charts/coverage'
import { figureKind } from '../figure'
import { alike, askNames, askYearly } from '../yearly'

export const coverage = figureKind({
  id: 'coverage',
  name: { zh: '年报报送', en: 'Reporting' },
  params: {},
  ask: async (asker, { where }) => {
    const byYear = await askYearly(asker, where)
    return coverageChart(await asker.coverage(alike(where, byYear)), byYear.scope, await askNames(asker))
  },
})
