import type { Agency } from '../../register/agency'
import { nameKey } from '../../register/names'
import type { Filed, Registered } from '../whole/whole'

/**
 * Whether two reports may be alike for a good reason: one agency, one series, or a body and one that it is summed into (a government with one member that has
 * numbers has that member's). Where the register lacks one of them, names tell: 临澜市人民政府 and 临澜市人民政府办公室.
 */
export function areKin(one: Filed, other: Filed, { byId, lineages }: Registered): boolean {
  if (one.agency === null || other.agency === null) return true
  if (one.agency === other.agency || lineages.headOf(one.agency) === lineages.headOf(other.agency)) return true
  if (isUnder(one.agency, other.agency, byId) || isUnder(other.agency, one.agency, byId)) return true
  return (!byId.has(one.agency) || !byId.has(other.agency)) && isNamedAfter(one, other)
}

function isUnder(agency: string, other: string, byId: ReadonlyMap<string, Agency>): boolean {
  const passed = new Set<string>()
  for (let at = byId.get(agency)?.parent ?? null; at !== null && !passed.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === other) return true
    passed.add(at)
  }
  return false
}

function isNamedAfter({ input: one }: Filed, { input: other }: Filed): boolean {
  const [first, second] = [one, other].map(({ agency }) => nameKey(agency ?? ''))
  return first === undefined || second === undefined || first.includes(second) || second.includes(first)
}
