import type { Group, QueryResult } from '../cube/query'
import { yearOf } from './basis'
import { withWholeChange } from './changes'

/** Two years, the earlier first; they need not be neighbours. */
export type TwoYears = readonly [from: number, to: number]

/** An agency's series in two years. */
export interface YearPair {
  readonly id: string
  readonly before: Group | undefined
  readonly now: Group | undefined
}

/** The two years of each agency, from a result grouped by agency and year with the change among comparable agencies. */
export function pairsOf(result: QueryResult, [from, to]: TwoYears): YearPair[] {
  const pairs = new Map<string, { before?: Group; now?: Group }>()
  for (const group of result.groups) {
    const id = String(group.key.agency)
    const pair = pairs.get(id) ?? {}
    pairs.set(id, pair)
    if (yearOf(group) === from) pair.before = group
    else if (yearOf(group) === to) pair.now = group
  }
  return [...pairs].map(([id, { before, now }]) => ({ id, before, now }))
}

/** Whether every report that a series owes of a year is there and has the figure. */
export const isWhole = (group: Group | undefined, figure: string): boolean =>
  group !== undefined &&
  group.missing === 0 &&
  group.figures[figure]?.value != null &&
  group.figures[figure].reports === group.reports

/** Whether both years stand on the same bodies. The year after a change of bodies is told by the engine's own change alone. */
export function standsOnSame({ before, now }: YearPair, figure: string, [from, to]: TwoYears): boolean {
  const asked = now?.figures[figure]
  const partly = to === from + 1 && asked?.change !== undefined && withWholeChange(asked).change === undefined
  return isWhole(before, figure) && isWhole(now, figure) && !partly
}
