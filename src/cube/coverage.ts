import type { Agency } from '../register/agency'
import { deadlineOf, isLate } from '../register/deadlines'
import type { DataSet } from './dataSet'
import type { CoverageCell, CoverageResult, CoverageRow, Filter, LatestMissing } from './query'
import { matchingSeries, yearsOf } from './selection'

/** Who has reported for which year, agencies in register order; a filter lets series in whole, as `lineage` does in queries. Nothing is summed here, so both scopes stand together unless the filter names one. */
export function coverageOf(data: DataSet, where: Filter): CoverageResult {
  const years = yearsOf(data, where)
  const matching = matchingSeries(data, where)
  const rows = data.agencies.inOrder().flatMap((agency): CoverageRow[] => {
    const code = data.agencies.find(agency.id) ?? -1
    if (matching[code] !== 1 || (where.scope !== undefined && agency.scope !== where.scope)) return []
    return [
      {
        agency: agency.id,
        years: Object.fromEntries(years.map((year) => [year, cell(data, agency, code, year)])),
      },
    ]
  })
  return { years, rows }
}

/** Who is missing from the newest year, as `coverageOf` says it, in one number. */
export function latestMissing(data: DataSet): LatestMissing | null {
  const year = data.index.present().at(-1)
  if (year === undefined) return null
  const rows = data.index.ofYear(data.index.find(year) ?? -1)
  let missing = 0
  for (const agency of data.agencies.inOrder()) {
    const code = data.agencies.find(agency.id) ?? -1
    if ((rows[code] ?? -1) < 0 && owes(data, code, year)) missing++
  }
  return { year, missing }
}

function cell(data: DataSet, agency: Agency, code: number, year: number): CoverageCell {
  const row = data.index.row(code, data.index.find(year) ?? -1)
  const deadline = deadlineOf(agency, year, data.deadlines)
  if (row < 0)
    return owes(data, code, year) ? { status: 'missing', deadline, errors: 0 } : { status: 'notOwed', errors: 0 }
  const published = data.published[row]
  return {
    status: isLate(agency, year, published, data.deadlines) ? 'late' : 'reported',
    ...(published === undefined ? {} : { published }),
    deadline,
    errors: data.errors[row] ?? 0,
    version: data.issued[row]?.version ?? 1,
    differing: data.issued[row]?.differing ?? 0,
  }
}

/** Whether it existed then, as far as the register says it or its predecessors and successor do. */
function owes(data: DataSet, code: number, year: number): boolean {
  const { from, to } = data.agencies.series().owed
  return (from[code] ?? year) <= year && year <= (to[code] ?? year)
}
