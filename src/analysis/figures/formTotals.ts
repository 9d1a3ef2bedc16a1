import { formTotalsChart, totalFigures } from '../../charts/formTotals'
import { figureKind } from '../figure'
import { SWITCHES, yearTold } from '../switches'
import { alike, askYearly } from '../yearly'

/** Sums of the statutory tables in the year told and the year before. */
export const formTotals = figureKind({
  id: 'formTotals',
  name: { zh: '各表合计', en: 'Totals by table' },
  params: { at: SWITCHES.at },
  ask: async (asker, { where, switches }) => {
    const byYear = await askYearly(asker, where)
    const year = yearTold(byYear.years, switches.at)
    if (year === 0) return null
    const result = await asker.query({
      figures: totalFigures(year),
      groupBy: ['year'],
      where: { ...alike(where, byYear), years: [year - 1, year] },
      change: 'comparable',
    })
    return formTotalsChart(result, year)
  },
})
