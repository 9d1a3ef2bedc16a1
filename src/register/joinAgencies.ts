import type { Agency } from './agency'
import { nameKey } from './names'
import { circleFrom } from './table/references'

/** Fields of which the agency that stays keeps its own, or takes the other's. */
const JOINED = [
  'kind',
  'level',
  'region',
  'regionCode',
  'system',
  'parent',
  'scope',
  'from',
  'to',
  'successor',
] as const
export type JoinedField = (typeof JOINED)[number]

/** Whose value a field has after two agencies were made one. */
export type Choices = Readonly<Partial<Record<JoinedField, 'keep' | 'drop'>>>

/** A field in which the two differ; `kept` unless a person decides otherwise. */
export interface FieldConflict {
  readonly field: JoinedField
  /** Whose value it is by default: the one that a person has set, else that of the agency that stays. */
  readonly by: 'keep' | 'drop'
}

export interface JoinedAgencies {
  readonly agency: Agency
  /** Fields that the agency that stays lacked and takes from the other. */
  readonly carried: readonly JoinedField[]
  readonly conflicts: readonly FieldConflict[]
}

/** What joining two agencies needs to know besides. */
export interface JoinBasis {
  readonly agencies: readonly Agency[]
  /** Report years of both. */
  readonly years: readonly number[]
  /** Whether a name tells no body apart, so that nobody is to be found under it. */
  readonly isCommon: (name: string) => boolean
}

/**
 * Two entries of the register made one: found under the names of both and by both ids; what `keep` lacks it takes from `drop`, and where the two differ it keeps its
 * own unless a choice says otherwise. Of one that succeeded the other the years are those of both together.
 */
export function joinAgencies(keep: Agency, drop: Agency, basis: JoinBasis, choices: Choices = {}): JoinedAgencies {
  const carried: JoinedField[] = []
  const conflicts: FieldConflict[] = []
  const taken: JoinedField[] = []
  for (const field of JOINED) {
    const own = valueOf(field, keep, drop, keep)
    const other = valueOf(field, drop, keep, keep)
    if (isEmpty(other) || own === other) continue
    // Codes go with their regions.
    if (field === 'regionCode' && keep.region !== '' && keep.region !== drop.region) {
      if (taken.includes('region')) taken.push(field)
      continue
    }
    const isFitting = fits(field, other, drop, basis)
    if (isEmpty(own) && isFitting) {
      carried.push(field)
      taken.push(field)
      continue
    }
    const by = isFitting && drop.edited.includes(field) && !keep.edited.includes(field) ? 'drop' : 'keep'
    conflicts.push({ field, by })
    if ((choices[field] ?? by) === 'drop') taken.push(field)
  }
  const agency = put(keep, drop, taken, basis)
  const gone = (field: JoinedField): boolean => isEmpty(agency[field]) && taken.includes(field)
  return {
    agency: { ...agency, edited: editedFields(keep, drop, taken, choices) },
    carried: carried.filter((field) => !gone(field)),
    conflicts: conflicts.filter(({ field }) => !gone(field)),
  }
}

type Value = string | number | null | undefined
const isEmpty = (value: Value): boolean => value === null || value === undefined || value === ''

/** A field of one of the two, without what points to the other, and without the year in which one gave way to the other. */
function valueOf(field: JoinedField, of: Agency, other: Agency, keep: Agency): Value {
  if (field === 'to' && of.successor === other.id) return undefined
  if (field === 'from' && other.successor === of.id) return undefined
  const value = of[field]
  return (field === 'parent' || field === 'successor') && (value === other.id || value === keep.id) ? null : value
}

/** Years are not taken over where a report of either lies outside them, nor who came after such a last year. */
function fits(field: JoinedField, value: Value, { to }: Agency, { years }: JoinBasis): boolean {
  if (field === 'from') return typeof value !== 'number' || years.every((year) => value <= year)
  if (field !== 'to' && field !== 'successor') return true
  return to === undefined || years.every((year) => year <= to)
}

/** Whether an agency would be its own parent or successor in the end, once what pointed to `drop` points to it. */
function leadsBack(
  field: 'parent' | 'successor',
  value: Value,
  keep: Agency,
  drop: Agency,
  { agencies }: JoinBasis,
): boolean {
  const start = { ...keep, [field]: value }
  const others = agencies.filter(({ id }) => id !== drop.id && id !== keep.id)
  const pointed = others.map((one) => (one[field] === drop.id ? { ...one, [field]: keep.id } : one))
  return circleFrom(start, field, new Map([...pointed, start].map((one) => [one.id, one]))) !== null
}

function put(keep: Agency, drop: Agency, taken: readonly JoinedField[], basis: JoinBasis): Agency {
  const fields = JOINED.flatMap((field): [JoinedField, Value][] => {
    const value = taken.includes(field) ? valueOf(field, drop, keep, keep) : valueOf(field, keep, drop, keep)
    const refers = field === 'parent' || field === 'successor'
    const isBack = refers && value !== null && value !== undefined && leadsBack(field, value, keep, drop, basis)
    if (field === 'parent') return [[field, isBack ? null : (value ?? null)]]
    return value === undefined || isBack || (field === 'successor' && value === null) ? [] : [[field, value]]
  })
  const base = Object.fromEntries(Object.entries(keep).filter(([field]) => !isJoined(field)))
  const formerNames = [
    ...(keep.formerNames ?? []),
    ...(drop.formerNames ?? []).filter(({ name }) => !keep.formerNames?.some((former) => former.name === name)),
  ]
  // The base holds every other field that an agency must have.
  return {
    ...(base as unknown as Agency),
    ...(Object.fromEntries(fields) as Partial<Agency>),
    aliases: joinedNames(keep, drop, basis),
    ...(formerNames.length > 0 && { formerNames }),
    formerIds: [...new Set([...(keep.formerIds ?? []), drop.id, ...(drop.formerIds ?? [])])],
  }
}

const isJoined = (field: string): boolean => JOINED.some((joined) => joined === field)

/** Names, and one more unless it is there however written. */
export function withName(names: readonly string[], name: string): string[] {
  const key = nameKey(name)
  return names.some((other) => nameKey(other) === key) ? [...names] : [...names, name]
}

function joinedNames(keep: Agency, drop: Agency, { isCommon }: JoinBasis): string[] {
  const own = nameKey(keep.name)
  return [drop.name, ...drop.aliases]
    .filter((name) => !isCommon(name) && nameKey(name) !== own)
    .reduce<string[]>(withName, [...keep.aliases])
}

/** A field is a person's where one set it in the agency whose value it has, or chose it now. */
function editedFields(
  keep: Agency,
  drop: Agency,
  taken: readonly JoinedField[],
  choices: Choices,
): readonly (keyof Agency)[] {
  const own = keep.edited.filter((field) => !taken.some((one) => one === field) || drop.edited.includes(field))
  const names = (['aliases', 'formerNames'] as const).filter((field) => drop.edited.includes(field))
  const others = taken.filter((field) => drop.edited.includes(field) || choices[field] === 'drop')
  return [...new Set<keyof Agency>([...own, ...names, ...others])]
}
