import { rankAgencies } from '../../charts/ranked'
import { rankingChart } from '../../charts/ranking'
import { figureKind } from '../figure'
import { knownFigure, SWITCHES, yearToldOf } from '../switches'
import { alike, askNames, askYearly } from '../yearly'

/** Agencies ranked in the year told, or in the last before it whose form has the figure. */
export const ranking = figureKind({
  id: 'ranking',
  name: { zh: '各机关排名', en: 'Ranking of agencies' },
  params: { figure: SWITCHES.figure, at: SWITCHES.at, least: SWITCHES.least, every: SWITCHES.every },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const figure = knownFigure(switches.figure)
    const year = yearToldOf(figure, byYear.years, switches.at)
    if (year === 0) return null
    const result = await asker.query({
      figures: [figure],
      groupBy: ['agency', 'year'],
      where: { ...alike(where, byYear), years: [year - 1, year] },
      change: 'comparable',
    })
    const ranked = rankAgencies(result, figure, year, await askNames(asker), switches.least)
    return rankingChart(ranked, byYear, switches.every)
  },
})
