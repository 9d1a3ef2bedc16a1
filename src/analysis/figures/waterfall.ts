import { unitOfFigure } from '../../charts/ranked'
import { waterfallChart } from '../../charts/waterfall'
import { WATERFALL_OUTCOMES, waterfallByAgency, waterfallByOutcome } from '../../charts/waterfallSteps'
import { figureKind } from '../figure'
import { knownFigure, SWITCHES, yearBefore, yearTold } from '../switches'
import { alike, askSeries, askYearly } from '../yearly'

const RECEIVED = 'requests.received.total'

/** What took the sum of one year to that of another: counts alone, as rates do not add. */
export const waterfall = figureKind({
  id: 'waterfall',
  name: { zh: '增减从何而来', en: 'Where the change comes from' },
  params: { figure: SWITCHES.figure, at: SWITCHES.at, from: SWITCHES.from, by: SWITCHES.by },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const to = yearTold(byYear.years, switches.at)
    const from = yearBefore(byYear.years, to, switches.from)
    if (from === 0) return null
    const asked = knownFigure(switches.figure)
    const figure = unitOfFigure(asked) === 'count' ? asked : RECEIVED
    const byOutcome = switches.by === 'outcome'
    const result = await asker.query({
      figures: byOutcome ? WATERFALL_OUTCOMES : [figure],
      groupBy: ['agency', 'year'],
      where: { ...alike(where, byYear), years: [from, to] },
      change: 'comparable',
    })
    const { names, turns } = await askSeries(asker)
    const years = [Math.min(from, to), Math.max(from, to)] as const
    const steps = byOutcome ? waterfallByOutcome(result, years) : waterfallByAgency(result, figure, years, names)
    return waterfallChart(steps, result.scope, names, turns)
  },
})
