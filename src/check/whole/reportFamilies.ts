import { lateFindings } from '../agencies/lateFindings'
import { checkReport } from '../check'
import { checkYears } from '../years/checkYears'
import type { Case, Family } from './family'

/** Everything within one report. */
export const withinFamily: Family = ({ reports }) =>
  reports.map(({ key, input }): Case => ({ id: key, home: key, rests: [input], judge: () => checkReport(input) }))

/** Each report against the year before of its series. */
export const yearsFamily: Family = (whole) =>
  whole.standing.flatMap((filed): Case[] => {
    const before = whole.before(filed)
    if (!before) return []
    const { key, input } = filed
    return [
      {
        id: key,
        home: key,
        rests: [before.input, input, whole.settings],
        judge: () => checkYears(before.input, input, whole.settings),
      },
    ]
  })

/** Each report against its deadline. */
export const deadlineFamily: Family = ({ reports, settings }) =>
  reports.map(({ key, input }): Case => ({
    id: key,
    home: key,
    rests: [input, settings],
    judge: () => lateFindings(input, settings),
  }))
