import type { Agency } from '../register/agency'
import { nameInYear } from '../register/nameInYear'
import type { FiledReport, OwnedReport } from './filed'
import type { MemberTree } from './memberTree'

/** How a member enters the sum: by its report, with zeros because it is declared to have had nothing, or not at all. */
export type MemberStatus = 'present' | 'nil' | 'missing'

/** A body that the parent's sum counts, once. */
export interface Member {
  readonly agency: Agency
  /** Its name in the report year. */
  readonly name: string
  readonly status: MemberStatus
  readonly report: OwnedReport | null
  /** Agencies between the parent and this member whose own report is not there, outermost first: their members stand in for them. */
  readonly through: readonly Agency[]
  /** Agencies under it whose figures its report holds already. */
  readonly standsFor: readonly Agency[]
}

/** Why a report of the year is not in the sum. */
export type LeftOutReason = 'covered' | 'second-copy' | 'outside-years' | 'not-a-member' | 'unknown-agency'

export interface LeftOut {
  readonly report: FiledReport
  readonly reason: LeftOutReason
}

export interface Membership {
  readonly parent: Agency
  readonly year: number
  readonly members: readonly Member[]
  /** The parent's own report of the year: compared, never added. */
  readonly published: OwnedReport | null
  readonly leftOut: readonly LeftOut[]
  /** Members that took over from another member while both have reported, and no year of the register says since when: their figures may overlap. */
  readonly overlapping: readonly (readonly [before: Agency, after: Agency])[]
}

export interface MembershipInput {
  readonly tree: MemberTree
  readonly parent: Agency
  readonly year: number
  /** Reports of any agency and year; of several of one agency and year the first counts. */
  readonly reports: readonly FiledReport[]
  /** Ids of agencies that are declared to have had nothing: they count as zeros where they have no report. */
  readonly nil?: ReadonlySet<string>
}

/**
 * Who makes up a parent's report of a year, by the register's parent links, years and successors. A member that has reported stands for all under it; one that
 * has not, but has members of its own that have, is replaced by them. So every body counts once, from the township up to the province.
 */
export function membersOf(input: MembershipInput): Membership {
  const { tree, parent, year } = input
  const shelf = new Shelf(input)
  const members = gather(parent, [], shelf, new Set([parent.id]))
  const counted = new Set(members.flatMap(({ report }) => report ?? []))
  const published = shelf.first(parent.id)
  const covered = new Set(members.flatMap(({ standsFor }) => standsFor.map(({ id }) => id)))
  const belongs = new Set(tree.allBelow(parent.id).map(({ id }) => id))
  const reasonOf = ({ body }: FiledReport): LeftOutReason => {
    if (!body) return 'unknown-agency'
    if (body.id !== parent.id && !belongs.has(body.id)) return 'not-a-member'
    if (covered.has(body.id)) return 'covered'
    return tree.owes(body.id, year) ? 'second-copy' : 'outside-years'
  }
  return {
    parent,
    year,
    members,
    published,
    leftOut: shelf.reports
      .filter((report) => report !== published && !counted.has(report as OwnedReport))
      .map((report) => ({ report, reason: reasonOf(report) })),
    overlapping: overlaps(members, shelf),
  }
}

/** The year's reports by agency, in the order given. */
class Shelf {
  readonly tree: MemberTree
  readonly year: number
  readonly reports: readonly FiledReport[]
  readonly #nil: ReadonlySet<string>
  readonly #byAgency = new Map<string, OwnedReport>()

  constructor({ tree, year, reports, nil = new Set() }: MembershipInput) {
    this.tree = tree
    this.year = year
    this.reports = reports.filter((report) => report.year === year)
    this.#nil = nil
    for (const report of this.reports)
      if (isOwned(report)) {
        const id = tree.find(report.body.id)?.id ?? report.body.id
        if (!this.#byAgency.has(id)) this.#byAgency.set(id, report)
      }
  }

  first(id: string): OwnedReport | null {
    return this.#byAgency.get(id) ?? null
  }

  isNil(id: string): boolean {
    return this.#nil.has(id)
  }

  /** Whether anything is known of an agency or of one under it that counts in the year. */
  hasAny(id: string): boolean {
    return this.tree
      .allBelow(id)
      .some(({ id: under }) => this.tree.owes(under, this.year) && (this.first(under) !== null || this.isNil(under)))
  }

  /** Whether an agency without a report has none to give because its successor or a predecessor reports for it, and no year tells them apart. */
  isReplaced(id: string): boolean {
    const { headOf, owed, predecessors } = this.tree.lineages
    if (headOf(id) !== id && owed(id).to === null) return true
    return predecessors(id).some((before) => before.last === null && this.first(before.id) !== null)
  }
}

const isOwned = (report: FiledReport): report is OwnedReport => report.body !== null

function gather(over: Agency, through: readonly Agency[], shelf: Shelf, seen: Set<string>): Member[] {
  const { tree, year } = shelf
  return tree.below(over.id).flatMap((agency): Member[] => {
    if (seen.has(agency.id)) return []
    seen.add(agency.id)
    if (!tree.owes(agency.id, year)) return []
    const report = shelf.first(agency.id)
    const base = { agency, name: nameInYear(agency, year), through, report, standsFor: [] }
    if (report) {
      const standsFor = tree.allBelow(agency.id).filter(({ id }) => !seen.has(id))
      for (const { id } of standsFor) seen.add(id)
      return [{ ...base, status: 'present', standsFor }]
    }
    if (shelf.isReplaced(agency.id)) return []
    if (shelf.isNil(agency.id)) return [{ ...base, status: 'nil' }]
    if (!shelf.hasAny(agency.id)) return [{ ...base, status: 'missing' }]
    const own: Member[] = agency.scope === 'own' ? [{ ...base, status: 'missing' }] : []
    return [...own, ...gather(agency, [...through, agency], shelf, seen)]
  })
}

function overlaps(members: readonly Member[], { tree }: Shelf): Membership['overlapping'] {
  const present = new Map(members.flatMap((member) => (member.report ? [[member.agency.id, member.agency]] : [])))
  return [...present.values()].flatMap((after) =>
    tree.lineages.predecessors(after.id).flatMap(({ id, last }) => {
      const before = present.get(id)
      return before && last === null ? [[before, after] as const] : []
    }),
  )
}
