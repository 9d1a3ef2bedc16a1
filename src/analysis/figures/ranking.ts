import { rankAgencies } from '../../charts/ranked'
import { rankingChart } from '../../charts/ranking'
import { figureKind } from '../figure'
import { againstOf, knownFigure, SWITCHES, yearToldOf } from '../switches'
import { alike, askSeries, askYearly, yearsAsked } from '../yearly'

/** Agencies ranked in the year told, or in the last before it whose form has the figure. */
export const ranking = figureKind({
  id: 'ranking',
  name: { zh: '各机关排名', en: 'Ranking of agencies' },
  params: {
    figure: SWITCHES.figure,
    at: SWITCHES.at,
    from: SWITCHES.from,
    least: SWITCHES.least,
    every: SWITCHES.every,
  },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const figure = knownFigure(switches.figure)
    const year = yearToldOf(figure, byYear.years, switches.at)
    if (year === 0) return null
    const told = againstOf(byYear.years, year, switches.from)
    const result = await asker.query({
      figures: [figure],
      groupBy: ['agency', 'year'],
      where: { ...alike(where, byYear), years: yearsAsked(told) },
      change: 'comparable',
    })
    const { names, turns } = await askSeries(asker)
    const ranked = rankAgencies(result, figure, told, names, switches.least, turns)
    return rankingChart(ranked, byYear, switches.every)
  },
})
