import { TABLE_IDS } from '@/form/version'
import type { ReportLine } from '@/state/reports'
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
  const chosen = lines.filter(
    ({ head, agency }) =>
      (years.size === 0 || years.has(head.year)) &&
      wanted.agencies.has(agency.id) &&
      (!wanted.onlyErrors || head.counts.errors > 0),
  )
  return findByName(chosen, wanted.q, {
    texts: ({ head, agency }) => [agency.name, agency.region, head.source.file, String(head.year), ...agency.aliases],
    names: ({ agency }) => [agency.name, ...agency.aliases],
  }).sort(
    (one, other) =>
      way * compare(key(one), key(other)) ||
      byName.compare(one.agency.name, other.agency.name) ||
      other.head.year - one.head.year,
  )
}
