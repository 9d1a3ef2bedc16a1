import { TABLE_IDS } from '@/form/version'
import type { Agency } from '@/register/agency'
import type { ReportLine } from '@/state/reports'
import type { DocumentRow } from '@/store/rows'
import { findByName } from '../nameMatch'

export const REPORT_COLUMNS = [
  'agency',
  'year',
  'forms',
  'kind',
  'region',
  'values',
  'issues',
  'errors',
  'version',
  'published',
  'imported',
  'file',
] as const
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

/** A document without numbers, of before 2019, whose agency and year are known. */
export interface DocumentLine {
  readonly document: DocumentRow
  readonly year: number
  readonly agency: Agency
}

export type ListLine = ReportLine | DocumentLine

/** The documents whose agency and year are known, as lines. */
export function documentLines(documents: readonly DocumentRow[], byId: ReadonlyMap<string, Agency>): DocumentLine[] {
  return documents.flatMap((document) => {
    const agency = document.agency === null ? undefined : byId.get(document.agency)
    return agency && document.year !== null ? [{ document, year: document.year, agency }] : []
  })
}

export function isDocument(line: ListLine): line is DocumentLine {
  return 'document' in line
}

/** The report year of a line. */
export function yearOf(line: ListLine): number {
  return isDocument(line) ? line.year : line.head.year
}

const fileOf = (line: ListLine): string => (isDocument(line) ? line.document : line.head).source.file

/** What the table of reports is asked for. */
export interface ReportListing {
  readonly q: string
  readonly years: readonly number[]
  /** Ids of the agencies whose reports are wanted. */
  readonly agencies: ReadonlySet<string>
  readonly onlyErrors: boolean
  readonly sort: ReportColumn
  readonly descending: boolean
}

/** The form versions that a report's tables are on: `2021`, `2019+2021` where they differ, `''` without tables. */
export function formsWord({ head }: ReportLine): string {
  return [...new Set(TABLE_IDS.flatMap((id) => head.forms[id] ?? []))].sort().join('+')
}

/** By what the lines of each column are sorted. A document without numbers comes below any report in what counts them. */
const KEYS: Readonly<Record<ReportColumn, (line: ListLine) => string | number>> = {
  agency: ({ agency }) => agency.name,
  year: yearOf,
  forms: (line) => (isDocument(line) ? '' : formsWord(line)),
  kind: ({ agency }) => agency.kind,
  region: ({ agency }) => agency.region,
  values: (line) => (isDocument(line) ? -1 : line.head.counts.values),
  issues: (line) => (isDocument(line) ? -1 : line.head.counts.issues),
  errors: (line) => (isDocument(line) ? -1 : line.head.counts.errors),
  version: (line) => (isDocument(line) ? -1 : line.head.version),
  published: (line) => (isDocument(line) ? line.document : line.head).published ?? '',
  imported: (line) => (isDocument(line) ? line.document : line.head).imported,
  file: fileOf,
}

const byName = new Intl.Collator('zh-CN')

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return byName.compare(String(one), String(other))
}

/** The lines that match, sorted; equal ones by agency, then the newest year first. */
export function listReports<L extends ListLine>(lines: readonly L[], wanted: ReportListing): L[] {
  const years = new Set(wanted.years)
  const key = KEYS[wanted.sort]
  const way = wanted.descending ? -1 : 1
  const chosen = lines.filter(
    (line) =>
      (years.size === 0 || years.has(yearOf(line))) &&
      wanted.agencies.has(line.agency.id) &&
      (!wanted.onlyErrors || (!isDocument(line) && line.head.counts.errors > 0)),
  )
  return findByName(chosen, wanted.q, {
    texts: (line) => [line.agency.name, line.agency.region, fileOf(line), String(yearOf(line)), ...line.agency.aliases],
    names: ({ agency }) => [agency.name, ...agency.aliases],
  }).sort(
    (one, other) =>
      way * compare(key(one), key(other)) ||
      byName.compare(one.agency.name, other.agency.name) ||
      yearOf(other) - yearOf(one),
  )
}
