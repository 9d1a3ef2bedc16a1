import { TABLE_IDS, TABLE_LABELS, versionOfYear } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Block, SourceDocument } from '../readers/document'
import { issueOf } from '../report/issues'
import type { Cell, FileError, Issue, Report, Result } from '../report/report'
import { documentLines } from './documentLines'
import type { DocumentLine } from './documentLines'
import { PLACEHOLDER } from './identity/agencyName'
import { readAgency } from './identity/agency'
import type { AgencyReading } from './identity/agency'
import { findTitle } from './identity/findTitle'
import type { FoundTitle } from './identity/findTitle'
import { readPublished } from './identity/published'
import { readYear } from './identity/year'
import type { YearReading } from './identity/year'
import { withLoneRowsAsText } from './loneRows'
import { notesAsIssues } from './notes'
import { oldFormOf } from './oldForm'
import { plainDocument } from './plainDocument'
import { reportParts } from './parts'
import type { ReportPart } from './parts'
import { readTables } from './readTables'
import type { TablesReading } from './readTables'
import type { TableReading } from './reading'
import { inSimplified } from './traditional'
import { firstSectionLine, readSections } from './sections'

const LEAST_HEADINGS = 3
/** Prose of fewer characters is a form's, not a report's. */
const SHORT_PROSE = 300

/** What is known of one part of a document before it is judged. */
interface Draft {
  readonly title: FoundTitle | null
  readonly agency: AgencyReading
  readonly year: YearReading
  readonly tables: TablesReading
  readonly lines: readonly DocumentLine[]
  readonly blocks: readonly Block[]
  readonly report: Report
}

/**
 * The report or reports of a document, or why it gives none: `not-a-report`, `blank-form`, `old-form`.
 * Several reports in one document come in its order, each with its part in the source.
 */
export function extractReports(document: SourceDocument): Result<readonly Report[], FileError> {
  const rewritten = inSimplified(document)
  if (!rewritten) return reportsOf(document)
  const found = reportsOf(rewritten.document)
  return found.ok ? { ok: true, value: found.value.map(rewritten.printed) } : found
}

function reportsOf(document: SourceDocument): Result<readonly Report[], FileError> {
  const parts = reportParts(withLoneRowsAsText(document.blocks))
  const all = parts.map((part, index) => draftOf(document, part, parts.length > 1 ? index + 1 : undefined))
  const distinct = all.filter((draft, index) => !all.slice(0, index).some((before) => saysTheSame(before, draft)))
  const [only] = parts
  // A page that has its article twice, say for telephones, holds one report.
  const drafts = only && parts.length > 1 && distinct.length === 1 ? [draftOf(document, only, undefined)] : distinct
  const refused = drafts.map((draft) => refusal(document, draft))
  const reports = drafts.filter((_, index) => refused[index] === null).map((draft) => draft.report)
  const [reason] = refused
  if (reports.length === 0 && reason) return { ok: false, error: reason }
  return { ok: true, value: reports }
}

/** Whether two parts are one report printed twice: the same agency and year, and figures that agree in every cell. */
function saysTheSame({ report: one }: Draft, { report: other }: Draft): boolean {
  if (one.agency !== other.agency || one.year !== other.year) return false
  const valuesOf = (report: Report): ReadonlyMap<string, number | null> =>
    new Map(Object.entries<Cell | undefined>(report.cells).flatMap(([id, cell]) => (cell ? [[id, cell.value]] : [])))
  const [first, second] = [valuesOf(one), valuesOf(other)]
  return first.size === second.size && [...first].every(([id, value]) => second.get(id) === value)
}

function draftOf(document: SourceDocument, { blocks, lead, heading }: ReportPart, part: number | undefined): Draft {
  // Which version a table that fits both is on follows the year, and the text to find that in follows the tables.
  const tables = readTables(blocks, null)
  const grids = new Set(tables.tables.flatMap((table) => [...table.grids]))
  const lines = documentLines(blocks, grids)
  const metadata = lead.length === 0 && (part === undefined || part === 1) ? document.metadata : {}
  const own = findTitle(lines, firstSectionLine(lines), metadata)
  const title = heading && own?.agency !== heading.agency ? titleOf(heading) : own
  const year = ofAll(readYear(document.file, lines, title), documentLines(lead, new Set()))
  const agency = readAgency(document.file, lines, title, metadata)
  const isOpen = tables.repeated.size > 0 || (year.year !== null && versionOfYear(year.year) === '2019')
  const dated = year.year !== null && isOpen ? readTables(blocks, year.year) : tables
  const published = readPublished(lines, metadata)
  const text = part === undefined || part === 1 ? [...documentLines(lead, new Set()), ...lines] : lines
  const sections = readSections(text, (line) => dated.tables.some((table) => isTableLine(line, table)))
  const found = assemble(dated, year.year)
  const report: Report = {
    source: { file: document.file, format: document.format, ...(part === undefined ? {} : { part }) },
    title: title?.text ?? null,
    agency: agency.agency,
    year: year.year,
    ...(published ? { published: published.date } : {}),
    evidence: {
      ...(agency.evidence ? { agency: agency.evidence } : {}),
      ...(year.evidence ? { year: year.evidence } : {}),
      ...(published ? { published: published.evidence } : {}),
    },
    forms: found.forms,
    cells: found.cells,
    issues: [
      ...agency.issues,
      ...year.issues,
      ...found.issues,
      ...notesAsIssues(document.notes, found.cells, part ?? 1),
    ],
    sections,
  }
  return { title, agency, year, tables: dated, lines, blocks, report }
}

/** The heading of a part, for the title that it lacks. */
function titleOf({ agency, year, text, place }: NonNullable<ReportPart['heading']>): FoundTitle {
  return { text, agency, year, end: -1, evidence: { from: 'title', text, place } }
}

/** The year that the title over several parts gives to those that have none of their own. */
function ofAll(own: YearReading, lead: readonly DocumentLine[]): YearReading {
  const title = own.inDocument ? null : findTitle(lead, lead.length, {})
  return title?.year ? { year: title.year.year, evidence: title.evidence, issues: [], inDocument: true } : own
}

/** Lines of a table that stood in the text, but not prose that ran into it. */
function isTableLine(line: DocumentLine, { lines }: TableReading): boolean {
  const at = line.place.line
  return lines !== undefined && at !== undefined && lines[0] <= at && at <= lines[1] && line.text.length < 200
}

function assemble(
  { tables, repeated }: TablesReading,
  year: number | null,
): { forms: Partial<Record<TableId, FormVersion>>; cells: Partial<Record<FieldId, Cell>>; issues: Issue[] } {
  const forms: Partial<Record<TableId, FormVersion>> = {}
  const cells: Partial<Record<FieldId, Cell>> = {}
  const issues: Issue[] = []
  for (const table of TABLE_IDS) {
    const reading = tables.find((one) => one.table === table)
    const name = `表${TABLE_LABELS[table].zh.slice(1, 2)}`
    if (!reading) {
      issues.push(issueOf('table-absent', [], {}, { table: name }))
      continue
    }
    const version = table === 'disputes' ? disputesVersion(reading, tables, year) : reading.version
    forms[table] = version
    for (const field of fieldsOf(table, version)) {
      const cell = reading.cells.get(field.id)
      if (cell) cells[field.id] = cell
    }
    issues.push(...reading.issues)
    const differing = repeated.get(table)
    if (differing) issues.push(issueOf('table-repeated', [...new Set(differing)], reading.place, { table: name }))
  }
  return { forms, cells, issues }
}

/** Table 四 has one layout: its version is that of the year, or where the year had none or is not known, that of the others. */
function disputesVersion(own: TableReading, tables: readonly TableReading[], year: number | null): FormVersion {
  const ofYear = year === null ? null : versionOfYear(year)
  return ofYear ?? tables.filter(({ table }) => table !== 'disputes').at(-1)?.version ?? own.version
}

/** Why a draft is no report, or `null` where it is one. */
function refusal(document: SourceDocument, draft: Draft): FileError | null {
  const { title, agency, year, tables, lines, blocks, report } = draft
  const error = (code: FileError['code'], reason: string, params: FileError['params'] = {}): FileError => ({
    file: document.file,
    code,
    reason,
    params,
  })
  const hasTables = tables.tables.length > 0
  const old = oldFormOf(lines, { title, year, hasTables })
  if (old) {
    const refused =
      old.year === null ? error('old-form', 'old-form-undated') : error('old-form', 'old-form', { year: old.year })
    return { ...refused, document: plainDocument(report, old, blocks) }
  }
  if (!hasTables) {
    const headings = report.sections.filter((section) => section.number > 0).length
    const isTitled = title !== null && (title.year !== null || title.agency !== null)
    if (!isTitled && headings < LEAST_HEADINGS)
      return error('not-a-report', onlyPictures(document, lines) ? 'only-pictures' : 'no-statutory-content')
    return null
  }
  const cells = Object.values<Cell | undefined>(report.cells).flatMap((cell) => cell ?? [])
  const hasNumber = cells.some((cell) => cell.value !== null || (cell.state === 'unread' && /\d/u.test(cell.raw)))
  if (hasNumber) return null
  // Under a title with XX for the name a form is attached to a notice, which has an agency and a year of its own.
  const isModel = title !== null && title.agency === null && PLACEHOLDER.test(title.text)
  if (isModel) return error('blank-form', 'blank-form')
  if (agency.inDocument && year.inDocument) return null
  const prose = report.sections.reduce((sum, section) => sum + section.text.length, 0)
  const named = agency.inDocument || year.inDocument
  return named && prose > SHORT_PROSE ? null : error('blank-form', 'blank-form')
}

function onlyPictures(document: SourceDocument, lines: readonly DocumentLine[]): boolean {
  return document.notes.some((note) => note.code === 'pictures') && lines.every((line) => line.text.trim() === '')
}
