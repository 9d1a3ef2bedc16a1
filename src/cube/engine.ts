import { catalogueOf } from './catalogue'
import { yearBefore } from './change'
import { coverageOf } from './coverage'
import type { DataSet } from './dataSet'
import { computeFigure, figureColumns } from './figures'
import { group } from './grouping'
import { countGroups, reportingAgencies } from './counts'
import type { Catalogue, CoverageResult, Filter, Group, Query, QueryEngine, QueryResult } from './query'
import { select } from './selection'

/** Answers queries from a data set in memory. Throws only for a mistake of the program: an unknown figure, or a change without years. */
export class CubeEngine implements QueryEngine {
  private readonly data: DataSet

  constructor(data: DataSet) {
    this.data = data
  }

  query(query: Query): Promise<QueryResult> {
    return promised(() => answer(this.data, query))
  }

  coverage(where: Filter): Promise<CoverageResult> {
    return promised(() => coverageOf(this.data, where))
  }

  catalogue(): Promise<Catalogue> {
    return promised(() => catalogueOf(this.data))
  }
}

/** Sums and ratios as RULES.md, Indicators, defines them. Groups without a report are told where they miss one; without dimensions there is always one group. */
export function answer(data: DataSet, query: Query): QueryResult {
  if (query.change !== undefined && !query.groupBy.includes('year'))
    throw new Error('a change on the year before needs `year` among groupBy')
  const selection = select(data, query.where)
  const grouping = group(data, selection, query.groupBy)
  const counts = countGroups(data, grouping)
  const change = query.change === undefined ? null : { how: query.change, before: yearBefore(data, grouping) }
  const inferred = query.inferred !== false
  const figures = [...new Set(query.figures)].map(
    (id) => [id, computeFigure(figureColumns(data, id, inferred), grouping, change)] as const,
  )
  const groups = groupsToTell(grouping.size, counts.reports, counts.missing, query.groupBy.length === 0)
    .map((number) => ({ number, rank: grouping.rankOf(number) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ number }): Group => ({
      key: grouping.keyOf(number),
      reports: counts.reports[number] ?? 0,
      agencies: counts.agencies[number] ?? 0,
      missing: counts.missing[number] ?? 0,
      figures: Object.fromEntries(figures.map(([id, figure]) => [id, figure(number)])),
    }))
  return {
    groups,
    scope: selection.scope,
    scopeChosen: selection.scopeChosen,
    reports: grouping.rows.length,
    agencies: reportingAgencies(data, grouping.rows).reduce((sum, one) => sum + one, 0),
    missing: counts.missing.reduce((sum, one) => sum + one, 0),
    years: yearsPresent(data, grouping.rows),
  }
}

function groupsToTell(size: number, reports: Int32Array, missing: Int32Array, always: boolean): number[] {
  const told: number[] = []
  for (let number = 0; number < size; number++)
    if (always || (reports[number] ?? 0) > 0 || (missing[number] ?? 0) > 0) told.push(number)
  return told
}

function yearsPresent(data: DataSet, rows: Int32Array): number[] {
  const seen = new Uint8Array(data.index.years.length)
  for (const row of rows) seen[data.year[row] ?? 0] = 1
  return data.index.years.filter((_, code) => seen[code] === 1).sort((one, other) => one - other)
}

function promised<T>(compute: () => T): Promise<T> {
  return new Promise((resolve) => resolve(compute()))
}
