import type { RouteLocationRaw } from 'vue-router'
import { fieldOf, isFieldId } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { TableId } from '@/form/version'
import type { Finding, FindingCell } from '@/report/finding'
import type { ReportTab } from '../report/reportTabs'
import { equationOf } from './equation'

/** The report that a finding is listed under. */
export interface Whose {
  readonly agency: string
  readonly year: number
}

/** Where a finding's cells can be looked at. */
export interface Jumps {
  /** The finding's own cell that is meant before all others; `null` where it rests on words alone. */
  readonly field: FieldId | null
  readonly table: TableId | null
  readonly report: RouteLocationRaw
  /** The report with the form for a new number open. */
  readonly correct: RouteLocationRaw | null
  /** The sum of the members, where the finding is about a government's report beside it. */
  readonly total: RouteLocationRaw | null
}

/** Where a finding leads. */
export function jumpsOf(whose: Whose, finding: Finding): Jumps {
  const field = chiefField(finding)
  const table = field && fieldOf(field).table
  const tab: ReportTab = table ?? ((finding.quotes ?? []).length > 0 ? 'texts' : tableOf(finding))
  return {
    field,
    table,
    report: reportPage(whose, { tab, ...(field && { cell: field }) }),
    correct: field && reportPage(whose, { tab, cell: field, edit: '1' }),
    total: finding.rule === 'E7' ? totalPage(whose, field) : null,
  }
}

/** The statutory table of the report that a cell stands in, with the cell open. `idOf` knows agencies by their names. */
export function cellPage(
  whose: Whose,
  cell: FindingCell,
  idOf: (name: string) => string | undefined,
): RouteLocationRaw | null {
  const agency = cell.agency === undefined ? whose.agency : idOf(cell.agency)
  if (agency === undefined) return null
  const { table } = fieldOf(cell.field)
  return reportPage({ agency, year: cell.year ?? whose.year }, { tab: table, cell: cell.field })
}

function totalPage({ agency, year }: Whose, field: FieldId | null): RouteLocationRaw {
  const cell = field && { table: fieldOf(field).table, cell: field }
  return { name: 'totals', query: { parent: agency, year: String(year), ...cell } }
}

function reportPage({ agency, year }: Whose, query: Record<string, string>): RouteLocationRaw {
  return { name: 'report', params: { agency, year }, query }
}

function chiefField(finding: Finding): FieldId | null {
  const own = finding.cells.filter((cell) => cell.year === finding.year && cell.agency === undefined)
  const suspect = equationOf(finding)?.suspect
  const { field } = finding.params
  const named = typeof field === 'string' && isFieldId(field) ? field : null
  return own.find((cell) => cell.field === suspect)?.field ?? named ?? own[0]?.field ?? null
}

function tableOf({ params }: Finding): TableId {
  return params['table'] === 'proactive' || params['table'] === 'disputes' ? params['table'] : 'requests'
}
