import type { Agency } from './agency'
import { isNational } from './kinds'
import { nameKey } from './names'
import { nameParts, regionOf } from './region'
import type { NameParts } from './region'

/** Whose report a name found in a document stands for. */
export type AgencyMatch =
  | { readonly kind: 'certain'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly candidates: readonly string[] }
  | { readonly kind: 'new' }

/**
 * Looks a name up in the register. Certain: one agency has that name or alias, however it is written, with or without the province and city around it.
 * Doubtful: several have it, it names no region (区财政局 exists in every district) where the register has several, or it may be the short form
 * of another. Anything else is new.
 */
export function matchAgency(name: string, agencies: readonly Agency[]): AgencyMatch {
  const key = nameKey(name)
  if (key === '') return { kind: 'new' }
  const named = agencies.filter((agency) => namesOf(agency).some((other) => nameKey(other) === key))
  if (named.length > 0) return decide(named, isTelling(name, named, agencies))
  const inner = innerKey(name)
  const same = agencies.filter((agency) => inner !== '' && namesOf(agency).some((other) => innerKey(other) === inner))
  if (same.length > 0) return decide(same, true)
  const near = agencies.filter((agency) =>
    namesOf(agency).some((other) => maybeSame(nameParts(name), nameParts(other))),
  )
  return near.length > 0 ? decide(near, false) : { kind: 'new' }
}

function decide(found: readonly Agency[], telling: boolean): AgencyMatch {
  const [only, ...others] = found
  if (only && others.length === 0 && telling) return { kind: 'certain', id: only.id }
  return { kind: 'doubtful', candidates: found.map(({ id }) => id) }
}

const namesOf = (agency: Agency): readonly string[] => [agency.name, ...agency.aliases]

/** Whether an equal name tells one body from all others: it has a region, is a name of its own, was made an alias, or there is one region only. */
function isTelling(name: string, named: readonly Agency[], agencies: readonly Agency[]): boolean {
  const { units, rest, levelWord } = nameParts(name)
  if (units.length > 0 || isNational(rest)) return true
  if (levelWord === null && !isCommon(rest)) return true
  if (named.some(({ aliases }) => aliases.some((alias) => nameKey(alias) === nameKey(name)))) return true
  return new Set(agencies.map(({ region }) => region).filter((region) => region !== '')).size <= 1
}

/** Names that every government has; others (黄石海关, 灵乡镇) are told by their own word. */
function isCommon(rest: string): boolean {
  return /^(?:人民)?政府|[局委办室部厅会]$/u.test(rest)
}

/** Innermost region and rest; empty for a name without a region. */
function innerKey(name: string): string {
  const region = regionOf(name)
  return region === '' ? '' : nameKey(`${region}${nameParts(name).rest}`)
}

/** Whether two names may stand for one body: no word of their regions and levels differs, and the rests are equal, or one may be short for the other. */
function maybeSame(one: NameParts, other: NameParts): boolean {
  const [region, otherRegion] = [innermost(one), innermost(other)]
  if (region && otherRegion && region.name !== otherRegion.name) return false
  if (!levelsAgree(one, other) || !levelsAgree(other, one)) return false
  const [rest, otherRest] = [nameKey(one.rest), nameKey(other.rest)]
  if (rest === '' || otherRest === '') return region !== undefined && /^(?:管委会|政府|)$/u.test(rest + otherRest)
  return rest === otherRest || isShortFor(rest, otherRest) || isShortFor(otherRest, rest)
}

const innermost = ({ units }: NameParts): NameParts['units'][number] | undefined => units[units.length - 1]

/** Whether the level that one name says (市财政局) can be that of the region that the other has. A county-level city says 市 too. */
function levelsAgree({ levelWord }: NameParts, other: NameParts): boolean {
  const region = innermost(other)
  if (levelWord === null) return true
  if (!region) return other.levelWord === null || other.levelWord === levelWord
  if (levelWord === 'city') return region.name.endsWith('市') || region.level === 'city'
  return levelWord === (region.level === 'zone' ? 'county' : region.level)
}

/** Whether `short` takes its characters from `long` in order, with the same first and last word: 科信局 of 科学技术和经济信息化局, 发改委 of 发展和改革委员会. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false
  const ending = long.replace(/委员会$/u, '委').replace(/办公室$/u, '办')
  if (short[short.length - 1] !== ending[ending.length - 1]) return false
  let at = 0
  for (const char of ending) if (char === short[at]) at += 1
  return at === short.length
}
