import { problemsChart } from '../../charts/problems'
import { figureKind } from '../figure'
import { SWITCHES, yearTold } from '../switches'
import { alike, askNames, askYearly } from '../yearly'

/** Whose reports of the year told do not foot. */
export const problems = figureKind({
  id: 'problems',
  name: { zh: '勾稽不等的年报', en: 'Reports whose figures do not balance' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const year = yearTold(byYear.years, switches.at)
    if (year === 0) return null
    return problemsChart(await asker.coverage(alike(where, byYear)), year, byYear.scope, await askNames(asker))
  },
})
