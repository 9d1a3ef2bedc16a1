import { catalogueOf } from './catalogue'
import { yearBefore } from './change'
import { coverageOf, latestMissing } from './coverage'
import type { DataSet } from './dataSet'
import { computeFigure, figureColumns } from './figures'
import { group } from './grouping'
import type { Grouping } from './grouping'
import { countGroups } from './counts'
import type { Counts } from './counts'
import type {
  Catalogue,
  CoverageResult,
  Figure,
  Filter,
  Group,
  LatestMissing,
  Query,
  QueryEngine,
  QueryResult,
} from './query'
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

  latestMissing(): Promise<LatestMissing | null> {
    return promised(() => latestMissing(this.data))
  }

  catalogue(): Promise<Catalogue> {
    return promised(() => catalogueOf(this.data))
  }
}

/** Sums and ratios as RULES.md, Indicators, defines them. Groups without a report are told where they miss one; without dimensions there is always one group. */
export function answer(data: DataSet, query: Query): QueryResult {
  if (query.change !== undefined && !query.groupBy.includes('year'))
    throw new Error('a change on the year before needs `year` among groupBy')
  const selection = select(data, query.where, query.lineage)
  const grouping = group(data, selection, query.groupBy, query.lineage)
  const counts = countGroups(data, grouping)
  const change = query.change === undefined ? null : { how: query.change, before: yearBefore(data, grouping) }
  const inferred = query.inferred !== false
  const figures = [...new Set(query.figures)].map(
    (id) => [id, computeFigure(figureColumns(data, id, inferred), grouping, change)] as const,
  )
  return {
    groups: groupsInOrder(grouping, counts, query.groupBy.length === 0).map((number): Group => {
      const told: Record<string, Figure> = {}
      for (const [id, figure] of figures) told[id] = figure(number)
      return {
        key: grouping.keyOf(number),
        reports: counts.reports[number] ?? 0,
        agencies: counts.agencies[number] ?? 0,
        missing: counts.missing[number] ?? 0,
        figures: told,
      }
    }),
    scope: selection.scope,
    scopeChosen: selection.scopeChosen,
    reports: grouping.rows.length,
    agencies: counts.allAgencies,
    missing: counts.allMissing,
    years: counts.years,
  }
}

/** Groups that hold a report or miss one, or every group, in the order of the dimensions. */
function groupsInOrder(grouping: Grouping, { reports, missing }: Counts, every: boolean): number[] {
  const numbers: number[] = []
  const ranks = new Float64Array(grouping.size)
  for (let number = 0; number < grouping.size; number++) {
    if (!every && (reports[number] ?? 0) === 0 && (missing[number] ?? 0) === 0) continue
    numbers.push(number)
    ranks[number] = grouping.rankOf(number)
  }
  return numbers.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0))
}

function promised<T>(compute: () => T): Promise<T> {
  return new Promise((resolve) => resolve(compute()))
}
