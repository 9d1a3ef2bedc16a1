import type { Group, QueryResult } from '../cube/query'
import { plainSum } from '../form/plainSum'
import { groupOfYear, yearOf } from './basis'

/** What requests come from and go to: carried in and received, settled and carried over. */
export const FLOWS = ['carriedIn', 'received', 'settled', 'carriedOut'] as const
export type Flow = (typeof FLOWS)[number]
export const flowFigure = (flow: Flow): string => `requests.${flow}.total`

/** An agency whose two numbers that should be one differ. */
export interface Differing {
  readonly agency: string
  readonly by: number
}

/** Whether 上年结转 + 新收 = 办结 + 结转下年 in each agency's reports of a year. */
export interface Footing {
  readonly year: number
  /** Agencies that have all four numbers, and those with a report that lacks one. */
  readonly checked: number
  readonly unchecked: number
  /** `by`: what came in less what is accounted for. */
  readonly differing: readonly Differing[]
}

/** What one year carried over against what the next carried in: the difference of the totals, and what makes it up. */
export interface Handover {
  /** The earlier year. */
  readonly year: number
  readonly out: number | null
  readonly in: number | null
  /** Of agencies that have both numbers. */
  readonly compared: number
  readonly differing: readonly Differing[]
  /** Carried in by agencies without the earlier number or with a part of it, carried over by those without all of the later one. */
  readonly onlyIn: number
  readonly onlyOut: number
}

/** The number of a figure where every report of its group has it; a part alone is not compared. */
function wholeValue(group: Group | undefined, flow: Flow): number | null {
  const figure = group?.figures[flowFigure(flow)]
  return figure?.value != null && figure.reports === group?.reports ? figure.value : null
}

const agencyOf = (group: Group): string => String(group.key.agency)

/** Year by year, from a result grouped by agency and year. */
export function footingsOf(byAgency: QueryResult, years: readonly number[]): Footing[] {
  return years.map((year) => {
    const groups = byAgency.groups.filter((group) => yearOf(group) === year && group.reports > 0)
    const checked = groups.flatMap((group) => {
      const [carriedIn, received, settled, carriedOut] = FLOWS.map((flow) => wholeValue(group, flow))
      if (carriedIn == null || received == null || settled == null || carriedOut == null) return []
      return [{ agency: agencyOf(group), by: carriedIn + received - settled - carriedOut }]
    })
    return {
      year,
      checked: checked.length,
      unchecked: groups.length - checked.length,
      differing: largestFirst(checked),
    }
  })
}

/** Between neighbouring years. `byYear` has the totals, `byAgency` tells what makes their difference. */
export function handoversOf(byYear: QueryResult, byAgency: QueryResult): Handover[] {
  return byYear.groups.flatMap((group) => {
    const year = yearOf(group)
    const next = groupOfYear(byYear, year + 1)
    return next ? [handover(group, next, byAgency)] : []
  })
}

function handover(group: Group, next: Group, byAgency: QueryResult): Handover {
  const year = yearOf(group)
  const valuesOf = (of: number, flow: Flow): [agency: string, value: number, isWhole: boolean][] =>
    byAgency.groups.flatMap((one) => {
      const value = one.figures[flowFigure(flow)]?.value
      // Before a merger a series is a sum, and a report may be missing from it.
      const isWhole = wholeValue(one, flow) !== null && one.missing === 0
      return yearOf(one) === of && value != null ? [[agencyOf(one), value, isWhole]] : []
    })
  const [out, into] = [valuesOf(year, 'carriedOut'), valuesOf(year + 1, 'carriedIn')]
  const then = new Map(into.flatMap(([agency, value, isWhole]) => (isWhole ? [[agency, value] as const] : [])))
  const both = out.flatMap(([agency, value, isWhole]) => {
    const later = then.get(agency)
    return isWhole && later !== undefined ? [{ agency, by: later - value }] : []
  })
  const compared = new Set(both.map(({ agency }) => agency))
  const rest = (values: typeof out): number =>
    plainSum(values.flatMap(([agency, value]) => (compared.has(agency) ? [] : [value])))
  return {
    year,
    out: group.figures[flowFigure('carriedOut')]?.value ?? null,
    in: next.figures[flowFigure('carriedIn')]?.value ?? null,
    compared: both.length,
    differing: largestFirst(both),
    onlyIn: rest(into),
    onlyOut: rest(out),
  }
}

const largestFirst = (all: readonly Differing[]): Differing[] =>
  all.filter(({ by }) => by !== 0).sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
