import type { Agency } from '../register/agency'
import { lineagesOf } from '../register/lineage'
import type { Lineages } from '../register/lineage'

/** The register by who sums whom. Made once, asked for every parent and year. */
export class MemberTree {
  readonly lineages: Lineages
  readonly #byId: ReadonlyMap<string, Agency>
  readonly #below: ReadonlyMap<string, readonly Agency[]>

  constructor(agencies: readonly Agency[]) {
    this.lineages = lineagesOf(agencies)
    this.#byId = new Map(
      agencies.flatMap((agency) => [agency.id, ...(agency.formerIds ?? [])].map((id) => [id, agency] as const)),
    )
    const below = new Map<string, Agency[]>()
    for (const agency of agencies) {
      const over = agency.parent === null ? undefined : this.#byId.get(agency.parent)
      if (over && over.id !== agency.id) below.set(over.id, [...(below.get(over.id) ?? []), agency])
    }
    this.#below = below
  }

  /** The agency of an id, also of one that was made one with another. */
  find(id: string): Agency | undefined {
    return this.#byId.get(id)
  }

  /** The agencies whose figures the agency's report sums, whatever the year, one level down. */
  below(id: string): readonly Agency[] {
    return this.#below.get(id) ?? []
  }

  /** All agencies under one, however far down; in a register that goes in a circle each once, the agency itself never. */
  allBelow(id: string): readonly Agency[] {
    const found = new Map<string, Agency>()
    const waiting = [...this.below(id)]
    for (let agency = waiting.pop(); agency; agency = waiting.pop()) {
      if (agency.id === id || found.has(agency.id)) continue
      found.set(agency.id, agency)
      waiting.push(...this.below(agency.id))
    }
    return [...found.values()]
  }

  /** The nearest agency over one that a test holds for. */
  over(agency: Agency, isIt: (over: Agency) => boolean): Agency | undefined {
    const passed = new Set([agency.id])
    let at = agency
    while (at.parent !== null) {
      const over = this.#byId.get(at.parent)
      if (!over || passed.has(over.id)) return undefined
      if (isIt(over)) return over
      passed.add(over.id)
      at = over
    }
    return undefined
  }

  /** Whether the agency owes a report of the year, as far as its own years and those of its predecessors and successor tell. */
  owes(id: string, year: number): boolean {
    const { from, to } = this.lineages.owed(id)
    return (from ?? year) <= year && year <= (to ?? year)
  }
}
