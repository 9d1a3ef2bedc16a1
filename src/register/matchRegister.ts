import type { Agency } from './agency'
import { isCommonName } from './commonName'
import { AgencyNames } from './match'
import type { AgencyMatch } from './match'
import { nameKey } from './names'
import { liesIn } from './regions'
import type { Regions } from './regions'

/** What is known of two registers besides their agencies. */
export interface RegisterBasis {
  /** Regions of the country. */
  readonly regions: Regions
  /** The last report year that the other register has of one of its agencies; `null` where it has none. */
  readonly lastYear: (theirs: string) => number | null
  /** Agencies of one's own register under which documents of another's agency are filed already. */
  readonly filed: (theirs: string) => ReadonlySet<string>
  /** Whether a person has said that a name does not stand for an agency. */
  readonly apart: (name: string, own: string) => boolean
}

/**
 * Which agency of one's own register each of another register is, by the rules of an import: its name, however written, its aliases and the names that it
 * had, in the year of its last report. Certain only where the regions agree, too; a name that every place has (财政局) must have the same region in both.
 * What the rules leave doubtful is certain where the same documents are filed under one of the candidates; else a person is asked.
 */
export function matchRegister(
  theirs: readonly Agency[],
  own: readonly Agency[],
  basis: RegisterBasis,
): ReadonlyMap<string, AgencyMatch> {
  const regions = basis.regions.extended([...own, ...theirs])
  const names = new AgencyNames(own, regions)
  const byId = new Map(own.map((agency) => [agency.id, agency]))
  return new Map(theirs.map((agency) => [agency.id, matchOf(agency, { names, byId, regions, basis })]))
}

interface Known {
  readonly names: AgencyNames
  readonly byId: ReadonlyMap<string, Agency>
  readonly regions: Regions
  readonly basis: RegisterBasis
}

function matchOf(agency: Agency, { names, byId, regions, basis }: Known): AgencyMatch {
  const possible = (id: string): boolean => byId.has(id) && !basis.apart(agency.name, id)
  const entry = byId.get(agency.id)
  if (
    entry &&
    nameKey(entry.name) === nameKey(agency.name) &&
    possible(entry.id) &&
    isSurelyThere(agency, entry, regions)
  )
    return { kind: 'certain', id: entry.id }
  const matches = namesOf(agency, regions).map((name) => names.match(name, { year: basis.lastYear(agency.id) }))
  const certain = new Set(matches.flatMap((found) => (found.kind === 'certain' ? [found.id] : [])))
  const [sole] = certain
  const other = sole !== undefined && certain.size === 1 ? byId.get(sole) : undefined
  if (other && possible(other.id) && isSurelyThere(agency, other, regions)) return { kind: 'certain', id: other.id }
  const named = matches.flatMap(idsOf)
  const formerly = named.length > 0 ? [] : otherNames(agency).flatMap((name) => idsOf(names.match(name)))
  // The same entry under a name that it had: both registers made its id from one name.
  const [only, ...others] = [...new Set(formerly)].filter(possible)
  const same = only === agency.id && others.length === 0 ? byId.get(only) : undefined
  if (same && isSurelyThere(agency, same, regions)) return { kind: 'certain', id: same.id }
  const candidates = [...new Set([...named, ...formerly, agency.id])].filter(possible)
  const filed = candidates.filter((id) => basis.filed(agency.id).has(id))
  if (filed[0] !== undefined && filed.length === 1) return { kind: 'certain', id: filed[0] }
  return candidates.length > 0 ? { kind: 'doubtful', candidates } : { kind: 'new' }
}

/** The name, and the one with its region before it where every place has a body of that name. */
function namesOf({ name, region }: Agency, regions: Regions): string[] {
  return region !== '' && isCommonName(name, regions) ? [name, region + name] : [name]
}

function idsOf(match: AgencyMatch): readonly string[] {
  if (match.kind === 'new') return []
  return match.kind === 'certain' ? [match.id] : match.candidates
}

function otherNames({ aliases, formerNames = [] }: Agency): string[] {
  return [...aliases, ...formerNames.map(({ name }) => name)]
}

/** Whether two of one name are of one place, as far as the registers tell. */
function isSurelyThere(one: Agency, other: Agency, regions: Regions): boolean {
  const [code, otherCode] = [one.regionCode, other.regionCode]
  if (code !== undefined && otherCode !== undefined) {
    if (code !== otherCode && !liesIn(code, otherCode) && !liesIn(otherCode, code)) return false
    if (code === otherCode) return true
  }
  if (one.region !== '' && other.region !== '') return one.region === other.region
  return !isCommonName(one.name, regions)
}
