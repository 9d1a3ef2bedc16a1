import type { DataSet } from './dataSet'
import type { Grouping } from './grouping'

/** What each group holds, and all of them together. */
export interface Counts {
  readonly reports: Int32Array
  /** Agencies that reported. */
  readonly agencies: Int32Array
  /** Agency-years that owe a report and have none. */
  readonly missing: Int32Array
  readonly allAgencies: number
  readonly allMissing: number
  /** Years that have a report, ascending. */
  readonly years: readonly number[]
}

/** Counts reports, agencies that reported, and agency-years that owe a report and have none. */
export function countGroups(data: DataSet, grouping: Grouping): Counts {
  const { size, rows, groups, byYear } = grouping
  const reports = new Int32Array(size)
  const reported = new Uint8Array(data.agencies.size)
  const seen = new Uint8Array(data.index.years.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const group = groups[at] ?? 0
    reports[group] = (reports[group] ?? 0) + 1
    reported[data.agency[row] ?? 0] = 1
    seen[data.year[row] ?? 0] = 1
  }
  const agencies = new Int32Array(size)
  let allAgencies = 0
  for (let code = 0; code < reported.length; code++) {
    if (reported[code] !== 1) continue
    const group = grouping.agencyGroups[code] ?? 0
    if (!byYear) agencies[group] = (agencies[group] ?? 0) + 1
    allAgencies++
  }
  return {
    reports,
    agencies: byYear ? reports : agencies,
    ...countMissing(data, grouping),
    allAgencies,
    years: data.index.years.filter((_, code) => seen[code] === 1).sort((one, other) => one - other),
  }
}

function countMissing(data: DataSet, grouping: Grouping): { missing: Int32Array; allMissing: number } {
  const { size, agencyGroups, years, byYear } = grouping
  const { from, to } = grouping.lineage ? data.agencies.series().owed : data.agencies.owedYears()
  const missing = new Int32Array(size)
  const yearGroups = byYear ? years.length : 1
  let allMissing = 0
  for (let position = 0; position < years.length; position++) {
    const year = years[position] ?? 0
    const rows = data.index.ofYear(data.index.find(year) ?? -1)
    for (let code = 0; code < agencyGroups.length; code++) {
      const agencyGroup = agencyGroups[code] ?? -1
      if (agencyGroup < 0 || year < (from[code] ?? 0) || year > (to[code] ?? 0)) continue
      if (code < rows.length && (rows[code] ?? -1) >= 0) continue
      const group = agencyGroup * yearGroups + (byYear ? position : 0)
      missing[group] = (missing[group] ?? 0) + 1
      allMissing++
    }
  }
  return { missing, allMissing }
}
