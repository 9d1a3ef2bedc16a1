import type { Agency } from '../register/agency'
import type { MemberTree } from './memberTree'

/** An agency whose report holds the figures of others of the same list: to add them would count those twice. */
export interface Mixing {
  readonly over: Agency
  readonly under: readonly Agency[]
}

/**
 * Whether a list of agencies could be summed: a summed report (本级汇总) and those of its members never are (RULES.md, E7). Gives every agency of the list that
 * stands over others of it, in the order of the list; empty where nothing speaks against the sum. An agency that comes twice stands over itself.
 */
export function mixingIn(agencies: readonly Agency[], tree: MemberTree): Mixing[] {
  const under = new Map<string, Agency[]>()
  const seen = new Set<string>()
  const put = (over: Agency, agency: Agency): void => void under.set(over.id, [...(under.get(over.id) ?? []), agency])
  const listed = new Set(agencies.map(({ id }) => id))
  for (const agency of agencies) {
    if (seen.has(agency.id)) put(agency, agency)
    seen.add(agency.id)
    const over = tree.over(agency, ({ id }) => listed.has(id))
    if (over) put(over, agency)
  }
  const overs = new Map(agencies.map((agency) => [agency.id, agency]))
  return [...overs.values()].flatMap((over) => {
    const found = under.get(over.id)
    return found ? [{ over, under: found }] : []
  })
}
