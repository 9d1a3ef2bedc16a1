import { FIELDS } from '../form/fields'
import type { Field } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import type { Cell, Report } from '../report/report'

/**
 * What became of a cell: another number · a number where none was · blank or unread where a number was · the number as it was (or none in both), though
 * it came to be otherwise · a cell that only the form of one version has.
 */
export type CellChangeKind = 'number' | 'filled' | 'blanked' | 'lost' | 'state' | 'dropped' | 'added'

/** A cell that two versions of a report have differently, as each document has it; `null` where a version's form lacks it. */
export interface CellChange {
  readonly field: Field
  readonly kind: CellChangeKind
  readonly older: Cell | null
  readonly newer: Cell | null
  /** newer − older where both are numbers that differ, else `null`. */
  readonly difference: number | null
}

/** Cell by cell what differs between two versions as read, corrections left aside, in printed order. */
export function cellChanges(older: Report['cells'], newer: Report['cells']): CellChange[] {
  return FIELDS.flatMap((field) => {
    const [one, other] = [older[field.id] ?? null, newer[field.id] ?? null]
    const kind = kindOf(one, other)
    return kind === null ? [] : [{ field, kind, older: one, newer: other, difference: differenceOf(field, one, other) }]
  })
}

function kindOf(older: Cell | null, newer: Cell | null): CellChangeKind | null {
  if (!older || !newer) return older ? 'dropped' : newer ? 'added' : null
  if (older.value === newer.value) return older.state === newer.state ? null : 'state'
  if (older.value === null) return 'filled'
  if (newer.value === null) return newer.state === 'unread' ? 'lost' : 'blanked'
  return 'number'
}

/** Amounts have at most six decimals; what binary fractions add to them is cut off. */
function differenceOf({ unit }: Field, older: Cell | null, newer: Cell | null): number | null {
  if (typeof older?.value !== 'number' || typeof newer?.value !== 'number' || older.value === newer.value) return null
  const difference = newer.value - older.value
  return unit === 'money' ? Number(difference.toFixed(6)) : difference
}

/** Whether a change is one of the number: blank, unread and absent are the same here, a number is not. */
export function changesNumber({ older, newer }: CellChange): boolean {
  return (older?.value ?? null) !== (newer?.value ?? null)
}

/** A table whose form version is another one, or that one version lacks. */
export interface FormChange {
  readonly table: TableId
  readonly older: FormVersion | null
  readonly newer: FormVersion | null
}

export function formChanges(older: Report['forms'], newer: Report['forms']): FormChange[] {
  return TABLE_IDS.flatMap((table) => {
    const change = { table, older: older[table] ?? null, newer: newer[table] ?? null }
    return change.older === change.newer ? [] : [change]
  })
}

/** The changes of each table that has any, in the form's order. */
export function byTable(changes: readonly CellChange[]): { table: TableId; changes: readonly CellChange[] }[] {
  return TABLE_IDS.map((table) => ({
    table,
    changes: changes.filter(({ field }) => field.table === table),
  })).filter((group) => group.changes.length > 0)
}
