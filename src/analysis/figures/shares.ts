import { APPLICANT_SHARES, OUTCOME_SHARES } from '../../charts/shareSets'
import type { ShareSet } from '../../charts/shareSets'
import { sharesChart } from '../../charts/shares'
import { figureKind } from '../figure'
import { SWITCHES, toldOf } from '../switches'
import { askYearly } from '../yearly'

const sharesOf = (set: ShareSet) =>
  figureKind({
    id: set.id,
    name: set.subject,
    params: { as: SWITCHES.as, at: SWITCHES.at, from: SWITCHES.from, least: SWITCHES.least },
    ask: async (asker, { where, switches }) => {
      const result = await askYearly(asker, where)
      return sharesChart(result, set, switches.as, toldOf(result.years, switches), switches.least)
    },
  })

export const outcomes = sharesOf(OUTCOME_SHARES)
export const applicants = sharesOf(APPLICANT_SHARES)
