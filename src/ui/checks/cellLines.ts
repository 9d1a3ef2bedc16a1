import type { FieldId } from '@/form/fields'
import type { Finding, FindingCell } from '@/report/finding'

/** A field, and its cell in each report of the table's head; absent where a report's cell is not concerned. */
export interface CellLine {
  readonly field: FieldId
  readonly cells: readonly (FindingCell | undefined)[]
}

/** The cells that a finding concerns, as a table has room for them. */
export type CellTableLines =
  | { readonly kind: 'beside'; readonly reports: readonly string[]; readonly lines: readonly CellLine[] }
  | { readonly kind: 'below'; readonly lines: readonly FindingCell[] }

/** Reports that have room side by side: the agency's own and two others. */
const BESIDE = 3

/** Whose report a cell stands in, in short: the agency where it is another's, and the year. */
export function whoseCell({ agency, year }: FindingCell): string {
  return `${agency ?? ''} ${year === null ? '' : String(year)}`.trim()
}

/**
 * Few reports stand side by side, a line a field, so that what differs is seen at once. Many, a government's members, stand one below the other: its own
 * cell first, then those without a number, then the largest numbers first.
 */
export function cellLines({ cells }: Pick<Finding, 'cells'>): CellTableLines {
  const reports = [...new Set(cells.map(whoseCell))]
  if (reports.length > BESIDE) return { kind: 'below', lines: [...cells].sort((a, b) => rank(b) - rank(a)) }
  const known = new Map(cells.map((cell) => [`${whoseCell(cell)}/${cell.field}`, cell]))
  const lines = [...new Set(cells.map(({ field }) => field))].map((field) => ({
    field,
    cells: reports.map((report) => known.get(`${report}/${field}`)),
  }))
  return { kind: 'beside', reports, lines }
}

function rank({ agency, value }: FindingCell): number {
  if (agency === undefined) return Number.MAX_VALUE
  return value ?? Number.MAX_SAFE_INTEGER
}
