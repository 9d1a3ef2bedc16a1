import type { Membership } from './members'
import type { MemberTree } from './memberTree'

/** What people have said of members, whatever the year. */
export interface MemberFacts {
  /** Agencies that declared to have had nothing in a year. */
  readonly nil: readonly { readonly agency: string; readonly year: number }[]
  /** Member lists of a government and year that a person found right; ids. */
  readonly confirmed: readonly ConfirmedMembers[]
}

export interface ConfirmedMembers {
  readonly agency: string
  readonly year: number
  readonly members: readonly string[]
}

export const NO_MEMBER_FACTS: MemberFacts = { nil: [], confirmed: [] }

/** Ids of the agencies that declared to have had nothing in a year. */
export function nilIn({ nil }: MemberFacts, year: number, tree: MemberTree): ReadonlySet<string> {
  return new Set(nil.filter((row) => row.year === year).map(({ agency }) => present(agency, tree)))
}

/** The confirmation that holds for a member list: it names the same agencies, or those that were made one with them. */
export function confirmationOf<Row extends ConfirmedMembers>(
  confirmed: readonly Row[],
  { parent, year, members }: Membership,
  tree: MemberTree,
): Row | undefined {
  const listed = (ids: readonly string[]): string => [...new Set(ids.map((id) => present(id, tree)))].sort().join('\n')
  const now = listed(members.map(({ agency }) => agency.id))
  return confirmed.find(
    (row) => row.year === year && present(row.agency, tree) === parent.id && listed(row.members) === now,
  )
}

const present = (id: string, tree: MemberTree): string => tree.find(id)?.id ?? id
