import type { ReportLine } from '@/state/reports'

/** A name as documents write it, with the years of these documents and the file of the first. */
export interface SeenName {
  readonly name: string
  readonly years: readonly number[]
  readonly file: string
}

/** What the reports say of an agency. */
export interface AgencyFacts {
  /** Years that it has reported, ascending. */
  readonly years: readonly number[]
  readonly seen: readonly SeenName[]
}

export const NO_FACTS: AgencyFacts = { years: [], seen: [] }

/** What the current reports say of each agency that has any. */
export function factsOf(lines: readonly ReportLine[]): Map<string, AgencyFacts> {
  const facts = new Map<string, { years: number[]; seen: Map<string, { years: number[]; file: string }> }>()
  const ascending = [...lines].sort((one, other) => one.head.year - other.head.year)
  for (const { head } of ascending) {
    const own = facts.get(head.agency) ?? { years: [], seen: new Map<string, { years: number[]; file: string }>() }
    facts.set(head.agency, own)
    own.years.push(head.year)
    if (head.readAgency === null) continue
    const seen = own.seen.get(head.readAgency) ?? { years: [], file: head.source.file }
    own.seen.set(head.readAgency, seen)
    seen.years.push(head.year)
  }
  return new Map(
    [...facts].map(([agency, { years, seen }]) => [
      agency,
      { years, seen: [...seen].map(([name, one]) => ({ name, ...one })) },
    ]),
  )
}

/** Years in runs: `2019–2021、2024`; a single comma apart in English. */
export function yearRuns(years: readonly number[], separator: string): string {
  const runs: { first: number; last: number }[] = []
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.last === year - 1) run.last = year
    else runs.push({ first: year, last: year })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(separator)
}
