import { volumesChart } from '../../charts/volumes'
import { figureKind } from '../figure'
import { askYearly } from '../yearly'

export const volumes = figureKind({
  id: 'volumes',
  name: { zh: '受理申请', en: 'Requests accepted' },
  params: {},
  ask: async (asker, { where }) => volumesChart(await askYearly(asker, where)),
})
