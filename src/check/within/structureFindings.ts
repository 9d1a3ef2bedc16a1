import { fieldOf } from '../../form/fields'
import { TABLE_IDS } from '../../form/version'
import type { Finding } from '../../report/finding'
import type { Issue, SourceFormat } from '../../report/report'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** Issues of reading that tell a defect of the agency's own document, each with a wording of its own. What the reader put right is not among them. */
const DEFECTS: ReadonlySet<string> = new Set([
  'row-missing',
  'row-empty',
  'row-repeated',
  'row-extra',
  'column-missing',
  'cells-missing',
  'cells-extra',
])

/** In pages that have no cells but what is drawn, a cell that is wanting may be one that was not made out. */
const OF_CELLS: ReadonlySet<string> = new Set(['cells-missing', 'cells-extra'])
const LAID_OUT: ReadonlySet<SourceFormat> = new Set(['pdf', 'ofd'])

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
    ...defectFindings(input),
  ]
}

/** Rows of one table with the same defect of their cells that are told one by one; more of them are one defect of the table. */
const MOST_ROWS = 3

function defectFindings(input: CheckInput): Finding[] {
  const found = input.issues.flatMap((issue) => defectFinding(issue, input))
  const alike = new Map<string, Finding[]>()
  for (const finding of found.filter(({ reason }) => OF_CELLS.has(reason))) {
    const key = `${finding.reason} ${String(finding.params['table'])}`
    alike.set(key, [...(alike.get(key) ?? []), finding])
  }
  const many = [...alike.values()].filter((rows) => rows.length > MOST_ROWS)
  const joined = new Set(many.flat())
  return [...found.filter((finding) => !joined.has(finding)), ...many.flatMap((rows) => tableFinding(rows, input))]
}

/** One finding for all rows of a table whose cells are too few or too many. */
function tableFinding(rows: readonly Finding[], input: CheckInput): Finding[] {
  const [first] = rows
  if (!first) return []
  const { rule, severity, reason, formula, params } = first
  return [
    makeFinding(input, {
      rule,
      severity,
      reason: `${reason}-in-rows`,
      formula,
      fields: [...new Set(rows.flatMap(({ fields }) => fields))],
      params: {
        table: params['table'] ?? '',
        count: rows.length,
        rowFields: rows.flatMap(({ fields }) => fields.slice(0, 1)).join(' '),
      },
    }),
  ]
}

/** Text taken out of a document has lost its cells on the way: what is wanting there is not the agency's doing. */
function defectFinding(issue: Issue, input: CheckInput): Finding[] {
  if (!DEFECTS.has(issue.code) || input.format === 'text') return []
  if (OF_CELLS.has(issue.code) && LAID_OUT.has(input.format)) return []
  const fields = issue.fields.filter((field) => input.cells.has(field))
  const [first] = fields
  const params = first === undefined ? issue.params : { ...issue.params, table: fieldOf(first).table, field: first }
  return [makeFinding(input, { rule: 'E6', severity: 'error', reason: issue.code, fields, formula: '', params })]
}
