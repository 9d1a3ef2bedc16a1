import { fieldsOf } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import { TABLE_IDS } from '@/form/version'
import type { ImportLine } from '@/state/importLines'
import { issuesToReview } from '@/state/reviewQueue'
import type { DocumentRow, PendingRow, ReportHead } from '@/store/rows'
import type { ImportResult, IssueCounts } from '@/workers/importApi'

type AgencyName = (id: string) => string | undefined

/** What the database has from earlier visits that waits for a person. */
export interface Waiting {
  readonly pending: readonly PendingRow[]
  readonly documents: readonly DocumentRow[]
  /** Current reports. */
  readonly heads: readonly ReportHead[]
}

/**
 * Reports that wait for their agency or year, documents that do or are to be filled in, and reports with open issues, as lines; those that `listed`
 * lines show already are left out.
 */
export function earlierLines(
  { pending, documents, heads }: Waiting,
  nameOf: AgencyName,
  listed: readonly ImportLine[],
): ImportLine[] {
  const shown = new Set(
    listed.flatMap(({ result }) =>
      'report' in result ? [result.report] : result.kind === 'kept' ? [result.document] : [],
    ),
  )
  const isNew = ({ id }: { readonly id: string }): boolean => !shown.has(id)
  return [
    ...pending.filter(isNew).map((row) => pendingLine(row, nameOf)),
    ...documents.filter((row) => waits(row) && isNew(row)).map((row) => documentLine(row, nameOf)),
    ...heads.filter((head) => issuesToReview(head) > 0 && isNew(head)).map((head) => storedLine(head, nameOf)),
  ]
}

function waits({ kind, agency, year }: DocumentRow): boolean {
  return kind === 'scan' || agency === null || year === null
}

const NONE: IssueCounts = { error: 0, warning: 0, info: 0 }

function line(id: string, result: ImportResult): ImportLine {
  return { key: `stored ${id}`, run: null, result }
}

/** A report that waits for its agency or year, as a line. */
export function pendingLine(row: PendingRow, nameOf: AgencyName): ImportLine {
  const { report } = row
  const cells = Object.values(report.cells)
  const count = (severity: string): number => report.issues.filter((issue) => issue.severity === severity).length
  return line(row.id, {
    kind: 'pending',
    candidates: [],
    file: report.source.file,
    ...(report.source.part !== undefined && { part: report.source.part }),
    report: row.id,
    agency: row.agency,
    agencyName: (row.agency === null ? undefined : nameOf(row.agency)) ?? report.agency,
    year: row.year,
    forms: report.forms,
    values: cells.filter((cell) => typeof cell?.value === 'number').length,
    cells: cells.length,
    issues: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: NONE,
  })
}

/** A stored report, as a line. */
export function storedLine(head: ReportHead, nameOf: AgencyName): ImportLine {
  const { id, agency, year, source, forms, counts, imported } = head
  const warning = issuesToReview(head)
  return line(id, {
    kind: 'unchanged',
    file: source.file,
    ...(source.part !== undefined && { part: source.part }),
    report: id,
    agency,
    agencyName: nameOf(agency) ?? null,
    year,
    forms,
    values: counts.values,
    cells: cellCount(forms),
    issues: { error: 0, warning, info: counts.issues - warning },
    findings: { error: counts.errors, warning: counts.findings - counts.errors, info: 0 },
    imported,
  })
}

function documentLine(row: DocumentRow, nameOf: AgencyName): ImportLine {
  return line(row.id, {
    kind: 'kept',
    what: row.kind,
    outcome: 'new',
    file: row.source.file,
    ...(row.source.part !== undefined && { part: row.source.part }),
    document: row.id,
    agency: row.agency,
    agencyName: (row.agency === null ? undefined : nameOf(row.agency)) ?? row.readAgency,
    year: row.year,
    agencyCreated: false,
    candidates: [],
    imported: row.imported,
  })
}

function cellCount(forms: Readonly<Partial<Record<TableId, FormVersion>>>): number {
  return TABLE_IDS.reduce((sum, table) => {
    const version = forms[table]
    return sum + (version ? fieldsOf(table, version).length : 0)
  }, 0)
}
