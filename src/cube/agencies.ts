import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import type { Agency } from '../register/agency'
import { INT_CEILING, INT_FLOOR } from './marks'
import type { Dimension } from './query'

export type AgencyDimension = Exclude<Dimension, 'year'>

/** One dimension of the agencies: the rank of each agency's value by agency code, and the values by rank. */
export interface Ranks {
  readonly ofAgency: Int32Array
  readonly values: readonly (string | null)[]
}

/** First and last report year that each agency owes, by agency code. */
export interface OwedYears {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Order of the register: by level, kind, region and name, from the national government down. */
function byRegister(one: Agency, other: Agency): number {
  return (
    LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
    AGENCY_KINDS.indexOf(one.kind) - AGENCY_KINDS.indexOf(other.kind) ||
    byCodePoint(one.region, other.region) ||
    byCodePoint(one.name, other.name) ||
    byCodePoint(one.id, other.id)
  )
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * The register's agencies under small codes that never change while the data set lives. A report may name an agency that has not come yet:
 * its code is there, its place in the dimensions is not, and its report counts nowhere until the agency comes.
 */
export class AgencyTable {
  private readonly codes = new Map<string, number>()
  private readonly entries: (Agency | null)[] = []
  private sorted: readonly Agency[] | null = null
  private owed: OwedYears | null = null
  private readonly ranks = new Map<AgencyDimension, Ranks>()

  /** How many codes are given out. */
  get size(): number {
    return this.entries.length
  }

  /** The code of an agency id, given out if it is new. */
  codeOf(id: string): number {
    const known = this.codes.get(id)
    if (known !== undefined) return known
    const code = this.entries.length
    this.codes.set(id, code)
    this.entries.push(null)
    this.forget()
    return code
  }

  find(id: string): number | undefined {
    return this.codes.get(id)
  }

  at(code: number): Agency | null {
    return this.entries[code] ?? null
  }

  put(agency: Agency): void {
    this.entries[this.codeOf(agency.id)] = agency
    this.forget()
  }

  remove(id: string): void {
    const code = this.codes.get(id)
    if (code === undefined) return
    this.entries[code] = null
    this.forget()
  }

  /** The agencies in register order. */
  inOrder(): readonly Agency[] {
    this.sorted ??= this.entries.filter((agency) => agency !== null).sort(byRegister)
    return this.sorted
  }

  /** Ranks of a dimension: fixed lists in their own order, regions as the register comes to them, systems by id; none comes last. An agency that has not come has rank -1. */
  ranksOf(dimension: AgencyDimension): Ranks {
    let ranks = this.ranks.get(dimension)
    if (!ranks) {
      ranks = this.rank(dimension)
      this.ranks.set(dimension, ranks)
    }
    return ranks
  }

  owedYears(): OwedYears {
    this.owed ??= {
      from: Int32Array.from(this.entries, (agency) => agency?.from ?? INT_FLOOR),
      to: Int32Array.from(this.entries, (agency) => agency?.to ?? INT_CEILING),
    }
    return this.owed
  }

  private rank(dimension: AgencyDimension): Ranks {
    const values = this.valuesOf(dimension)
    const rankOf = new Map(values.map((value, rank) => [value, rank]))
    const ofAgency = new Int32Array(this.entries.length).fill(-1)
    this.entries.forEach((agency, code) => {
      if (agency) ofAgency[code] = rankOf.get(dimensionValue(agency, dimension)) ?? -1
    })
    return { ofAgency, values }
  }

  private valuesOf(dimension: AgencyDimension): readonly (string | null)[] {
    if (dimension === 'kind') return AGENCY_KINDS
    if (dimension === 'level') return LEVELS
    if (dimension === 'scope') return SCOPES
    const present = [...new Set(this.inOrder().map((agency) => dimensionValue(agency, dimension)))]
    const named = present.filter((value) => value !== null)
    if (dimension === 'system') named.sort(byCodePoint)
    return present.length === named.length ? named : [...named, null]
  }

  private forget(): void {
    this.sorted = null
    this.owed = null
    this.ranks.clear()
  }
}

/** An agency's value in a dimension; `null` where it has no region or no system. */
function dimensionValue(agency: Agency, dimension: AgencyDimension): string | null {
  if (dimension === 'agency') return agency.id
  if (dimension === 'region') return agency.region === '' ? null : agency.region
  return agency[dimension]
}
