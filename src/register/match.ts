import type { Agency } from './agency'
import { isNational } from './kinds'
import { nameKey } from './names'
import { readName } from './readName'
import type { ReadName } from './readName'
import { isShortFor } from './shortNames'

/** Whose report a name found in a document stands for. */
export type AgencyMatch =
  | { readonly kind: 'certain'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly candidates: readonly string[] }
  | { readonly kind: 'new' }

interface Entry {
  readonly id: string
  readonly region: string
  readonly names: readonly ReadName[]
  readonly aliases: ReadonlySet<string>
}

/** The register's names, ready to be looked up: an import asks thousands of times. */
export class AgencyNames {
  readonly #entries = new Map<string, Entry>()
  readonly #byKey = new Map<string, Set<string>>()
  readonly #byInner = new Map<string, Set<string>>()
  readonly #byPlace = new Map<string, Set<string>>()

  constructor(agencies: readonly Agency[]) {
    for (const agency of agencies) this.put(agency)
  }

  /** Takes an agency in, in place of what it was before. */
  put(agency: Agency): void {
    this.remove(agency.id)
    const names = [agency.name, ...agency.aliases].map(readName)
    const { id, region } = agency
    this.#entries.set(id, { id, region, names, aliases: new Set(agency.aliases.map(nameKey)) })
    for (const name of names) {
      add(this.#byKey, name.key, id)
      add(this.#byInner, name.inner, id)
      add(this.#byPlace, name.place, id)
    }
  }

  remove(id: string): void {
    for (const { key, inner, place } of this.#entries.get(id)?.names ?? []) {
      this.#byKey.get(key)?.delete(id)
      this.#byInner.get(inner)?.delete(id)
      this.#byPlace.get(place)?.delete(id)
    }
    this.#entries.delete(id)
  }

  /** See `matchAgency`. */
  match(name: string): AgencyMatch {
    const wanted = readName(name)
    if (wanted.key === '') return { kind: 'new' }
    const named = this.#entriesOf(this.#byKey.get(wanted.key))
    if (named.length > 0) return decide(named, this.#isTelling(wanted, named))
    const same = wanted.inner === '' ? [] : this.#entriesOf(this.#byInner.get(wanted.inner))
    if (same.length > 0) return decide(same, true)
    const near = this.#around(wanted).filter(({ names }) => names.some((other) => maybeSame(wanted, other)))
    return near.length > 0 ? decide(near, false) : { kind: 'new' }
  }

  #entriesOf(ids: Iterable<string> | undefined): Entry[] {
    return [...(ids ?? [])].flatMap((id) => this.#entries.get(id) ?? [])
  }

  /** Entries of the same place and of none; a name without a place may be anywhere. */
  #around({ place }: ReadName): Entry[] {
    if (place === '') return [...this.#entries.values()]
    return this.#entriesOf(new Set([...(this.#byPlace.get(place) ?? []), ...(this.#byPlace.get('') ?? [])]))
  }

  /** Whether an equal name tells one body from all others: it has a region, is a name of its own, was made an alias, or there is one region only. */
  #isTelling({ key, parts }: ReadName, named: readonly Entry[]): boolean {
    const { units, rest, levelWord } = parts
    if (units.length > 0 || isNational(rest)) return true
    if (levelWord === null && !isCommon(rest)) return true
    if (named.some(({ aliases }) => aliases.has(key))) return true
    const regions = new Set([...this.#entries.values()].map(({ region }) => region))
    regions.delete('')
    return regions.size <= 1
  }
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key)
  if (ids) ids.add(id)
  else map.set(key, new Set([id]))
}

/**
 * Looks a name up in the register. Certain: one agency has that name or alias, however it is written, with or without the province and city around it.
 * Doubtful: several have it, it names no region (区财政局 exists in every district) where the register has several, or it may be the short form
 * of another. Anything else is new. For many look-ups keep an `AgencyNames`.
 */
export function matchAgency(name: string, agencies: readonly Agency[]): AgencyMatch {
  return new AgencyNames(agencies).match(name)
}

function decide(found: readonly Entry[], telling: boolean): AgencyMatch {
  const [only, ...others] = found
  if (only && others.length === 0 && telling) return { kind: 'certain', id: only.id }
  return { kind: 'doubtful', candidates: found.map(({ id }) => id) }
}

/** Names that every government has; others (黄石海关, 灵乡镇) are told by their own word. */
function isCommon(rest: string): boolean {
  return /^(?:人民)?政府|[局委办室部厅会]$/u.test(rest)
}

/** Whether two names may stand for one body: no word of their regions and levels differs, and the rests are equal, or one may be short for the other. */
function maybeSame(one: ReadName, other: ReadName): boolean {
  if (one.place !== '' && other.place !== '' && one.place !== other.place) return false
  if (liesElsewhere(one, other) || !levelsAgree(one, other) || !levelsAgree(other, one)) return false
  if (one.rest === '' || other.rest === '') return one.place !== '' && /^(?:管委会|政府|)$/u.test(one.rest + other.rest)
  return one.rest === other.rest || isShortFor(one.rest, other.rest) || isShortFor(other.rest, one.rest)
}

/** Two names with different cities, or different provinces, around one district name. */
function liesElsewhere(one: ReadName, other: ReadName): boolean {
  return one.parts.units.some(({ level, name }) =>
    other.parts.units.some((unit) => unit.level === level && unit.name !== name),
  )
}

/** Whether the level that one name says (市财政局) can be that of the region that the other has. A county-level city says 市 too. */
function levelsAgree({ parts: { levelWord } }: ReadName, { parts: other }: ReadName): boolean {
  const region = other.units[other.units.length - 1]
  if (levelWord === null) return true
  if (!region) return other.levelWord === null || other.levelWord === levelWord
  if (levelWord === 'city') return region.name.endsWith('市') || region.level === 'city'
  return levelWord === (region.level === 'zone' ? 'county' : region.level)
}
