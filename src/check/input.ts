import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Identity } from '../form/identities'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import type { Agency } from '../register/agency'
import { countingCell } from '../report/countingCell'
import type { Corrections, CountingCell } from '../report/countingCell'
import type { CellState, Issue, Report, Section, SourceFormat } from '../report/report'

export interface CheckCell extends CountingCell {
  /** The rules that the value was found by: it is no evidence for them. Empty for values as printed and as corrected. */
  readonly inferredBy: readonly Identity['rule'][]
}

/** What the rules look at in one report: the numbers that count, where they stand, and the words around them. */
export interface CheckInput {
  readonly file: string
  readonly part?: number
  readonly format: SourceFormat
  readonly agency: string | null
  readonly year: number | null
  /** The agency's entry in the register, where there is one: rules that ask what sort of body it is are silent without it. */
  readonly body: Agency | null
  /** `false` where a register was asked and has no such agency; absent where none was asked. */
  readonly registered?: false | undefined
  readonly title: string | null
  /** Date of publication, `YYYY-MM-DD`, where the document says it. */
  readonly published?: string
  readonly sections: readonly Section[]
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Every field that the forms have. */
  readonly cells: ReadonlyMap<FieldId, CheckCell>
  /** Issues of reading; E6 tells from them what the agency's own document lacks. */
  readonly issues: readonly Issue[]
}

const ALL_RULES: readonly Identity['rule'][] = ['E1', 'E2', 'E3', 'E4']

/** Issues of values found by one rule always, whether they say so or not. */
const FOUND_BY: Readonly<Record<string, Identity['rule']>> = {
  'cells-split': 'E3',
  'cells-shifted': 'E3',
  'cells-split-disputes': 'E4',
}

/** Rules that an issue's values were found by: those that its `rule` names (`E1 E2 E3`), or the one that its code implies. */
function rulesNamed({ code, params }: Issue): readonly Identity['rule'][] {
  const words = `${String(params['rule'] ?? '')} ${FOUND_BY[code] ?? ''}`.split(/[^E\d]+/u)
  return ALL_RULES.filter((rule) => words.includes(rule))
}

function inferringRules(report: Report): ReadonlyMap<FieldId, readonly Identity['rule'][]> {
  const rules = new Map<FieldId, readonly Identity['rule'][]>()
  for (const issue of report.issues) {
    const named = rulesNamed(issue)
    for (const field of named.length > 0 ? issue.fields : [])
      rules.set(field, [...new Set([...(rules.get(field) ?? []), ...named])])
  }
  return rules
}

/** The rules that a value is no evidence for; one inferred without a word on how counts as inferred by all. */
function rulesBehind(state: CellState, named: readonly Identity['rule'][] | undefined): readonly Identity['rule'][] {
  if (state === 'inferred') return named ?? ALL_RULES
  return state === 'repaired' ? (named ?? []) : []
}

/** What is known of a report besides what was read. */
export interface Known {
  readonly corrected?: Corrections
  /** Cells whose number a person has compared with the original: it is evidence however it was found. */
  readonly vouched?: ReadonlySet<FieldId>
  readonly body?: Agency | null
  readonly registered?: false
}

/** A report as read, with a person's corrections, as the rules take it. */
export function checkInputOf(
  report: Report,
  { corrected = {}, vouched = new Set(), body = null, registered }: Known = {},
): CheckInput {
  const inferring = inferringRules(report)
  const cells = new Map<FieldId, CheckCell>()
  for (const table of TABLE_IDS) {
    const version = report.forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const cell = countingCell({ cells: report.cells, corrected }, id)
      const { state } = cell
      const isVouched = state === 'corrected' || vouched.has(id)
      cells.set(id, { ...cell, inferredBy: isVouched ? [] : rulesBehind(state, inferring.get(id)) })
    }
  }
  const { source, agency, year, title, published, sections, forms, issues } = report
  const { file, part, format } = source
  return {
    file,
    ...(part === undefined ? {} : { part }),
    format,
    agency,
    year,
    body,
    ...(registered === undefined ? {} : { registered }),
    title,
    ...(published === undefined ? {} : { published }),
    sections,
    forms,
    cells,
    issues,
  }
}
