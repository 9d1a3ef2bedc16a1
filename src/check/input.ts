import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Identity } from '../form/identities'
import { TABLE_IDS } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import type { Place } from '../report/place'
import type { CellState, Issue, Report } from '../report/report'

/** A cell's state once a person had a say: `corrected` takes the place of what reading said. */
export type CheckState = CellState | 'corrected'

export interface CheckCell {
  /** The number that counts; `null` for blank and unread, and where a person marked the cell as blank. */
  readonly value: number | null
  readonly state: CheckState
  readonly place: Place
  /** The rules that inferred the value: it is no evidence for them. Empty but for inferred values. */
  readonly inferredBy: readonly Identity['rule'][]
}

/** What the rules within one report look at: the numbers that count, and where they stand. */
export interface CheckInput {
  readonly file: string
  readonly part?: number
  readonly agency: string | null
  readonly year: number | null
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Every field that the forms have. */
  readonly cells: ReadonlyMap<FieldId, CheckCell>
  /** Issues of reading; E6 tells from them what the agency's own document lacks. */
  readonly issues: readonly Issue[]
}

/** A person's corrections by field; `null` marks the cell as blank. */
export type Corrections = Readonly<Partial<Record<FieldId, number | null>>>

const ALL_RULES: readonly Identity['rule'][] = ['E1', 'E2', 'E3', 'E4']

/** Rules that an issue's params name (`rule: 'E3'`, `rules: 'E2, E3'`); a split row was always chosen by its own sum. */
function rulesNamed(issue: Issue): readonly Identity['rule'][] {
  const words = `${issue.code === 'cells-split' ? 'E3 ' : ''}${Object.values(issue.params).join(' ')}`
  return ALL_RULES.filter((rule) => new RegExp(`\\b${rule}\\b`, 'u').test(words))
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

/** A report as read, with a person's corrections, as the rules take it. An inferred value whose issue names no rule counts as inferred by all. */
export function checkInputOf(report: Report, corrected: Corrections = {}): CheckInput {
  const inferring = inferringRules(report)
  const cells = new Map<FieldId, CheckCell>()
  for (const table of TABLE_IDS) {
    const version = report.forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const { value, state, place } = report.cells[id] ?? { value: null, state: 'unread' as const, place: {} }
      const correction = corrected[id]
      cells.set(
        id,
        correction === undefined
          ? { value, state, place, inferredBy: state === 'inferred' ? (inferring.get(id) ?? ALL_RULES) : [] }
          : { value: correction, state: 'corrected', place, inferredBy: [] },
      )
    }
  }
  const { source, agency, year, forms, issues } = report
  return { file: source.file, ...(source.part ? { part: source.part } : {}), agency, year, forms, cells, issues }
}
