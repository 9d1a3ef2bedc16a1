import { FIELDS } from '@/form/fields'
import type { Field } from '@/form/fields'
import type { ReportRow } from '@/store/rows'

/** A cell that two versions of a report have differently; `undefined` where a version lacks the cell. */
export interface CellDifference {
  readonly field: Field
  readonly older: number | null | undefined
  readonly newer: number | null | undefined
}

/** Cell by cell what differs between two versions as read, corrections left aside, in printed order. */
export function versionDiff(older: ReportRow, newer: ReportRow): CellDifference[] {
  return FIELDS.flatMap((field) => {
    const one = older.cells[field.id]
    const other = newer.cells[field.id]
    if (one?.value === other?.value && one?.state === other?.state) return []
    return [{ field, older: one?.value, newer: other?.value }]
  })
}
