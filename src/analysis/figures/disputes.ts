import { disputesChart } from '../../charts/disputes'
import { figureKind } from '../figure'
import { askYearly } from '../yearly'

export const disputes = figureKind({
  id: 'disputes',
  name: { zh: '复议与诉讼结果', en: 'Reviews and lawsuits by result' },
  params: {},
  ask: async (asker, { where }) => disputesChart(await askYearly(asker, where)),
})
