import type { Agency, AgencyKind, Level, Scope } from './agency'
import { isNational, kindOf } from './kinds'
import { nameParts, regionOf } from './region'
import type { NameParts } from './region'
import { systemOf } from './systems'

/** What a name alone says about an agency. The parent needs the register: see `proposeParent`. */
export type AgencyProposal = Omit<Agency, 'id' | 'edited' | 'from' | 'to'>

/** Kind, level, region, system and scope as the name suggests them; everything may be edited. */
export function proposeAgency(name: string): AgencyProposal {
  const parts = nameParts(name)
  const kind = kindOf(name, parts)
  const body = kind === 'government' || kind === 'township' || kind === 'zone'
  return {
    name,
    aliases: [],
    kind,
    level: levelOf(kind, parts),
    region: regionOf(parts),
    system: body ? null : ((parts.units.length > 0 ? systemOf(parts.rest) : null) ?? systemOf(name)),
    parent: null,
    scope: scopeOf(kind, parts),
  }
}

function levelOf(kind: AgencyKind, { units, rest, levelWord }: NameParts): Level {
  if (kind === 'township') return 'township'
  const inner = units[units.length - 1]
  if (inner) return inner.level === 'zone' ? 'county' : inner.level
  if (levelWord) return levelWord
  if (isNational(rest)) return 'national'
  return kind === 'vertical' ? 'city' : 'county'
}

/**
 * A government's report sums its members'. So does that of a zone that is named as an area (平潭综合实验区), which stands for all its bodies;
 * a committee (开发区管理委员会) reports as one member, and so do townships and the government's own office.
 */
function scopeOf(kind: AgencyKind, { rest }: NameParts): Scope {
  if (kind === 'government') return 'summed'
  return kind === 'zone' && rest === '' ? 'summed' : 'own'
}

/**
 * Id of the agency of the register whose report would sum this one's: the government of its region, for a government that of the region around it.
 * A name without a region goes to the register's only government, where the register has no other region. `null` where there is none, or more than one would do; vertically managed agencies have none.
 */
export function proposeParent(agency: Agency, agencies: readonly Agency[]): string | null {
  if (agency.kind === 'vertical' || agency.level === 'national') return null
  const governments = agencies.filter((other) => other.id !== agency.id && other.scope === 'summed')
  const [only] = governments
  const own = regionsAround(agency)
  for (const region of own) {
    const [found, ...more] = governments.filter((government) => government.region === region)
    if (found) return more.length === 0 ? found.id : null
  }
  const sharingStem = governments.filter(({ region }) => agency.kind === 'zone' && startsWithStem(agency.name, region))
  if (sharingStem.length === 1) return sharingStem[0]?.id ?? null
  const ofOnePlace = agencies.every(({ region }) => region === '' || region === only?.region)
  return own.length === 0 && agency.scope === 'own' && governments.length === 1 && ofOnePlace
    ? (only?.id ?? null)
    : null
}

/** Names of the regions that may sum it, the nearest first: its own unless it is that region's government, then those that its name gives around it. */
function regionsAround(agency: Agency): string[] {
  const { units } = nameParts(agency.name)
  const outer = units.slice(0, -1).map((unit) => unit.name)
  const regions = agency.scope === 'summed' ? [] : [agency.region]
  return [...regions, ...outer.reverse()].filter((region) => region !== '')
}

/** Whether a zone's name begins with the region's name without its last word: 临澜经济开发区 in 临澜市. */
function startsWithStem(name: string, region: string): boolean {
  const stem = region.replace(/(?:自治州|自治县|地区|[省市县区州盟旗])$/u, '')
  return stem.length >= 2 && name.startsWith(stem)
}

/** The agency with a new proposal where no person has set the field. The id and `edited` stay. */
export function mergeProposal(agency: Agency, proposal: Partial<AgencyProposal>): Agency {
  const kept = Object.fromEntries(agency.edited.map((field) => [field, agency[field]]))
  return { ...agency, ...proposal, ...kept }
}
