import type { Agency, AgencyKind, Level, Scope } from './agency'
import { branchOf } from './branches'
import { isNational, kindOf } from './kinds'
import { nameParts, regionName, regionTold, seatOf } from './region'
import type { NameParts } from './region'
import { presentOf } from './regions'
import type { Region, Regions } from './regions'
import { systemOf } from './systems'

/** What a name alone says about an agency. The parent needs the register: see `proposeParent`. */
export type AgencyProposal = Omit<Agency, 'id' | 'edited' | 'from' | 'to' | 'formerNames' | 'successor'>

/** Kind, level, region, system and scope as the name suggests them; everything may be edited. */
export function proposeAgency(name: string, regions: Regions): AgencyProposal {
  const parts = nameParts(name, regions)
  const kind = kindOf(name, parts)
  const body = kind === 'government' || kind === 'township' || kind === 'zone'
  const branch = kind === 'department' || kind === 'authorised' ? branchOf(parts, regions) : null
  const seated = kind === 'vertical' || (kind === 'authorised' && isSeated(parts.rest))
  const seat = seated && parts.units.length === 0 ? seatOf(parts, regions) : null
  const told = branch?.region ?? seat ?? regionTold(parts)
  return {
    name,
    aliases: [],
    kind,
    level: branch?.level ?? seat?.level ?? levelOf(kind, parts),
    region:
      (branch?.region && placeOfBranch(branch.region, parts, regions)) ?? seat?.name ?? regionName(parts, regions),
    ...(told && { regionCode: told.code }),
    system: body ? null : ((parts.units.length > 0 ? systemOf(parts.rest) : null) ?? systemOf(name)),
    parent: null,
    scope: scopeOf(kind, parts),
  }
}

/** As `regionName` has it: a district name that several cities have keeps its city. */
function placeOfBranch({ name }: Region, { units }: NameParts, regions: Regions): string {
  const shared = presentOf(regions.named(name)).length > 1
  return shared ? `${units[units.length - 1]?.name ?? ''}${name}` : name
}

/** Those that stand before the name of a local body, not of a national one. */
const LOCAL_BRANCH = /^(?:国网|国家电网|共青团|中国共产主义青年团)/u

/** Works and colleges that bear the name of their place without its last word: 黄石供电公司, 黄石职业技术学院. */
const isSeated = (rest: string): boolean => /公司$|职业(?:技术)?学院$/u.test(rest) && !rest.includes('铁路')

function levelOf(kind: AgencyKind, { units, rest, levelWord, ministry }: NameParts): Level {
  if (kind === 'township') return 'township'
  const inner = units[units.length - 1]
  if (inner) return inner.level === 'zone' ? 'county' : inner.level
  if (levelWord) return levelWord
  if (kind === 'zone') return 'county'
  if (isNational(rest) || (ministry !== '' && kind !== 'vertical' && !LOCAL_BRANCH.test(ministry))) return 'national'
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

/** A region by its code where that is known, else by its name. */
interface Place {
  readonly code?: string | undefined
  readonly name: string
}

/**
 * Id of the agency of the register whose report would sum this one's: the government of its region, for a government that of the region next around it,
 * for a zone that of the region it is named after. A name without a region goes to the register's only government, where the register has no other
 * region. `null` where there is none, or more than one would do; vertically managed agencies have none.
 */
export function proposeParent(agency: Agency, agencies: readonly Agency[], regions: Regions): string | null {
  if (agency.kind === 'vertical' || agency.level === 'national') return null
  const governments = agencies.filter((other) => other.id !== agency.id && other.scope === 'summed')
  const places = placesAround(agency, regions)
  for (const place of places) {
    const [found, ...more] = governments.filter((government) => governs(government, place))
    if (found) return more.length === 0 ? found.id : null
  }
  const sharingStem = governments.filter(({ region }) => agency.kind === 'zone' && startsWithStem(agency.name, region))
  if (sharingStem.length === 1) return sharingStem[0]?.id ?? null
  const [only] = governments
  const ofOnePlace = agencies.every(({ region }) => region === '' || region === only?.region)
  return places.length === 0 && agency.scope === 'own' && governments.length === 1 && ofOnePlace
    ? (only?.id ?? null)
    : null
}

function governs({ regionCode, region }: Agency, { code, name }: Place): boolean {
  return code !== undefined && regionCode !== undefined ? code === regionCode : name !== '' && region === name
}

/** Where its sum may be: its own region unless it is that region's government, else the one next around, by its code or as its name gives it. */
function placesAround(agency: Agency, regions: Regions): Place[] {
  const parts = nameParts(agency.name, regions)
  const outer = parts.units[parts.units.length - 2]
  const around: Place[] = outer ? [placeOf(outer.name, outer.regions.length === 1 ? outer.regions[0] : undefined)] : []
  if (agency.scope === 'summed' || agency.kind === 'zone') {
    const seat = agency.kind === 'zone' ? seatOf(parts, regions) : null
    const next = agency.regionCode === undefined ? undefined : regions.around(agency.regionCode)[0]
    const first =
      agency.scope === 'own' && agency.region !== '' ? [{ code: agency.regionCode, name: agency.region }] : []
    return [...first, ...[seat, next].flatMap((region) => (region ? [placeOf(region.name, region)] : [])), ...around]
  }
  return agency.region === '' ? [] : [{ code: agency.regionCode, name: agency.region }]
}

const placeOf = (name: string, region: Region | undefined): Place => ({ name, code: region?.code })

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
