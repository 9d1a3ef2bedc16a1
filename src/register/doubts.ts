import type { Agency } from './agency'
import { AgencyNames } from './match'
import type { Regions } from './regions'

/** An agency that may be another entry of the register under another name; a person decides. */
export interface Doubt {
  readonly agency: string
  /** Ids of what it may be. */
  readonly candidates: readonly string[]
}

/** What is known of a register besides its names. */
export interface DoubtBasis {
  /** Whether a person has said that a name does not stand for an agency. */
  readonly apart: (name: string, agency: string) => boolean
  /** How many reports an agency has: the one with fewer is asked about. */
  readonly reports: (agency: string) => number
  /** Regions of the country, for reading names. */
  readonly regions: Regions
}

/**
 * Goes through the register twice, one agency a step, first to know all names, and gives the doubts: whose name would stand for another agency, certainly or perhaps, if it had no
 * entry of its own. Each pair is asked once. Predecessor and successor are two by a person's word.
 */
export function* findDoubts(
  agencies: readonly Agency[],
  { apart, reports, regions }: DoubtBasis,
): Generator<Doubt | null> {
  const names = new AgencyNames([], regions.extended(agencies))
  for (const agency of agencies) {
    names.put(agency)
    yield null
  }
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const asked = [...agencies].sort((one, other) => reports(one.id) - reports(other.id) || order(one, other))
  for (const agency of asked) {
    // What was gone through stays out: each pair comes up at the lesser of the two.
    names.remove(agency.id)
    const match = names.match(agency.name)
    const found = match.kind === 'new' ? [] : match.kind === 'certain' ? [match.id] : match.candidates
    const candidates = found.filter((id) => {
      const other = byId.get(id)
      return other && !succeeds(agency, other) && !apart(agency.name, id) && !apart(other.name, agency.id)
    })
    yield candidates.length > 0 ? { agency: agency.id, candidates } : null
  }
}

/** The longer name is the better one to keep; ids make the order the same every time. */
function order(one: Agency, other: Agency): number {
  return one.name.length - other.name.length || (one.id < other.id ? -1 : 1)
}

function succeeds(one: Agency, other: Agency): boolean {
  return one.successor === other.id || other.successor === one.id
}
