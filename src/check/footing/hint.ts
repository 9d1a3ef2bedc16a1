import type { FieldId } from '../../form/fields'
import { plainSum } from '../../form/plainSum'
import { fieldsOfIdentity } from './balance'
import type { Balance } from './balance'
import type { CheckInput } from '../input'

/** One number that would put things right: with `value` in `field`, each of `rules` holds at this cell. */
export interface Hint {
  readonly field: FieldId
  readonly value: number
  readonly rules: readonly string[]
}

/**
 * The one cell of a broken identity whose change alone would make all of its identities hold. At least two identities must say so, and no other cell may do as well:
 * where any cell of a sum would do, nothing is hinted.
 */
export function hintOf(broken: Balance, balances: readonly Balance[], input: CheckInput): Hint | undefined {
  const hints = fieldsOfIdentity(broken.identity).flatMap((field) => hintAt(field, broken, balances, input) ?? [])
  return hints.length === 1 ? hints[0] : undefined
}

function hintAt(
  field: FieldId,
  broken: Balance,
  balances: readonly Balance[],
  { cells }: CheckInput,
): Hint | undefined {
  const present = cells.get(field)?.value
  if (present === undefined || present === null) return undefined
  const change = wantedChange(broken, field)
  const value = plainSum([present, change])
  if (value < 0) return undefined
  const around = balances.filter(({ identity }) => fieldsOfIdentity(identity).includes(field))
  const checked = around.filter(({ unknown }) => unknown.length === 0)
  if (checked.length < 2 || !checked.every((balance) => wantedChange(balance, field) === change)) return undefined
  if (around.some((balance) => balance.unknown.length > 0 && breaks(balance, field, change))) return undefined
  return { field, value, rules: [...new Set(checked.map(({ identity }) => identity.rule))].sort() }
}

/** What must be added to the cell so that the identity holds, its other cells as they are. */
function wantedChange({ identity, left, right }: Balance, field: FieldId): number {
  return identity.left.includes(field) ? plainSum([right, -left]) : plainSum([left, -right])
}

/** Whether an identity with blanks could no longer hold once the cell is changed. */
function breaks({ identity, left, right, unknown }: Balance, field: FieldId, change: number): boolean {
  const onLeft = identity.left.includes(field)
  const gap = plainSum([left, -right, onLeft ? change : -change])
  const open = (fields: readonly FieldId[]): boolean => fields.some((other) => unknown.includes(other))
  return (gap > 0 && !open(identity.right)) || (gap < 0 && !open(identity.left))
}
