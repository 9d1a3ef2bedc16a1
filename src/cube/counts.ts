import { owes } from '../register/deadlines'
import type { DataSet } from './dataSet'
import type { Grouping } from './grouping'

/** What a group holds, by group. */
export interface GroupCounts {
  readonly reports: Int32Array
  readonly agencies: Int32Array
  /** Agency-years that owe a report and have none. */
  readonly missing: Int32Array
}

/** Counts reports, agencies that reported, and agency-years that owe a report and have none. */
export function countGroups(data: DataSet, grouping: Grouping): GroupCounts {
  const { size, agencyGroups, years, byYear, rows, groups } = grouping
  const yearGroups = byYear ? years.length : 1
  const reports = new Int32Array(size)
  for (const group of groups) reports[group] = (reports[group] ?? 0) + 1
  const missing = new Int32Array(size)
  const codes = years.map((year) => data.index.find(year) ?? -1)
  for (let code = 0; code < agencyGroups.length; code++) {
    const agencyGroup = agencyGroups[code] ?? -1
    const agency = agencyGroup < 0 ? null : data.agencies.at(code)
    if (!agency) continue
    years.forEach((year, position) => {
      if (!owes(agency, year) || data.index.row(code, codes[position] ?? -1) >= 0) return
      const group = agencyGroup * yearGroups + (byYear ? position : 0)
      missing[group] = (missing[group] ?? 0) + 1
    })
  }
  return { reports, agencies: byYear ? reports : distinctAgencies(data, agencyGroups, rows, size), missing }
}

function distinctAgencies(data: DataSet, agencyGroups: Int32Array, rows: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  reportingAgencies(data, rows).forEach((reported, code) => {
    const group = agencyGroups[code] ?? -1
    if (reported === 1 && group >= 0) counts[group] = (counts[group] ?? 0) + 1
  })
  return counts
}

/** 1 by agency code where one of the rows is its report. */
export function reportingAgencies(data: DataSet, rows: Int32Array): Uint8Array {
  const reported = new Uint8Array(data.agencies.size)
  for (const row of rows) reported[data.agency[row] ?? 0] = 1
  return reported
}
