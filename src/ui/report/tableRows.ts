import type { FieldId } from '@/form/fields'
import { statutoryLayout } from '@/form/layout'
import type { LayoutCell, LayoutRow } from '@/form/layout'
import type { FormVersion, TableId } from '@/form/version'

/** A row of a statutory table on the page: its printed cells, and what the page needs to know about it. */
export interface TableRow {
  readonly cells: LayoutRow
  readonly head: boolean
  /** Begins a group of the form, so that the line above it is stronger. */
  readonly groupStart: boolean
  /** The field whose value a year before stands beside the row, outside the form. */
  readonly beside: FieldId | null
  readonly fields: readonly FieldId[]
}

const fieldsIn = (cells: LayoutRow): FieldId[] => cells.flatMap(({ field }) => (field === undefined ? [] : [field]))

/** The rows of a table as the form prints them, told apart into heads and body. */
export function tableRows(table: TableId, version: FormVersion): TableRow[] {
  return statutoryLayout(table, version).map((cells): TableRow => {
    const fields = fieldsIn(cells)
    const last = fields.at(-1)
    return {
      cells,
      head: fields.length === 0,
      groupStart: startsGroup(table, cells),
      beside: table === 'requests' && last !== undefined ? last : null,
      fields,
    }
  })
}

function startsGroup(table: TableId, cells: LayoutRow): boolean {
  const labels = cells.filter(({ kind }) => kind === 'label')
  const first = labels[0]
  if (table !== 'requests' || !first) return false
  return labels.length > 1 || /^(?:（[一二七]）|[三四]、)/u.test(first.text)
}

/** Whether a cell is the side label that the form merges over all results and prints upright. */
export function isUpright(cell: LayoutCell): boolean {
  return cell.kind === 'label' && cell.rowspan > 10
}

/** The fields of a table as a grid for the arrow keys: rows of fields, in printed order. */
export function fieldGrid(rows: readonly TableRow[]): readonly (readonly FieldId[])[] {
  return rows.map(({ fields }) => fields).filter((fields) => fields.length > 0)
}

/** Where an arrow key leads from a cell; the cell itself at an edge. */
export function neighbour(grid: readonly (readonly FieldId[])[], from: FieldId, key: string): FieldId {
  const row = grid.findIndex((fields) => fields.includes(from))
  const fields = grid[row] ?? []
  const column = fields.indexOf(from)
  const last = fields.length - 1
  switch (key) {
    case 'ArrowLeft':
      return fields[column - 1] ?? from
    case 'ArrowRight':
      return fields[column + 1] ?? from
    case 'Home':
      return fields[0] ?? from
    case 'End':
      return fields[last] ?? from
    default: {
      const other = grid[row + (key === 'ArrowUp' ? -1 : 1)]
      if (!other) return from
      return other[Math.min(column, other.length - 1)] ?? from
    }
  }
}
