import type { Agency } from '../register/agency'
import type { Cell, Report } from '../report/report'
import type { FieldId } from '../form/fields'
import type { StoreDatabase } from './db'
import { sha256 } from './hash'
import type { Verdict } from './judge'
import type { CellsRow, FindingRow, IssueRow, ReportHead, TextRow } from './rows'

/**
 * The id of a report read from bytes of this hash. The file's name counts only where it was what told agency or year: equal blank forms under two names
 * are two reports, the same document under two names is one.
 */
export function reportId(report: Pick<Report, 'source' | 'agency' | 'year' | 'evidence'>, hash: string): string {
  const { agency, year } = report.evidence
  const named = agency?.from === 'fileName' || year?.from === 'fileName'
  const part = report.source.part === undefined ? '' : `-${report.source.part}`
  const name = named ? `-${shortHash(`${report.agency ?? ''}|${report.year ?? ''}`)}` : ''
  return `${hash.slice(0, 32)}${part}${name}`
}

function shortHash(text: string): string {
  return sha256(new TextEncoder().encode(text)).slice(0, 8)
}

/** Where a report stands among those of its agency and year. */
export interface Standing {
  readonly agency: Agency
  readonly year: number
  readonly version: number
  readonly current: 0 | 1
}

/** What the store adds to a report that was read. */
export interface Entry {
  readonly id: string
  readonly hash: string
  readonly imported: string
}

/** The report under the name and year that it is kept under, as the rules take it. */
export function kept(report: Report, agency: Agency, year: number): Report {
  return { ...report, agency: agency.name, year }
}

export function headOf(report: Report, entry: Entry, standing: Standing, verdict: Verdict): ReportHead {
  return {
    ...entry,
    agency: standing.agency.id,
    year: standing.year,
    version: standing.version,
    current: standing.current,
    source: report.source,
    ...(report.published === undefined ? {} : { published: report.published }),
    readAgency: report.agency,
    readYear: report.year,
    forms: report.forms,
    counts: verdict.counts,
  }
}

/** The rows of a report, by table. */
export interface ReportRows {
  readonly reports: readonly ReportHead[]
  readonly cells: readonly CellsRow[]
  readonly texts: readonly TextRow[]
  readonly issues: readonly IssueRow[]
  readonly findings: readonly FindingRow[]
}

export function rowsOf(report: Report, head: ReportHead, verdict: Verdict): ReportRows {
  const { evidence, cells, title, sections, issues } = report
  const { forced, corrected, inError } = verdict
  return {
    reports: [head],
    cells: [{ report: head.id, evidence, cells, forced, corrected, inError }],
    texts: [{ report: head.id, title, sections }],
    issues: issues.map((issue, index) => rowOf(issue, head.id, index)),
    findings: findingRows(head.id, verdict),
  }
}

/** Writes the rows of many reports at one go. Call inside a transaction. */
export async function putRows(db: StoreDatabase, all: readonly ReportRows[]): Promise<void> {
  await Promise.all([
    db.reports.bulkPut(all.flatMap(({ reports }) => reports)),
    db.cells.bulkPut(all.flatMap(({ cells }) => cells)),
    db.texts.bulkPut(all.flatMap(({ texts }) => texts)),
    db.issues.bulkPut(all.flatMap(({ issues }) => issues)),
    db.findings.bulkPut(all.flatMap(({ findings }) => findings)),
  ])
}

export function findingRows(report: string, { findings }: Verdict): FindingRow[] {
  return findings.map((finding, index) => rowOf(finding, report, index))
}

function rowOf<T>(one: T, report: string, index: number): T & { readonly id: string; readonly report: string } {
  return { ...one, id: `${report}/${index}`, report }
}

/** Puts a report together again as it was read. */
export async function readReport(db: StoreDatabase, head: ReportHead): Promise<Report | undefined> {
  const [cells, text, issues] = await Promise.all([
    db.cells.get(head.id),
    db.texts.get(head.id),
    db.issues.where('report').equals(head.id).toArray(),
  ])
  if (!cells || !text) return undefined
  return {
    source: head.source,
    title: text.title,
    agency: head.readAgency,
    year: head.readYear,
    ...(head.published === undefined ? {} : { published: head.published }),
    evidence: cells.evidence,
    forms: head.forms,
    cells: cells.cells,
    issues: issues
      .map(({ id, report, ...issue }) => ({ issue, order: Number(id.slice(report.length + 1)) }))
      .sort((a, b) => a.order - b.order)
      .map(({ issue }) => issue),
    sections: text.sections,
  }
}

/** How many cells carry another value: blank, unread and absent are the same here, a number is not. */
export function differingCells(before: Report['cells'], after: Report['cells']): number {
  const valueOf = (cell: Cell | undefined): number | null => cell?.value ?? null
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as FieldId[])
  return [...fields].filter((field) => valueOf(before[field]) !== valueOf(after[field])).length
}
