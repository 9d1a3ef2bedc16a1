import type { FlowCell, FlowNote, FlowTable } from '../flow'

const SECTIONS = ['thead', 'tbody', 'tfoot'] as const
type SectionName = (typeof SECTIONS)[number]

interface Section {
  readonly name: SectionName
  readonly rows: FlowCell[][]
}

/** A table while its markup is read. */
export interface OpenTable {
  readonly sections: Section[]
  row: FlowCell[] | null
  /** Whether a cell is open, whose story is then the innermost. */
  inCell: boolean
  readonly notes: FlowNote[]
}

export const newTable = (): OpenTable => ({ sections: [], row: null, inCell: false, notes: [] })

export function startSection(table: OpenTable, name: string): void {
  const known = SECTIONS.find((section) => section === name)
  if (known !== undefined) table.sections.push({ name: known, rows: [] })
}

export function startRow(table: OpenTable): FlowCell[] {
  const row: FlowCell[] = []
  if (table.sections.length === 0) startSection(table, 'tbody')
  table.sections.at(-1)?.rows.push(row)
  table.row = row
  return row
}

/** The rows in the order that a page shows them; no span leaves its section. */
export function closeTable(table: OpenTable): FlowTable {
  const ordered = SECTIONS.flatMap((name) => table.sections.filter((section) => section.name === name))
  for (const { rows } of ordered) {
    rows.forEach((row, index) => {
      const left = rows.length - index
      for (const cell of row) cell.rowspan = cell.rowspan === 0 ? left : Math.min(cell.rowspan, left)
    })
  }
  const rows = ordered.flatMap((section) => section.rows)
  return { kind: 'table', rows, ...(table.notes.length > 0 ? { notes: table.notes } : {}) }
}

/** A span as written: not a number or negative is 1; 0 is kept, which for rows means to the end. */
export function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isNaN(span) || span < 0 ? 1 : span
}
