import { RULES } from '@/check/rules/rules'
import type { Severity } from '@/report/report'
import { choice, choices, list, words, years } from '@/analysis/params'
import type { ValuesOf } from '@/analysis/params'
import type { FindingLine, FindingState } from '@/workers/findingLine'

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
/** `pending`: what waits for a person, nobody having said a word or its numbers having changed since. */
export const STATES = ['pending', 'open', 'changed', 'confirmed', 'setAside', 'corrected', 'all'] as const
export const GROUPINGS = ['agency', 'rule'] as const

/** The address of the page. */
export const CHECK_PARAMS = {
  years: years(),
  agencies: list(),
  rules: list(),
  severities: choices(SEVERITIES),
  state: choice(STATES, 'pending'),
  by: choice(GROUPINGS, 'agency'),
  /** The finding that is looked at; the first one where it is none. */
  finding: words(),
} as const
export type CheckFilters = ValuesOf<typeof CHECK_PARAMS>

/** What of the filters says which findings are listed. */
export type ListedBy = Omit<CheckFilters, 'by' | 'finding'>

function isInState(state: FindingState, wanted: CheckFilters['state']): boolean {
  if (wanted === 'all') return true
  return wanted === 'pending' ? state === 'open' || state === 'changed' : state === wanted
}

/** The findings that the filters leave, in their order. */
export function filterFindings(lines: readonly FindingLine[], filters: ListedBy): FindingLine[] {
  const allows = <T>(chosen: readonly T[]): ((value: T) => boolean) => {
    const set = new Set(chosen)
    return (value) => set.size === 0 || set.has(value)
  }
  const year = allows(filters.years)
  const agency = allows(filters.agencies)
  const rule = allows(filters.rules)
  const severity = allows<Severity>(filters.severities)
  return lines.filter(
    (line) =>
      isInState(line.state, filters.state) &&
      year(line.year) &&
      agency(line.agency) &&
      rule(line.rule) &&
      severity(line.severity),
  )
}

/** How many findings each value has, for the menus; each menu counts what the other filters leave. */
export function countsBy<K extends string | number>(
  lines: readonly FindingLine[],
  keyOf: (line: FindingLine) => K,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>()
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return counts
}

/** A row of the list: the head of a group, or a finding with its place among the findings. */
export type FindingRowOf =
  | { readonly kind: 'group'; readonly key: string; readonly of: string; readonly count: number }
  | { readonly kind: 'finding'; readonly key: string; readonly line: FindingLine; readonly at: number }

const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, index) => [id, index]))

/** How grave the gravest finding of each agency is: 0 an error. */
export function gravestBy(lines: readonly FindingLine[]): ReadonlyMap<string, number> {
  const gravest = new Map<string, number>()
  for (const { agency, severity } of lines)
    gravest.set(agency, Math.min(gravest.get(agency) ?? SEVERITIES.length, SEVERITIES.indexOf(severity)))
  return gravest
}

/** The rows of the list, grouped by agency or by rule, and the findings in their order. Agencies that are graver come first, else their order stays. */
export function groupFindings(
  lines: readonly FindingLine[],
  by: CheckFilters['by'],
  gravest: ReadonlyMap<string, number> = new Map(),
): { readonly rows: readonly FindingRowOf[]; readonly lines: readonly FindingLine[] } {
  const groups = new Map<string, FindingLine[]>()
  for (const line of lines) {
    const key = by === 'agency' ? line.agency : line.rule
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  const place = (rule: string): number => RULE_ORDER.get(rule) ?? RULE_ORDER.size
  const ordered = [...groups]
  const grave = (agency: string): number => gravest.get(agency) ?? SEVERITIES.length
  if (by === 'rule') ordered.sort(([one], [other]) => place(one) - place(other))
  else ordered.sort(([one], [other]) => grave(one) - grave(other))
  let at = 0
  const rows = ordered.flatMap(([key, own]): FindingRowOf[] => [
    { kind: 'group', key: `group ${key}`, of: key, count: own.length },
    ...own.map((line): FindingRowOf => ({ kind: 'finding', key: line.id, line, at: at++ })),
  ])
  return { rows, lines: ordered.flatMap(([, own]) => own) }
}
