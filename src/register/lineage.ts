import type { Agency } from './agency'
import type { Joining } from './partsBefore'

/** How a series goes on under another name or in another body. */
export interface SeriesChange {
  /** First report year after the change; `null` where no year of the register tells it. */
  readonly year: number | null
  /** One body under a new name, one body's duties taken over by another, or several bodies (or one that was there already) made one. */
  readonly kind: 'renamed' | 'succeeded' | 'merged'
  /** Names before, by name. */
  readonly before: readonly string[]
  readonly after: string
}

/** Agencies whose figures make one series, and what happened on the way. */
export interface Lineage {
  /** Id of the agency that has the duties now: the series goes by its name. */
  readonly head: string
  /** Ids of all of them, the head first. */
  readonly members: readonly string[]
  /** By year; those without one first. */
  readonly changes: readonly SeriesChange[]
}

/** Which agencies make one series. */
export interface Lineages {
  /** Id of the head of an agency's series: its own where nobody took its duties over. */
  readonly headOf: (id: string) => string
  /** The agencies that an agency took over from, each with the last year that it owes, `null` where no year of the register tells it. */
  readonly predecessors: (id: string) => readonly Joining<string>[]
  /** First and last report year that an agency owes: its own, else from the end of its predecessors or to the beginning of its successor. */
  readonly owed: (id: string) => { readonly from: number | null; readonly to: number | null }
  /** Series that changed their name or body, in the order of the agencies given. */
  readonly all: readonly Lineage[]
}

/**
 * Follows successors to the agency that is there now. A successor that the register lacks, that counts in another scope (the two are never added), or that
 * leads back in a circle is not followed.
 */
export function lineagesOf(agencies: readonly Agency[]): Lineages {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const nextOf = successors(agencies, byId)
  const before = new Map<string, Agency[]>()
  for (const [id, next] of nextOf) {
    const agency = byId.get(id)
    if (agency) before.set(next, [...(before.get(next) ?? []), agency])
  }
  const headOf = (id: string): string => {
    let head = id
    for (let next = nextOf.get(head); next !== undefined; next = nextOf.get(head)) head = next
    return head
  }
  const predecessors = (id: string): readonly Agency[] => before.get(id) ?? []
  const owed = (id: string): { from: number | null; to: number | null } => {
    const agency = byId.get(id)
    const ends = predecessors(id).flatMap(({ to }) => (to === undefined ? [] : [to + 1]))
    const began = byId.get(nextOf.get(id) ?? '')?.from
    return {
      from: agency?.from ?? (ends.length > 0 ? Math.min(...ends) : null),
      to: agency?.to ?? (began === undefined ? null : began - 1),
    }
  }
  const members = new Map<string, string[]>()
  for (const { id, formerNames = [] } of agencies) {
    // Most agencies have always been what they are.
    if (!nextOf.has(id) && !before.has(id) && formerNames.length === 0) continue
    const head = headOf(id)
    const others = members.get(head) ?? [head]
    members.set(head, head === id ? others : [...others, id])
  }
  const all = [...members].flatMap(([head, ids]): Lineage[] => {
    const changes = ids.flatMap((id) => changesInto(byId.get(id), predecessors(id), owed))
    return changes.length === 0 ? [] : [{ head, members: ids, changes: changes.sort(byYear) }]
  })
  return {
    headOf,
    predecessors: (id) => predecessors(id).map((before) => ({ id: before.id, last: owed(before.id).to })),
    owed,
    all,
  }
}

/** Each agency's successor, without those that lead into a circle. */
function successors(agencies: readonly Agency[], byId: ReadonlyMap<string, Agency>): ReadonlyMap<string, string> {
  const next = new Map<string, string>()
  for (const { id, successor, scope } of agencies)
    if (successor !== undefined && successor !== id && byId.get(successor)?.scope === scope) next.set(id, successor)
  const settled = new Set<string>()
  for (const { id } of agencies) {
    const way: string[] = []
    let at: string | undefined = id
    while (at !== undefined && !settled.has(at) && !way.includes(at)) {
      way.push(at)
      at = next.get(at)
    }
    if (at !== undefined && way.includes(at)) for (const inCircle of way.slice(way.indexOf(at))) next.delete(inCircle)
    for (const passed of way) settled.add(passed)
  }
  return next
}

type Owed = Lineages['owed']

/** What led to an agency as it is: its own former names, and the bodies that it took over. */
function changesInto(agency: Agency | undefined, predecessors: readonly Agency[], owed: Owed): SeriesChange[] {
  if (!agency) return []
  return [...renamings(agency), ...takings(agency, predecessors, owed)]
}

function renamings({ name, formerNames = [] }: Agency): SeriesChange[] {
  const names = [...formerNames].sort((one, other) => (one.until ?? 0) - (other.until ?? 0))
  return names.map((former, at) => ({
    year: former.until === undefined ? null : former.until + 1,
    kind: 'renamed',
    before: [former.name],
    after: names[at + 1]?.name ?? name,
  }))
}

/** Bodies taken over in one year are one merger; one that went into a body which was there already is one, too. */
function takings(agency: Agency, predecessors: readonly Agency[], owed: Owed): SeriesChange[] {
  const years = new Map<number | null, string[]>()
  for (const { id, name } of predecessors) {
    const { to } = owed(id)
    const year = to === null ? (agency.from ?? null) : to + 1
    years.set(year, [...(years.get(year) ?? []), name])
  }
  const first = owed(agency.id).from
  return [...years].map(([year, names]) => {
    const wasThere = year !== null && first !== null && first < year
    const kind = names.length > 1 || wasThere ? 'merged' : 'succeeded'
    return { year, kind, before: names.sort(), after: agency.name }
  })
}

const byYear = (one: SeriesChange, other: SeriesChange): number => (one.year ?? 0) - (other.year ?? 0)
