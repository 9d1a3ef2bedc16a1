import type { Agency } from '../../register/agency'
import { lineagesOf } from '../../register/lineage'
import type { Lineages } from '../../register/lineage'
import { partsBefore } from '../../register/partsBefore'
import type { CheckInput } from '../input'
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
  /** The reports that rules across reports go by, by key. */
  readonly standing: readonly Filed[]
  readonly #slots = new Map<string, Filed>()
  readonly #firstYears = new Map<string, number>()

  constructor(reports: readonly Filed[], register: Registered, settings: CheckSettings) {
    this.reports = reports
    this.register = register
    this.settings = settings
    for (const filed of reports) this.#fileIn(filed)
    const slots = new Set(this.#slots.values())
    this.standing = reports.filter((filed) => slots.has(filed))
  }

  /** Of several reports of one agency and year the last published counts, then the last by key. */
  #fileIn(filed: Filed): void {
    const { agency, input } = filed
    if (agency === null || input.year === null) return
    const slot = slotOf(agency, input.year)
    const other = this.#slots.get(slot)
    if (!other || (other.input.published ?? '') <= (input.published ?? '')) this.#slots.set(slot, filed)
    const first = this.#firstYears.get(agency)
    if (first === undefined || input.year < first) this.#firstYears.set(agency, input.year)
  }

  /** The report of an agency for a year that rules across reports go by. */
  at(agency: string, year: number): Filed | undefined {
    return this.#slots.get(slotOf(agency, year))
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
        has: (id, of) => this.#slots.has(slotOf(id, of)),
        before: (id, of) => (this.#firstYears.get(id) ?? Infinity) < of,
      },
    )
    const [only] = parts
    return only !== undefined && parts.length === 1 ? this.at(only, year - 1) : undefined
  }
}

const slotOf = (agency: string, year: number): string => `${String(year)} ${agency}`
