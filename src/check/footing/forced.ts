import type { FieldId } from '../../form/fields'
import { equationsOf } from './balance'
import { soundBalances } from './footing'
import type { CheckInput } from '../input'
import { uniqueValues } from './system'

/**
 * The blank and unread cells for which all identities together, with every cell a whole number ≥ 0, leave exactly one value.
 * Identities that do not hold, and those that use a number of one that does not, force nothing; nor does a rule force anything from a value that it inferred.
 * A forced value is offered and counted as inferred; the cell itself stays as it is.
 */
export function forcedValues(input: CheckInput): Map<FieldId, number> {
  const { equations, fields } = equationsOf(soundBalances(input))
  const forced = new Map<FieldId, number>()
  for (const [variable, value] of uniqueValues(equations) ?? []) {
    const field = fields[variable]
    if (field !== undefined) forced.set(field, value)
  }
  return forced
}
