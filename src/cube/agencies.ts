import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import type { Agency } from '../register/agency'
import { lineagesOf } from '../register/lineage'
import type { Lineage } from '../register/lineage'
import type { Joining } from '../register/partsBefore'
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

/** Which agencies count as one, by agency code: each as the head of its series. */
export interface Series {
  /** Code of the head; an agency's own where it has no other. */
  readonly heads: Int32Array
  /** The agencies that each took over from, by its code. */
  readonly predecessors: ReadonlyMap<number, readonly Joining<number>[]>
  /** Years owed, told by predecessors and successors too. */
  readonly owed: OwedYears
  readonly all: readonly Lineage[]
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
  private joined: Series | null = null
  private formerly: ReadonlyMap<string, number> | null = null
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

  /** The code of the agency that an id stands for: of one that was made one with another, the other's. */
  present(id: string): number | undefined {
    const code = this.codes.get(id)
    if (code !== undefined && this.at(code)) return code
    this.formerly ??= new Map(
      this.entries.flatMap((agency, at) => (agency?.formerIds ?? []).map((former) => [former, at] as const)),
    )
    return this.formerly.get(id)
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

  /** The agencies with their successors followed: see `lineagesOf`. */
  series(): Series {
    this.joined ??= this.join()
    return this.joined
  }

  private join(): Series {
    const { headOf, predecessors, owed, all } = lineagesOf(this.entries.filter((agency) => agency !== null))
    const codeOr = (id: string | null | undefined, otherwise: number): number =>
      (id === null || id === undefined ? undefined : this.codes.get(id)) ?? otherwise
    const years = this.entries.map((agency) => (agency ? owed(agency.id) : { from: null, to: null }))
    return {
      all,
      heads: Int32Array.from(this.entries, (agency, code) => codeOr(agency && headOf(agency.id), code)),
      predecessors: new Map(
        this.entries.flatMap((agency, code) => {
          const before = (agency ? predecessors(agency.id) : []).map(({ id, last }) => ({ id: codeOr(id, -1), last }))
          return before.length === 0 ? [] : [[code, before] as const]
        }),
      ),
      owed: {
        from: Int32Array.from(years, ({ from }) => from ?? INT_FLOOR),
        to: Int32Array.from(years, ({ to }) => to ?? INT_CEILING),
      },
    }
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
    this.joined = null
    this.formerly = null
    this.ranks.clear()
  }
}

/** An agency's value in a dimension; `null` where it has no region or no system. */
function dimensionValue(agency: Agency, dimension: AgencyDimension): string | null {
  if (dimension === 'agency') return agency.id
  if (dimension === 'region') return agency.region === '' ? null : agency.region
  return agency[dimension]
}
