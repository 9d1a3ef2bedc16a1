import { TABLE_IDS, TABLE_LABELS, versionOfYear } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Block, SourceDocument } from '../readers/document'
import { issueOf } from '../report/issues'
import type { Cell, Evidence, Issue, Report } from '../report/report'
import { documentLines } from './documentLines'
import type { DocumentLine } from './documentLines'
import { readAgency } from './identity/agency'
import type { AgencyReading } from './identity/agency'
import { findTitle } from './identity/findTitle'
import type { FoundTitle } from './identity/findTitle'
import { readPublished } from './identity/published'
import { doubtsOfTitle, otherYearOfCaption, readYear } from './identity/year'
import type { YearReading } from './identity/year'
import { notesAsIssues } from './notes'
import type { OfYear, ReportPart } from './parts'
import { readTables } from './readTables'
import type { TablesReading } from './readTables'
import type { TableReading } from './reading'
import { rowsTogether } from './rowIssues'
import { firstSectionLine, readSections } from './sections'

/** What is known of one part of a document before it is judged. */
export interface Draft {
  readonly title: FoundTitle | null
  readonly agency: AgencyReading
  readonly year: YearReading
  readonly tables: TablesReading
  readonly lines: readonly DocumentLine[]
  readonly blocks: readonly Block[]
  readonly report: Report
}

/** Reads one part of a document. `part`: its ordinal, where there are several. */
export function draftOf(document: SourceDocument, of: ReportPart, part: number | undefined): Draft {
  const { blocks, lead, heading, ofYear, isFirst } = of
  // Which version a table that fits both is on follows the year, and the text to find that in follows the tables.
  const tables = readTables(blocks, null)
  const grids = new Set(tables.tables.flatMap((table) => [...table.grids]))
  const lines = ofYear?.text ?? documentLines(blocks, grids)
  const metadata = lead.length === 0 && isFirst ? document.metadata : {}
  const own = findTitle(lines, firstSectionLine(lines), metadata)
  const title = heading && own?.agency !== heading.agency ? titleOf(heading) : own
  const read = ofAll(readYear(document.file, lines, title), documentLines(lead, new Set()))
  const year = ofYear ? besideOthers(read, ofYear, blocks) : read
  const agency = readAgency(document.file, lines, title, metadata)
  const isOpen = tables.repeated.size > 0 || (year.year !== null && versionOfYear(year.year) === '2019')
  const dated = year.year !== null && isOpen ? readTables(blocks, year.year) : tables
  const found = assemble(dated, year.year)
  const isOwn = ofYear?.text === undefined
  const published = isOwn ? readPublished(lines, metadata) : null
  const text = isFirst ? [...documentLines(lead, new Set()), ...lines] : lines
  const report: Report = {
    source: {
      file: document.file,
      format: document.format,
      ...(part === undefined ? {} : { part }),
      ...(isOwn ? {} : { beside: true as const }),
    },
    title: isOwn ? (title?.text ?? null) : null,
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
      ...(part === undefined ? doubtsOfTitle(document.file, year, lines, published?.date ?? null) : []),
      ...found.issues,
      ...notesAsIssues(document.notes, found.cells, isFirst && isOwn),
    ],
    sections: isOwn ? readSections(text, (line) => dated.tables.some((table) => isTableLine(line, table))) : [],
  }
  return { title, agency, year, tables: dated, lines, blocks, report }
}

/** The year that heads of columns give to figures beside another year's. */
function besideOthers(read: YearReading, { year, years }: OfYear, blocks: readonly Block[]): YearReading {
  const place = blocks.find((block) => block.kind === 'table')?.rows.flat()[0]?.place ?? {}
  const { table, part } = place
  const at = { ...(table === undefined ? {} : { table }), ...(part === undefined ? {} : { part }) }
  const issue = issueOf('years-beside', [], at, { years: years.join('、'), year })
  if (read.year === year) return { ...read, issues: [...read.issues, issue] }
  const evidence: Evidence = { from: 'body', text: `${String(year)}年`, place: at }
  return { year, evidence, issues: [issue], inDocument: true }
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
  { tables, repeated, captions }: TablesReading,
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
    issues.push(...rowsTogether(reading.issues))
    const other = year === null ? null : otherYearOfCaption(captions.get(table) ?? '', year)
    if (year !== null && other !== null)
      issues.push(issueOf('table-year', [...reading.cells.keys()], reading.place, { table: name, year, other }))
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
