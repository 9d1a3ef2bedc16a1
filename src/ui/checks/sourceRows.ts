import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { Finding } from '@/report/finding'
import type { Place } from '@/report/place'
import type { ReportRow } from '@/store/rows'

/** A row of the original, cell by cell as it has them. */
export interface SourceRow {
  readonly key: string
  /** A cell of it, whose row names it. */
  readonly of: FieldId
  readonly cells: readonly { readonly field: FieldId; readonly raw: string; readonly hit: boolean }[]
}

const MOST_ROWS = 4

/** The rows of the original that a finding's own cells stand in, the first of them. */
export function sourceRows(finding: Finding, row: Pick<ReportRow, 'cells' | 'forms' | 'year'>): readonly SourceRow[] {
  const hits = new Set(
    finding.cells.flatMap(({ field, year, agency }) => (year === row.year && agency === undefined ? [field] : [])),
  )
  const rows = new Map<string, { of: FieldId; cells: SourceRow['cells'][number][] }>()
  for (const table of TABLE_IDS) {
    const version = row.forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const cell = row.cells[id]
      const key = cell && rowKey(cell.place, id)
      if (!cell || key === null || key === undefined) continue
      const own = rows.get(key) ?? { of: id, cells: [] }
      own.cells.push({ field: id, raw: cell.raw, hit: hits.has(id) })
      rows.set(key, own)
    }
  }
  return [...rows]
    .filter(([, { cells }]) => cells.some(({ hit }) => hit))
    .slice(0, MOST_ROWS)
    .map(([key, own]) => ({ key, ...own }))
}

/**
 * `null` where nobody knows the row. Where lines stand for cells, the row is the table's; where a whole table stands in one line, it is the form's, and what
 * is shown of it stays as wide as the form.
 */
function rowKey({ table, row, line, page, part }: Place, field: FieldId): string | null {
  if (row !== undefined) return [part, page, table, row].map(String).join(' ')
  return line === undefined ? null : [part, page, line, field.slice(0, field.lastIndexOf('.'))].map(String).join(' ')
}
