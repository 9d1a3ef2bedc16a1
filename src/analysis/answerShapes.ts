import type { Dimension, Group, Query, QueryResult } from '../cube/query'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import { all, flag, list, number, oneOf, orNull, record, text, whole } from './shape'
import type { Shape } from './shape'

const FIRST_YEAR = 1990
const LAST_YEAR = 2100
const MOST_YEARS = LAST_YEAR - FIRST_YEAR + 1
/** Of agencies, and of the groups that they make with years. */
const MOST_AGENCIES = 50_000
const MOST_GROUPS = 500_000

const year = whole(FIRST_YEAR, LAST_YEAR)
const years = all(list(MOST_YEARS, year), (value) => {
  const own = value as readonly number[]
  const at = own.findIndex((one, index) => index > 0 && one <= (own[index - 1] ?? one))
  return at < 0 ? null : String(at)
})
/** How many reports, agencies or findings. */
const count = whole(0, 1e9)
/** Cases or 万元, or a ratio. */
const amount = number(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
/** Names, and ids that are made of them. */
const name = text(1_000)
const day = text(40)

const figure = all(
  record(
    {
      value: orNull(amount),
      reports: count,
      gaps: record({ notOnForm: count, tableAbsent: count, unread: count, blank: count }),
      states: record({ repaired: count, inferred: count, corrected: count, inError: count }),
    },
    {
      numerator: amount,
      denominator: amount,
      change: record(
        {
          from: orNull(amount),
          to: orNull(amount),
          relative: orNull(amount),
          difference: orNull(amount),
          agencies: count,
          leftOut: count,
          predecessors: count,
        },
        { fromN: amount, toN: amount },
      ),
    },
  ),
  isQuotient,
)

/** A ratio is what its two parts make. */
function isQuotient(value: unknown): string | null {
  const { value: ratio, numerator, denominator } = value as Readonly<Record<string, number | null | undefined>>
  if (numerator == null && denominator == null) return null
  if (numerator == null || denominator == null) return 'denominator'
  return ratio === (denominator === 0 ? null : numerator / denominator) ? null : 'value'
}

const KEYS: Readonly<Record<Dimension, Shape>> = {
  year,
  agency: name,
  region: orNull(name),
  kind: oneOf(AGENCY_KINDS),
  level: oneOf(LEVELS),
  system: orNull(name),
  scope: oneOf(SCOPES),
}

/** A query's result, with all that the query asked for in each of its groups, and each group once. */
export function queryResult({ groupBy, figures }: Query): Shape {
  const key = record(Object.fromEntries(groupBy.map((dimension) => [dimension, KEYS[dimension]])))
  const group = record({
    key,
    reports: count,
    agencies: count,
    missing: count,
    figures: record(Object.fromEntries(figures.map((id) => [id, figure]))),
  })
  const isEachOnce: Shape = (value) => {
    const seen = new Set<string>()
    const groups = value as readonly Group[]
    const at = groups.findIndex(({ key: own }) => {
      const before = seen.size
      return seen.add(JSON.stringify(groupBy.map((dimension) => own[dimension]))).size === before
    })
    return at < 0 ? null : `${String(at)}.key`
  }
  return all(
    record({
      groups: all(list(MOST_GROUPS, group), isEachOnce),
      scope: orNull(oneOf(SCOPES)),
      scopeChosen: flag,
      reports: count,
      agencies: count,
      missing: count,
      years,
    }),
    isOfItsGroups,
  )
}

const coverageCell = record(
  { status: oneOf(['reported', 'late', 'missing', 'notOwed']), errors: count },
  { published: day, deadline: day, version: count, differing: count, nil: flag },
)

/** Each report is in one group. */
function isOfItsGroups(value: unknown): string | null {
  const { groups, reports } = value as QueryResult
  return groups.reduce((sum, group) => sum + group.reports, 0) === reports ? null : 'reports'
}

/** Who has reported for which year: of every agency a cell for each year. */
export const coverageResult: Shape = all(record({ years }), (value) => {
  const { years: own } = value as { readonly years: readonly number[] }
  const cells = record(Object.fromEntries(own.map((one) => [String(one), coverageCell])))
  return record({ rows: list(MOST_AGENCIES, record({ agency: name, years: cells })) })(value)
})

const former = record({ name }, { until: year })
const names = list(1000, name)

/** What there is to filter by. */
export const catalogue: Shape = record({
  years,
  agencies: list(
    MOST_AGENCIES,
    record(
      {
        id: name,
        name,
        aliases: names,
        kind: oneOf(AGENCY_KINDS),
        level: oneOf(LEVELS),
        region: name,
        system: orNull(name),
        parent: orNull(name),
        scope: oneOf(SCOPES),
        reports: count,
      },
      { formerNames: list(1000, former), formerIds: names },
    ),
  ),
  series: list(
    MOST_AGENCIES,
    record({
      head: name,
      members: names,
      changes: list(
        1000,
        record({
          year: orNull(year),
          kind: oneOf(['renamed', 'succeeded', 'merged']),
          before: names,
          after: name,
        }),
      ),
    }),
  ),
  reports: count,
  updated: orNull(day),
})
