import { APPLICANT_SHARES, OUTCOME_SHARES } from '../../charts/shareSets'
import type { ShareSet } from '../../charts/shareSets'
import { sharesChart } from '../../charts/shares'
import { figureKind } from '../figure'
import { SWITCHES } from '../switches'
import { askYearly } from '../yearly'

const sharesOf = (set: ShareSet) =>
  figureKind({
    id: set.id,
    name: set.subject,
    params: { as: SWITCHES.as, least: SWITCHES.least },
    ask: async (asker, { where, switches }) =>
      sharesChart(await askYearly(asker, where), set, switches.as, switches.least),
  })

export const outcomes = sharesOf(OUTCOME_SHARES)
export const applicants = sharesOf(APPLICANT_SHARES)
