import { SANKEY_FIGURES, sankeyChart } from '../../charts/sankey'
import { figureKind } from '../figure'
import { SWITCHES, yearTold } from '../switches'

/** From applicant to outcome in the year told. */
export const sankey = figureKind({
  id: 'sankey',
  name: { zh: '从申请人到办理结果', en: 'From applicant to outcome' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const result = await asker.query({ figures: SANKEY_FIGURES, groupBy: ['year'], where })
    const year = yearTold(result.years, switches.at)
    return year === 0 ? null : sankeyChart(result, year)
  },
})
