import { FLOW_FIGURES, flowsChart } from '../../charts/flows'
import { figureKind } from '../figure'
import { alike, askNames } from '../yearly'

/** What was taken in, settled and carried over. */
export const flows = figureKind({
  id: 'flows',
  name: { zh: '受理、办结与结转', en: 'Taken in, settled, carried over' },
  params: {},
  ask: async (asker, { where }) => {
    const byYear = await asker.query({ figures: FLOW_FIGURES, groupBy: ['year'], where })
    const byAgency = await asker.query({
      figures: FLOW_FIGURES,
      groupBy: ['agency', 'year'],
      where: alike(where, byYear),
      change: 'comparable',
    })
    return flowsChart(byYear, byAgency, await askNames(asker))
  },
})
