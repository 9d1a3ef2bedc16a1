import type { Agency } from '../../register/agency'
import { lineagesOf } from '../../register/lineage'
import type { Lineages } from '../../register/lineage'
import { partsBefore } from '../../register/partsBefore'
import type { CheckInput } from '../input'
import type { MemberFacts } from '../../totals/memberFacts'
import type { CheckSettings } from '../settings'

/** A report with the name that the caller knows it by, and the id of the agency that it counts for. */
export interface Filed {
  /** Unique; findings come in the order of keys. */
  readonly key: string
  /** Id of the register, or what stands in for one; `null` where the report names no agency: then only the rules within it apply. */
  readonly agency: string | null
  readonly input: CheckInput
}

/** The register with the series that it tells. */
export interface Registered {
  readonly byId: ReadonlyMap<string, Agency>
  readonly lineages: Lineages
}

export function registered(agencies: readonly Agency[]): Registered {
  return { byId: new Map(agencies.map((agency) => [agency.id, agency])), lineages: lineagesOf(agencies) }
}

/** All reports, by key and by agency and year, with the register and the settings that hold for them. */
export class Whole {
  /** By key. */
  readonly reports: readonly Filed[]
  readonly register: Registered
  readonly settings: CheckSettings
  /** What people have said of members. */
  readonly members: MemberFacts
  /** The reports that rules across reports go by, by key. */
  readonly standing: readonly Filed[]
  /** By agency and year. */
  readonly #slots = new Map<string, Map<number, Filed>>()

  constructor(reports: readonly Filed[], register: Registered, settings: CheckSettings, members: MemberFacts) {
    this.reports = reports
    this.register = register
    this.settings = settings
    this.members = members
    for (const filed of reports) this.#fileIn(filed)
    this.standing = reports.filter((filed) => this.#standsFor(filed))
  }

  /** Of several reports of one agency and year the last published counts, then the last by key. */
  #fileIn(filed: Filed): void {
    const { agency, input } = filed
    if (agency === null || input.year === null) return
    const years = this.#slots.get(agency)
    const other = years?.get(input.year)
    if (other && (other.input.published ?? '') > (input.published ?? '')) return
    if (years) years.set(input.year, filed)
    else this.#slots.set(agency, new Map([[input.year, filed]]))
  }

  #standsFor(filed: Filed): boolean {
    const { agency, input } = filed
    return agency !== null && input.year !== null && this.at(agency, input.year) === filed
  }

  /** The report of an agency for a year that rules across reports go by. */
  at(agency: string, year: number): Filed | undefined {
    return this.#slots.get(agency)?.get(year)
  }

  /**
   * The report of the year before that a report goes on from: the agency's own, or that of the one body whose duties it took over. Undefined where several
   * bodies went into it: their figures together are no report.
   */
  before({ agency, input: { year } }: Filed): Filed | undefined {
    if (agency === null || year === null) return undefined
    const { byId, lineages } = this.register
    const parts = partsBefore(
      { id: agency, from: byId.get(agency)?.from, predecessors: lineages.predecessors(agency) },
      year,
      {
        has: (id, of) => this.at(id, of) !== undefined,
        before: (id, of) => [...(this.#slots.get(id)?.keys() ?? [])].some((other) => other < of),
      },
    )
    const [only] = parts
    return only !== undefined && parts.length === 1 ? this.at(only, year - 1) : undefined
  }
}
