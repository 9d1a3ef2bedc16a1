import type { FieldId } from '@/form/fields'
import type { LayoutCell } from '@/form/layout'
import type { TableRow } from '../report/tableRows'

/**
 * The rows of a table that hold any of the fields, with the heads over them. A label that is merged over several rows goes to the first of those that
 * stay, and covers as many as do.
 */
export function rowsWith(rows: readonly TableRow[], fields: ReadonlySet<FieldId>): TableRow[] {
  const stays = rows.map((row, index) =>
    row.head ? headStays(rows, index, fields) : row.fields.some((id) => fields.has(id)),
  )
  const carried = new Map<number, LayoutCell[]>()
  for (const [index, { cells }] of rows.entries())
    for (const cell of cells) {
      const covered = range(index, index + cell.rowspan).filter((at) => stays[at] === true)
      const [first] = covered
      if (first === undefined) continue
      const own = { ...cell, rowspan: covered.length }
      carried.set(first, [...(carried.get(first) ?? []), own])
    }
  return rows.flatMap((row, index) => (stays[index] === true ? [{ ...row, cells: carried.get(index) ?? [] }] : []))
}

/** A head stays with any row below it, up to the next head after such a row. */
function headStays(rows: readonly TableRow[], head: number, fields: ReadonlySet<FieldId>): boolean {
  let inBody = false
  for (const row of rows.slice(head + 1)) {
    if (row.head && inBody) return false
    if (!row.head) inBody = true
    if (row.fields.some((id) => fields.has(id))) return true
  }
  return false
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)
