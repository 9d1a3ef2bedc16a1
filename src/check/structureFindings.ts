import { TABLE_IDS } from '../form/version'
import type { Finding } from '../report/finding'
import type { Issue } from '../report/report'
import type { CheckInput } from './input'
import { makeFinding } from './makeFinding'

/** Issues of reading that tell a defect of the agency's own document, and the wording of each. What the reader put right is not among them. */
const DEFECTS: Readonly<Record<string, string>> = {
  'row-missing': 'row-missing',
  'row-extra': 'row-extra',
  'column-missing': 'column-missing',
  'column-extra': 'column-extra',
  'cells-missing': 'not-seven-cells',
  'cells-extra': 'not-seven-cells',
}

/** E6: a table, row or column that the statutory form has and the document lacks, or the reverse. A document without any table has none to compare. */
export function structureFindings(input: CheckInput): Finding[] {
  const present = TABLE_IDS.filter((table) => input.forms[table] !== undefined)
  const missing = present.length === 0 ? [] : TABLE_IDS.filter((table) => !present.includes(table))
  return [
    ...missing.map((table) =>
      makeFinding(input, {
        rule: 'E6',
        severity: 'error',
        reason: 'table-missing',
        fields: [],
        formula: '',
        params: { table },
      }),
    ),
    ...input.issues.flatMap((issue) => defectFinding(issue, input)),
  ]
}

function defectFinding(issue: Issue, input: CheckInput): Finding[] {
  const reason = DEFECTS[issue.code]
  if (reason === undefined) return []
  const fields = issue.fields.filter((field) => input.cells.has(field))
  return [makeFinding(input, { rule: 'E6', severity: 'error', reason, fields, formula: '', params: issue.params })]
}
