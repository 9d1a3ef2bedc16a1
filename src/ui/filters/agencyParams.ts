import type { Agency } from '@/register/agency'
import type { Lineages } from '@/register/lineage'
import type { ReportLine } from '@/state/reports'
import { FILTER_PARAMS } from '@/analysis/params'
import type { ValuesOf } from '@/analysis/params'
import { agenciesWithin } from './options'
import type { AgencyEntry } from './options'

const { regions, kinds, levels, systems, agencies } = FILTER_PARAMS
/** The part of a list's address that says which agencies, under the names that the analysis pages use. */
export const AGENCY_PARAMS = { regions, kinds, levels, systems, agencies }
export type AgencyFilterValues = ValuesOf<typeof AGENCY_PARAMS>

/** The agencies of some reports, each once with how many it has, by name. */
export function agenciesOf(lines: readonly Pick<ReportLine, 'agency'>[]): AgencyEntry[] {
  const counts = new Map<string, number>()
  for (const { agency } of lines) counts.set(agency.id, (counts.get(agency.id) ?? 0) + 1)
  const known = new Map(lines.map(({ agency }) => [agency.id, agency]))
  return [...known.values()]
    .map((agency) => ({ ...agency, reports: counts.get(agency.id) ?? 0 }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

/**
 * Ids of the agencies that the filters leave. As on the analysis pages an agency counts as the one that took its duties over: it is let in by what that one is,
 * and naming any agency of a series names all of it.
 */
export function chosenAgencies(
  values: AgencyFilterValues,
  all: readonly AgencyEntry[],
  register: ReadonlyMap<string, Agency>,
  { headOf }: Pick<Lineages, 'headOf'>,
): ReadonlySet<string> {
  const named = new Set(values.agencies.map(headOf))
  const asHead = all.map((entry) => {
    const head = register.get(headOf(entry.id)) ?? entry
    return { ...head, id: entry.id, head: head.id, reports: entry.reports }
  })
  const within = agenciesWithin({ ...values, years: [], scope: undefined }, asHead)
  return new Set(within.filter(({ head }) => named.size === 0 || named.has(head)).map(({ id }) => id))
}
