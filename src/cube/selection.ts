import type { Agency, Scope } from '../register/agency'
import { SCOPES } from '../register/agency'
import type { DataSet } from './dataSet'
import type { Filter } from './query'

/** Which agencies and years a filter lets in, and the one scope that its result stands on. */
export interface Selection {
  /** 1 by agency code. */
  readonly agencies: Uint8Array
  /** Ascending: the filter's years, else the years that the data has. */
  readonly years: readonly number[]
  /** `null` where no report matches. */
  readonly scope: Scope | null
  readonly scopeChosen: boolean
}

/** Applies a filter and the scope rule of RULES.md: 本机关 where the selection has both, else the one it has. */
export function select(data: DataSet, where: Filter, lineage = false): Selection {
  const years = yearsOf(data, where)
  const matching = lineage ? matchingSeries(data, where) : matchingAgencies(data, where)
  if (where.scope !== undefined) {
    keepScope(data, matching, where.scope)
    return {
      agencies: matching,
      years,
      scope: hasReports(data, matching, years, where.scope) ? where.scope : null,
      scopeChosen: false,
    }
  }
  const present = SCOPES.filter((scope) => hasReports(data, matching, years, scope))
  const scope = present[0] ?? null
  keepScope(data, matching, scope ?? registeredScope(data, matching))
  return { agencies: matching, years, scope, scopeChosen: present.length > 1 }
}

/** The years that a filter asks about, ascending. */
export function yearsOf(data: DataSet, where: Filter): readonly number[] {
  const asked = where.years ?? []
  return asked.length === 0 ? data.index.present() : [...new Set(asked)].sort((one, other) => one - other)
}

/** Agencies that a filter lets in, whatever their scope: 1 by agency code. */
function matchingAgencies(data: DataSet, where: Filter): Uint8Array {
  const tests = [
    listTest(where.agencies, (agency) => agency.id),
    listTest(where.regions, (agency) => agency.region),
    listTest(where.kinds, (agency) => agency.kind),
    listTest(where.levels, (agency) => agency.level),
    listTest(where.systems, (agency) => agency.system ?? ''),
  ].filter((test) => test !== null)
  const scopes = data.agencies.ranksOf('scope').ofAgency
  const matching = new Uint8Array(scopes.length)
  for (let code = 0; code < matching.length; code++) if ((scopes[code] ?? -1) >= 0) matching[code] = 1
  for (const test of tests)
    for (let code = 0; code < matching.length; code++) {
      const agency = matching[code] === 1 ? data.agencies.at(code) : null
      if (agency && !test(agency)) matching[code] = 0
    }
  return matching
}

/** Agencies whose series' head a filter lets in; naming any agency of a series names the series. */
export function matchingSeries(data: DataSet, where: Filter): Uint8Array {
  const { heads } = data.agencies.series()
  const headOf = (id: string): string => {
    const code = data.agencies.present(id)
    return code === undefined ? id : (data.agencies.at(heads[code] ?? code)?.id ?? id)
  }
  const asked = where.agencies ?? []
  const matching = matchingAgencies(data, { ...where, agencies: asked.map(headOf) })
  return matching.map((_, code) => (data.agencies.at(code) ? (matching[heads[code] ?? code] ?? 0) : 0))
}

function listTest<T extends string>(
  list: readonly T[] | undefined,
  value: (agency: Agency) => T,
): ((agency: Agency) => boolean) | null {
  if (!list || list.length === 0) return null
  const wanted = new Set(list)
  return (agency) => wanted.has(value(agency))
}

function keepScope(data: DataSet, matching: Uint8Array, scope: Scope): void {
  const { ofAgency, values } = data.agencies.ranksOf('scope')
  const kept = values.indexOf(scope)
  for (let code = 0; code < matching.length; code++) if (ofAgency[code] !== kept) matching[code] = 0
}

function hasReports(data: DataSet, matching: Uint8Array, years: readonly number[], scope: Scope): boolean {
  const { ofAgency, values } = data.agencies.ranksOf('scope')
  const wanted = values.indexOf(scope)
  const codes = years.map((year) => data.index.find(year)).filter((code) => code !== undefined)
  for (let agency = 0; agency < matching.length; agency++)
    if (
      matching[agency] === 1 &&
      ofAgency[agency] === wanted &&
      codes.some((code) => data.index.row(agency, code) >= 0)
    )
      return true
  return false
}

/** Where no report tells the scope, the agencies that owe one do. */
function registeredScope(data: DataSet, matching: Uint8Array): Scope {
  const { ofAgency } = data.agencies.ranksOf('scope')
  const has = (rank: number): boolean => matching.some((one, code) => one === 1 && ofAgency[code] === rank)
  return SCOPES.find((_, rank) => has(rank)) ?? SCOPES[0]
}
