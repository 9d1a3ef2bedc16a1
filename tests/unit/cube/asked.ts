import { DataSet } from '@/cube/dataSet'
import { answer } from '@/cube/engine'
import type { CubeReport } from '@/cube/input'
import type { Figure, Query, QueryResult } from '@/cube/query'
import type { Agency } from '@/register/agency'
import { agency } from './filed'

export const RECEIVED = 'requests.received.total'
export const ABC = [agency('a'), agency('b'), agency('c')]

export function dataOf(agencies: readonly Agency[], reports: readonly CubeReport[]): DataSet {
  const data = new DataSet()
  for (const one of agencies) data.putAgency(one)
  for (const one of reports) data.putReport(one)
  return data
}

/** One figure of one group. */
export function figure(result: QueryResult, id: string, group = 0): Figure {
  const found = result.groups[group]?.figures[id]
  if (!found) throw new Error(`no ${id} in group ${group}`)
  return found
}

/** Asks for what was received, all in one group, unless told otherwise. */
export function ask(data: DataSet, query: Partial<Query>): QueryResult {
  return answer(data, { figures: [RECEIVED], groupBy: [], where: {}, ...query })
}
