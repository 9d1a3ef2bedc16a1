import type { ImportLine } from '@/state/importLines'
import type { DocumentRow, PendingRow } from '@/store/rows'
import type { ImportResult } from '@/workers/importApi'

/** Reports that waited for their agency or year before this page was opened, as lines of the result list. Their keys are negative, so that they never meet those of the import. */
export function earlierPending(
  rows: readonly PendingRow[],
  agencyName: (id: string) => string | undefined,
  lines: readonly ImportLine[],
): ImportLine[] {
  const shown = new Set(lines.flatMap(({ result }) => ('report' in result ? [result.report] : [])))
  return rows
    .filter(({ id }) => !shown.has(id))
    .map((row, index) => ({ key: -1 - index, result: resultOf(row, agencyName) }))
}

/** Documents without numbers that waited for their agency or year, and scans to be filled in, from before this page was opened, as lines. Keys go on below those of the reports. */
export function earlierDocuments(
  rows: readonly DocumentRow[],
  agencyName: (id: string) => string | undefined,
  lines: readonly ImportLine[],
  below: number,
): ImportLine[] {
  const shown = new Set(lines.flatMap(({ result }) => (result.kind === 'kept' ? [result.document] : [])))
  return rows
    .filter(({ id, kind, agency, year }) => (kind === 'scan' || agency === null || year === null) && !shown.has(id))
    .map((row, index): ImportLine => ({
      key: below - 1 - index,
      result: {
        kind: 'kept',
        what: row.kind,
        outcome: 'new',
        file: row.source.file,
        ...(row.source.part !== undefined && { part: row.source.part }),
        document: row.id,
        agency: row.agency,
        agencyName: (row.agency === null ? undefined : agencyName(row.agency)) ?? row.readAgency,
        year: row.year,
        agencyCreated: false,
        candidates: [],
        imported: row.imported,
      },
    }))
}

function resultOf(row: PendingRow, agencyName: (id: string) => string | undefined): ImportResult {
  const { report } = row
  const cells = Object.values(report.cells)
  const count = (severity: string): number => report.issues.filter((issue) => issue.severity === severity).length
  return {
    kind: 'pending',
    candidates: [],
    file: report.source.file,
    ...(report.source.part !== undefined && { part: report.source.part }),
    report: row.id,
    agency: row.agency,
    agencyName: (row.agency === null ? undefined : agencyName(row.agency)) ?? report.agency,
    year: row.year,
    forms: report.forms,
    values: cells.filter((cell) => typeof cell?.value === 'number').length,
    cells: cells.length,
    issues: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: { error: 0, warning: 0, info: 0 },
  }
}
