import type { FieldId } from '@/form/fields'
import { identitiesOf } from '@/form/identities'
import { REQUEST_COLUMNS } from '@/form/requests'
import type { RequestColumn } from '@/form/requests'
import type { FormVersion } from '@/form/version'

/** The two sides of one identity in one column of table 三. */
export interface ColumnCheck {
  readonly column: RequestColumn
  /** `null` where no cell has a number. */
  readonly left: number | null
  readonly right: number | null
  /** Cells without a number on each side: its sum is then that of the others. */
  readonly blanks: { readonly left: number; readonly right: number }
  /** left − right; `null` where a blank leaves it open. */
  readonly difference: number | null
}

/** E1 or E2 in every column: shows at a glance where it breaks. */
export function columnChecks(
  rule: string,
  version: FormVersion,
  valueOf: (field: FieldId) => number | null,
): readonly ColumnCheck[] {
  if (rule !== 'E1' && rule !== 'E2') return []
  const identities = identitiesOf('requests', version).filter((identity) => identity.rule === rule)
  return REQUEST_COLUMNS.flatMap((column): ColumnCheck[] => {
    const identity = identities.find(({ left }) => left[0]?.endsWith(`.${column}`))
    if (!identity) return []
    const [left, right] = [identity.left.map(valueOf), identity.right.map(valueOf)]
    const blanks = { left: blanksOf(left), right: blanksOf(right) }
    const [leftSum, rightSum] = [sum(left), sum(right)]
    const isOpen = blanks.left + blanks.right > 0 || leftSum === null || rightSum === null
    const difference = isOpen ? null : leftSum - rightSum
    return [{ column, left: leftSum, right: rightSum, blanks, difference }]
  })
}

const blanksOf = (values: readonly (number | null)[]): number => values.filter((value) => value === null).length

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (value === null ? total : (total ?? 0) + value), null)
}
