import { volumesChart } from '../../charts/volumes'
import { figureKind } from '../figure'
import { SWITCHES, toldOf } from '../switches'
import { askYearly } from '../yearly'

export const volumes = figureKind({
  id: 'volumes',
  name: { zh: '受理申请', en: 'Requests accepted' },
  params: { at: SWITCHES.at, from: SWITCHES.from },
  ask: async (asker, { where, switches }) => {
    const result = await askYearly(asker, where)
    return volumesChart(result, toldOf(result.years, switches))
  },
})
