import { TABLE_IDS } from '@/form/version'
import type { ReportLine } from '@/state/reports'
import { nameMatches } from '../nameMatch'

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

/** What the table of reports is asked for. */
export interface ReportListing {
  readonly q: string
  readonly years: readonly number[]
  readonly onlyErrors: boolean
  readonly sort: ReportColumn
  readonly descending: boolean
}

/** The form versions of a report in one word where its tables agree: `2021`, `2021/2019` in the order of the tables where they do not, `''` without tables. */
export function formsWord({ head }: ReportLine): string {
  const versions = TABLE_IDS.flatMap((id) => head.forms[id] ?? [])
  return new Set(versions).size <= 1 ? (versions[0] ?? '') : versions.join('/')
}

const KEYS: Readonly<Record<ReportColumn, (line: ReportLine) => string | number>> = {
  agency: ({ agency }) => agency.name,
  year: ({ head }) => head.year,
  forms: formsWord,
  kind: ({ agency }) => agency.kind,
  region: ({ agency }) => agency.region,
  values: ({ head }) => head.counts.values,
  issues: ({ head }) => head.counts.issues,
  errors: ({ head }) => head.counts.errors,
  version: ({ head }) => head.version,
  published: ({ head }) => head.published ?? '',
  imported: ({ head }) => head.imported,
  file: ({ head }) => head.source.file,
}

const byName = new Intl.Collator('zh-CN')

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return byName.compare(String(one), String(other))
}

/** The lines that match, sorted; equal ones by agency, then the newest year first. */
export function listReports(lines: readonly ReportLine[], wanted: ReportListing): ReportLine[] {
  const years = new Set(wanted.years)
  const key = KEYS[wanted.sort]
  const way = wanted.descending ? -1 : 1
  return lines
    .filter(
      ({ head, agency }) =>
        (years.size === 0 || years.has(head.year)) &&
        (!wanted.onlyErrors || head.counts.errors > 0) &&
        nameMatches(wanted.q, agency.name, agency.region, head.source.file, String(head.year), ...agency.aliases),
    )
    .sort(
      (one, other) =>
        way * compare(key(one), key(other)) ||
        byName.compare(one.agency.name, other.agency.name) ||
        other.head.year - one.head.year,
    )
}
