import { versionOfYear } from '../form/version'
import type { FormVersion } from '../form/version'
import type { Agency } from '../register/agency'
import type { Result } from '../report/report'
import { compareWithPublished } from './gaps'
import type { Comparison } from './gaps'
import type { MemberTree } from './memberTree'
import { membersOf } from './members'
import type { Member, Membership, MembershipInput } from './members'
import { mixingIn } from './mixing'
import { sumMembers } from './sums'
import type { Sums } from './sums'

/** A parent's figures of one year as the sum of its members', and beside them what it published. */
export interface Total {
  readonly membership: Membership
  /** Form version of the year: that of every table of the total. */
  readonly version: FormVersion
  readonly sums: Sums
  /** `null` where the parent's own report of the year is not among the reports. */
  readonly comparison: Comparison | null
}

/** Why there is no total; in words by `totalRefusalText`. */
export type TotalRefusal =
  | { readonly reason: 'before-form'; readonly year: number }
  /** The parent's report counts the body alone (本机关). */
  | { readonly reason: 'own-scope'; readonly parent: Agency }
  | { readonly reason: 'no-members'; readonly parent: Agency; readonly year: number }
  | { readonly reason: 'no-reports'; readonly parent: Agency; readonly year: number; readonly missing: number }
  /** A report among them holds the figures of others among them. */
  | { readonly reason: 'mixed-scopes'; readonly over: Agency; readonly under: readonly Agency[] }

/** Sums the members' reports of a year into their parent's (本级汇总), each body once; the parent's own report is compared with the sum and never part of it. */
export function totalOf(input: MembershipInput): Result<Total, TotalRefusal> {
  const { parent, year, tree } = input
  const version = versionOfYear(year)
  if (version === null) return { ok: false, error: { reason: 'before-form', year } }
  if (parent.scope !== 'summed') return { ok: false, error: { reason: 'own-scope', parent } }
  const membership = membersOf(input)
  const { members, published } = membership
  const refusal = refusalOf(parent, year, members, tree)
  if (refusal) return { ok: false, error: refusal }
  const sums = sumMembers(members, version)
  return {
    ok: true,
    value: { membership, version, sums, comparison: published && compareWithPublished(members, sums, published) },
  }
}

function refusalOf(
  parent: Agency,
  year: number,
  members: readonly Member[],
  tree: MemberTree,
): TotalRefusal | undefined {
  if (members.length === 0) return { reason: 'no-members', parent, year }
  const missing = members.filter(({ status }) => status === 'missing').length
  if (missing === members.length) return { reason: 'no-reports', parent, year, missing }
  const [mixing] = mixingIn(
    members.flatMap(({ report }) => report?.body ?? []),
    tree,
  )
  return mixing && { reason: 'mixed-scopes', ...mixing }
}
