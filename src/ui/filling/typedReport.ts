import { checkReport } from '@/check/check'
import { checkInputOf } from '@/check/input'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { Finding } from '@/report/finding'
import type { Report } from '@/report/report'
import type { FillingDetail } from '@/store/filling'

/** The cells of a scan's tables. */
export function fieldsOfForms(forms: Report['forms']): FieldId[] {
  return TABLE_IDS.flatMap((table) => {
    const version = forms[table]
    return version ? fieldsOf(table, version).map(({ id }) => id) : []
  })
}

/** What does not foot in what was typed so far; cells that wait for their number are no finding. */
export function typedFindings(
  { source, agencyName, year, forms }: FillingDetail,
  values: ReadonlyMap<FieldId, number | null>,
): Finding[] {
  const report: Report = {
    source,
    title: null,
    agency: agencyName,
    year,
    evidence: {},
    forms,
    cells: {},
    issues: [],
    sections: [],
  }
  const typed = Object.fromEntries(values)
  return checkReport(checkInputOf(report, { corrected: typed })).filter(
    ({ severity, fields }) => severity !== 'info' && fields.every((field) => values.has(field)),
  )
}
