import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { issueText } from '../report/issues'
import { placeText } from '../report/place'
import type { Issue, Report, Severity } from '../report/report'

export interface IssueJson {
  readonly code: string
  readonly severity: Severity
  readonly fields: readonly FieldId[]
  readonly at: string
  readonly message: string
}

/** A report as `gouji parse` writes it. The order of the keys is part of it. */
export interface ReportJson {
  readonly file: string
  readonly part?: number
  readonly agency: string | null
  readonly year: number | null
  readonly published?: string
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Every field of the tables' versions, in form order; amounts in 万元. */
  readonly values: Readonly<Partial<Record<FieldId, number | null>>>
  readonly issues: readonly IssueJson[]
}

/** What is written of a report: keys in order, forms and values in form order, issues in plain Chinese. */
export function reportJson(report: Report): ReportJson {
  const { source, agency, year, published } = report
  return {
    file: source.file,
    ...(source.part === undefined ? {} : { part: source.part }),
    agency,
    year,
    ...(published === undefined ? {} : { published }),
    forms: formsJson(report.forms),
    values: valuesJson(report.forms, (field) => report.cells[field]?.value ?? null),
    issues: report.issues.map(issueJson),
  }
}

/** Forms with their keys in the order of the tables. */
export function formsJson(forms: ReportJson['forms']): ReportJson['forms'] {
  return Object.fromEntries(
    TABLE_IDS.flatMap((table) => (forms[table] === undefined ? [] : [[table, forms[table]] as const])),
  )
}

/** One entry for each field that the forms have, in form order. */
export function valuesJson<T>(
  forms: ReportJson['forms'],
  valueOf: (field: FieldId) => T,
): Readonly<Partial<Record<FieldId, T>>> {
  return Object.fromEntries(
    TABLE_IDS.flatMap((table) => {
      const version = forms[table]
      return version === undefined ? [] : fieldsOf(table, version).map(({ id }) => [id, valueOf(id)] as const)
    }),
  )
}

function issueJson(issue: Issue): IssueJson {
  const { code, severity, fields, place } = issue
  return { code, severity, fields, at: placeText(place), message: issueText(issue, 'zh') }
}
