import { DISPUTE_PATH_FIGURES, disputePathChart } from '../../charts/disputePath'
import { figureKind } from '../figure'
import { SWITCHES, yearAsked } from '../switches'

/** From settled requests to reviews and lawsuits, and how often each is corrected. */
export const disputePath = figureKind({
  id: 'disputePath',
  name: { zh: '从办结到复议、诉讼', en: 'From settled requests to reviews and lawsuits' },
  params: { least: SWITCHES.least, at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const result = await asker.query({ figures: DISPUTE_PATH_FIGURES, groupBy: ['year'], where })
    return disputePathChart(result, switches.least, yearAsked(result.years, switches.at))
  },
})
