import type { FieldId } from '../../form/fields'
import { balances, equationsOf, fieldsOfIdentity, isCircular } from './balance'
import type { Balance } from './balance'
import type { CheckInput } from '../input'
import { contradictions } from './system'

/** How a report's identities stand, one by one and together. */
export interface Footing {
  readonly balances: readonly Balance[]
  /** Groups of identities that each could hold, and cannot all hold with cells ≥ 0. */
  readonly conflicts: readonly (readonly Balance[])[]
}

/** Identities that a system may be made of: not broken, no value inferred by the rule itself, whole numbers only. */
function usable(balance: Balance, input: CheckInput): boolean {
  if (balance.verdict === 'broken' || isCircular(balance.identity, input.cells)) return false
  return Number.isSafeInteger(balance.left) && Number.isSafeInteger(balance.right)
}

export function footingOf(input: CheckInput): Footing {
  const all = balances(input)
  const stated = all.filter((balance) => balance.unknown.length > 0 && usable(balance, input))
  const sets = contradictions(equationsOf(stated).equations)
  const conflicts = sets.map((set) => set.flatMap((index) => stated[index] ?? []))
  return { balances: all, conflicts }
}

/** The identities that blanks may be concluded from: those that stand in no contradiction and use no number that does. */
export function soundBalances(input: CheckInput): Balance[] {
  const { balances: all, conflicts } = footingOf(input)
  const broken = [...all.filter(({ verdict }) => verdict === 'broken'), ...conflicts.flat()]
  const doubtful = new Set<FieldId>(
    broken
      .flatMap(({ identity }) => fieldsOfIdentity(identity))
      .filter((field) => (input.cells.get(field)?.value ?? null) !== null),
  )
  for (const [field, { value }] of input.cells) if (value !== null && value < 0) doubtful.add(field)
  return all.filter(
    (balance) =>
      balance.unknown.length > 0 &&
      usable(balance, input) &&
      !broken.includes(balance) &&
      !fieldsOfIdentity(balance.identity).some((field) => doubtful.has(field)),
  )
}
