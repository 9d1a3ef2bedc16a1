import { fieldsOf } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import { TABLE_IDS } from '@/form/version'
import type { ImportLine } from '@/state/importLines'
import { issuesToReview } from '@/state/reviewQueue'
import type { DocumentRow, PendingRow, ReportHead } from '@/store/rows'
import type { Candidate, ImportResult, IssueCounts } from '@/workers/importApi'

type AgencyName = (id: string) => string | undefined

/** What the database has from earlier visits that waits for a person. */
export interface Waiting {
  readonly pending: readonly PendingRow[]
  readonly documents: readonly DocumentRow[]
  /** Current reports. */
  readonly heads: readonly ReportHead[]
  /** Which other agencies a name may stand for, by the id of the agency or waiting report that has it. */
  readonly doubts: Doubts
}

type Doubts = ReadonlyMap<string, readonly Candidate[]>

/**
 * Reports that wait for their agency or year, documents that do or are to be filled in, and reports with open issues, numbers that do not foot, a
 * doubtful agency or corrections that lapsed, as lines; those that `listed` lines show already are left out.
 */
export function earlierLines(
  { pending, documents, heads, doubts }: Waiting,
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
    ...pending.filter(isNew).map((row) => pendingLine(row, nameOf, doubts)),
    ...documents.filter((row) => waits(row, doubts) && isNew(row)).map((row) => documentLine(row, nameOf, doubts)),
    ...heads.filter((head) => asks(head, doubts) && isNew(head)).map((head) => storedLine(head, nameOf, doubts)),
  ]
}

function waits({ kind, agency, year }: DocumentRow, doubts: Doubts): boolean {
  return kind === 'scan' || agency === null || year === null || doubts.has(agency)
}

function asks(head: ReportHead, doubts: Doubts): boolean {
  const { errors, lapsed = 0 } = head.counts
  return issuesToReview(head) + errors + lapsed > 0 || doubts.has(head.agency)
}

const NO_DOUBTS: Doubts = new Map()

const NONE: IssueCounts = { error: 0, warning: 0, info: 0 }

function line(id: string, result: ImportResult): ImportLine {
  return { key: `stored ${id}`, run: null, result }
}

/** A report that waits for its agency or year, as a line. */
export function pendingLine(row: PendingRow, nameOf: AgencyName, doubts = NO_DOUBTS): ImportLine {
  const { report } = row
  const cells = Object.values(report.cells)
  const count = (severity: string): number => report.issues.filter((issue) => issue.severity === severity).length
  return line(row.id, {
    kind: 'pending',
    candidates: doubts.get(row.id) ?? [],
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
export function storedLine(head: ReportHead, nameOf: AgencyName, doubts = NO_DOUBTS): ImportLine {
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
    candidates: doubts.get(agency) ?? [],
    lapsed: counts.lapsed ?? 0,
  })
}

function documentLine(row: DocumentRow, nameOf: AgencyName, doubts: Doubts): ImportLine {
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
    candidates: (row.agency === null ? undefined : doubts.get(row.agency)) ?? [],
    imported: row.imported,
  })
}

function cellCount(forms: Readonly<Partial<Record<TableId, FormVersion>>>): number {
  return TABLE_IDS.reduce((sum, table) => {
    const version = forms[table]
    return sum + (version ? fieldsOf(table, version).length : 0)
  }, 0)
}
