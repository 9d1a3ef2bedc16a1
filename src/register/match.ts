import type { Agency } from './agency'
import { isCommonName } from './commonName'
import { placedName } from './folderNames'
import { nameKey } from './names'
import { readName } from './readName'
import type { ReadName } from './readName'
import { regionTold } from './region'
import { presentOf } from './regions'
import type { Regions } from './regions'
import { answersElsewhere, liesElsewhere, resembles } from './resemblance'

/** Whose report a name found in a document stands for. */
export type AgencyMatch =
  | { readonly kind: 'certain'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly candidates: readonly string[] }
  | { readonly kind: 'new' }

/** What is known of a document besides the name in it. */
export interface MatchContext {
  /** Report year: a former name is sure for the years in which it was the name. */
  readonly year?: number | null | undefined
  /** Path of the document: a folder that names a region tells whose 财政局 it is. */
  readonly path?: string | undefined
}

interface Entry {
  readonly id: string
  readonly region: string
  readonly from: number
  readonly to: number
  readonly names: readonly ReadName[]
  readonly aliases: ReadonlySet<string>
  /** Keys of former names with the last year of each. */
  readonly former: ReadonlyMap<string, number>
}

/** A place with more agencies than this is looked through by their first characters only. */
const LARGE_PLACE = 400
/** Last words of regions, which a name may leave out. */
const REGION_WORDS = ['区', '县', '市', '州', '旗']
const REGION_WORD = new RegExp(`[${REGION_WORDS.join('')}]$`, 'u')

/** The register's names, ready to be looked up: an import asks thousands of times. */
export class AgencyNames {
  readonly #regions: Regions
  readonly #entries = new Map<string, Entry>()
  readonly #byKey = new Map<string, Set<string>>()
  readonly #byInner = new Map<string, Set<string>>()
  readonly #byPlace = new Map<string, Set<string>>()
  readonly #byStart = new Map<string, Set<string>>()
  /** How many agencies belong to each region; a register of one region needs no region in its names. */
  readonly #members = new Map<string, number>()

  constructor(agencies: readonly Agency[], regions: Regions) {
    this.#regions = regions.extended(agencies)
    for (const agency of agencies) this.put(agency)
  }

  /** Takes an agency in, in place of what it was before. */
  put(agency: Agency): void {
    this.remove(agency.id)
    const { id, region, formerNames = [] } = agency
    const called = [agency.name, ...agency.aliases, ...formerNames.map(({ name }) => name)]
    const names = called.map((name) => readName(name, this.#regions))
    this.#entries.set(id, {
      id,
      region,
      from: agency.from ?? -Infinity,
      to: agency.to ?? Infinity,
      names,
      aliases: new Set(agency.aliases.map(nameKey)),
      former: new Map(formerNames.map(({ name, until }) => [nameKey(name), until ?? Infinity])),
    })
    if (region !== '') this.#members.set(region, (this.#members.get(region) ?? 0) + 1)
    for (const name of names) for (const [map, key] of this.#placesOf(name)) add(map, key, id)
  }

  remove(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    for (const name of entry.names) for (const [map, key] of this.#placesOf(name)) map.get(key)?.delete(id)
    const left = (this.#members.get(entry.region) ?? 0) - 1
    if (left > 0) this.#members.set(entry.region, left)
    else this.#members.delete(entry.region)
    this.#entries.delete(id)
  }

  #placesOf({ key, inner, place, rest }: ReadName): (readonly [Map<string, Set<string>>, string])[] {
    return [
      [this.#byKey, key],
      [this.#byInner, inner],
      [this.#byPlace, place],
      [this.#byStart, rest.slice(0, 1)],
    ]
  }

  /** See `matchAgency`. */
  match(name: string, { year, path }: MatchContext = {}): AgencyMatch {
    const placed = path === undefined ? null : placedName(name, path, this.#regions)
    const found = this.#find(placed ?? name, year)
    if (placed === null || found.kind === 'certain') return found
    // A register of one place may have its agencies without the place.
    const bare = this.#find(name, year)
    return bare.kind === 'certain' && this.#entries.get(bare.id)?.region === '' ? bare : found
  }

  #find(name: string, year: number | null | undefined): AgencyMatch {
    const wanted = readName(name, this.#regions)
    if (wanted.key === '') return { kind: 'new' }
    const named = inForce(this.#entriesOf(this.#byKey.get(wanted.key)), year)
    if (named.length > 0) return decide(named, this.#isTelling(name, wanted, named) && isCurrent(named, wanted, year))
    const inner = wanted.inner === '' ? [] : this.#entriesOf(this.#byInner.get(wanted.inner))
    const same = inForce(
      inner.filter((entry) => inOnePlace(wanted, entry)),
      year,
    )
    if (same.length > 0)
      return decide(
        same,
        same.every((entry) => isSeatSure(wanted, entry)),
      )
    const near = [wanted, ...this.#rewordings(wanted)].flatMap((asked) =>
      this.#around(asked).filter(({ names }) =>
        names.some((other) => (asked === wanted || other.parts.ministry === '') && resembles(asked, other)),
      ),
    )
    return near.length > 0 ? decide([...new Set(near)], false) : { kind: 'new' }
  }

  /** The name with the last word of its region, where the register has such a one, or without it: 临滩公安分局 beside 临滩区公安局. What ministries send out is named by another rule. */
  #rewordings({ key, place, parts }: ReadName): ReadName[] {
    if (parts.ministry !== '') return []
    const inner = parts.units[parts.units.length - 1]
    if (inner) {
      const bare = REGION_WORD.test(inner.name) && inner.name.length > 2 ? inner.name.slice(0, -1) : ''
      return bare === '' || place !== inner.name ? [] : [readName(bare + parts.rest, this.#regions)]
    }
    const stems = [2, 3, 4, 5].filter((length) => length + 1 < key.length)
    const places = stems.flatMap((length) => REGION_WORDS.map((word) => [length, key.slice(0, length) + word] as const))
    return places.flatMap(([length, name]) =>
      (this.#byPlace.get(name)?.size ?? 0) > 0 ? [readName(name + key.slice(length), this.#regions)] : [],
    )
  }

  #entriesOf(ids: Iterable<string> | undefined): Entry[] {
    return [...(ids ?? [])].flatMap((id) => this.#entries.get(id) ?? [])
  }

  /** Entries of the same place and of none; a name without a place may be anywhere. Large places are looked through by the first character. */
  #around({ place, rest }: ReadName): Entry[] {
    const here = place === '' ? undefined : this.#byPlace.get(place)
    const anywhere = place === '' ? undefined : this.#byPlace.get('')
    const start = this.#byStart.get(rest.slice(0, 1))
    if (place === '') return this.#entriesOf(start)
    const near = [here, anywhere].flatMap((ids) => {
      if (!ids || ids.size <= LARGE_PLACE) return [...(ids ?? [])]
      return [...(start ?? [])].filter((id) => ids.has(id))
    })
    return this.#entriesOf(new Set(near))
  }

  /** Whether an equal name tells one body from all others: it has a region of its own, is a name of its own, was made an alias, or there is one region only. */
  #isTelling(name: string, { key, parts }: ReadName, named: readonly Entry[]): boolean {
    if (named.some(({ aliases }) => aliases.has(key))) return true
    if (this.#members.size <= 1) return true
    if (parts.units.length === 0) return !isCommonName(name, this.#regions)
    const [outermost] = parts.units
    return parts.units.length > 1 || presentOf(this.#regions.named(outermost?.name ?? '')).length <= 1
  }
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key)
  if (ids) ids.add(id)
  else map.set(key, new Set([id]))
}

/**
 * Looks a name up in the register. Certain: one agency has that name or alias, however it is written, with or without the province and city around it, or had it
 * in the report's year, or has it with the region of the document's folder in front. Doubtful: several have it, it names no region (区财政局 exists in
 * every district) where the register has several, it was given up before that year, or it resembles another (`resembles`).
 * Anything else is new. For many look-ups keep an `AgencyNames`.
 */
export function matchAgency(
  name: string,
  agencies: readonly Agency[],
  regions: Regions,
  context: MatchContext = {},
): AgencyMatch {
  return new AgencyNames(agencies, regions).match(name, context)
}

function decide(found: readonly Entry[], telling: boolean): AgencyMatch {
  const [only, ...others] = found
  if (only && others.length === 0 && telling) return { kind: 'certain', id: only.id }
  return { kind: 'doubtful', candidates: found.map(({ id }) => id) }
}

/** Of several entries of one name those that were there in the year; all of them where that leaves none. */
function inForce(entries: Entry[], year: number | null | undefined): Entry[] {
  if (entries.length <= 1 || year === null || year === undefined) return entries
  const there = entries.filter(({ from, to }) => from <= year && year <= to)
  return there.length > 0 ? there : entries
}

/** Whether the name was in use in the year: a report under a name given up before is asked about. */
function isCurrent(named: readonly Entry[], { key }: ReadName, year: number | null | undefined): boolean {
  return named.every((entry) => {
    const until = entry.names[0]?.key === key || entry.aliases.has(key) ? Infinity : entry.former.get(key)
    return year === null || year === undefined || until === undefined || year <= until
  })
}

/** Whether one of an entry's names of the same words is not that of another city or province. */
function inOnePlace(wanted: ReadName, { names }: Entry): boolean {
  return names.some(
    (name) => name.inner === wanted.inner && !liesElsewhere(wanted, name) && !answersElsewhere(wanted, name),
  )
}

/** Whether the table tells the same region for both, or knows neither. */
function isSeatSure(wanted: ReadName, { names }: Entry): boolean {
  const code = regionTold(wanted.parts)?.code
  return names.some((name) => name.inner === wanted.inner && regionTold(name.parts)?.code === code)
}
