import { FLOW_FIGURES, flowsChart } from '../../charts/flows'
import { flowFigure, FLOWS } from '../../charts/flowYears'
import { figureKind } from '../figure'
import { SWITCHES, yearAsked } from '../switches'
import { alike, askNames } from '../yearly'

/** What was taken in, settled and carried over. */
export const flows = figureKind({
  id: 'flows',
  name: { zh: '受理、办结与结转', en: 'Accepted, settled, carried over' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const byYear = await asker.query({ figures: FLOW_FIGURES, groupBy: ['year'], where })
    const byAgency = await asker.query({
      figures: FLOWS.map(flowFigure),
      groupBy: ['agency', 'year'],
      where: alike(where, byYear),
    })
    return flowsChart(byYear, byAgency, await askNames(asker), yearAsked(byYear.years, switches.at))
  },
})
