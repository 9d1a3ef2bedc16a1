import type { FieldId } from '../../form/fields'
import { plainSum } from '../../form/plainSum'
import type { Finding } from '../../report/finding'
import { fieldsOfIdentity } from './balance'
import type { Balance } from './balance'
import { footingOf } from './footing'
import { formulaOf } from './formula'
import { hintOf } from './hint'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** Formulas that one line of "cannot be checked" shows before it breaks off. */
const FORMULAS_SHOWN = 3

/** E1–E4: what does not hold, what cannot all hold together, and in at most two lines what cannot be checked. */
export function identityFindings(input: CheckInput): Finding[] {
  const { balances, conflicts } = footingOf(input)
  const of = (verdict: Balance['verdict']): Balance[] => balances.filter((balance) => balance.verdict === verdict)
  return [
    ...of('broken').map((balance) => brokenFinding(balance, balances, input)),
    ...conflicts.map((conflict) => conflictFinding(conflict, input)),
    ...openFinding(of('open'), input),
    ...circularFinding(of('circular'), input),
  ]
}

/** Which column (E1, E2), row (E3) or kind of case (E4) an identity is about, as ids that the wording turns into names. */
function subjectOf({ identity }: Balance): Record<string, string> {
  const [first = ''] = identity.left
  if (identity.rule === 'E4') return { kind: first.replace(/\.total$/u, '') }
  const [, ...parts] = first.split('.')
  const column = parts.pop() ?? ''
  return identity.rule === 'E3' ? { row: parts.join('.') } : { column }
}

function brokenFinding(balance: Balance, balances: readonly Balance[], input: CheckInput): Finding {
  const { identity, left, right, unknown } = balance
  const hint = hintOf(balance, balances, input)
  const complete = unknown.length === 0
  return makeFinding(input, {
    rule: identity.rule,
    severity: 'error',
    reason: complete ? 'unequal' : 'beyond-blanks',
    fields: fieldsOfIdentity(identity),
    formula: formulaOf(identity, input, '≠'),
    ...(complete ? { difference: plainSum([left, -right]) } : {}),
    params: {
      ...subjectOf(balance),
      left,
      right,
      ...(hint ? { hint: hint.value, hintField: hint.field, hintRules: hint.rules.join('、') } : {}),
    },
  })
}

function rulesOf(balances: readonly Balance[]): string[] {
  return [...new Set(balances.map(({ identity }) => identity.rule))].sort()
}

function formulasOf(balances: readonly Balance[], input: CheckInput): string {
  const shown = balances.slice(0, FORMULAS_SHOWN).map(({ identity }) => formulaOf(identity, input, '='))
  return [...shown, ...(balances.length > FORMULAS_SHOWN ? ['…'] : [])].join('; ')
}

function conflictFinding(conflict: readonly Balance[], input: CheckInput): Finding {
  const rules = rulesOf(conflict)
  return makeFinding(input, {
    rule: rules[0] ?? '',
    severity: 'error',
    reason: 'conflict',
    fields: [...new Set(conflict.flatMap(({ identity }) => fieldsOfIdentity(identity)))],
    formula: conflict.map(({ identity }) => formulaOf(identity, input, '=')).join('; '),
    params: { rules: rules.join('、'), count: conflict.length },
  })
}

/** The rule with the most of them, the first where several have as many. */
function leadingRule(balances: readonly Balance[]): string {
  const count = (rule: string): number => balances.filter(({ identity }) => identity.rule === rule).length
  return rulesOf(balances).reduce((best, rule) => (count(rule) > count(best) ? rule : best))
}

/** One line for all identities of the report that blanks or unread cells leave open. */
function openFinding(open: readonly Balance[], input: CheckInput): Finding[] {
  if (open.length === 0) return []
  const fields = [...new Set(open.flatMap(({ unknown }) => unknown))]
  const unread = fields.filter((field) => input.cells.get(field)?.state === 'unread').length
  const blank = fields.length - unread
  return [
    makeFinding(input, {
      rule: leadingRule(open),
      severity: 'info',
      reason: unread === 0 ? 'blank' : blank === 0 ? 'unread' : 'blank-and-unread',
      fields,
      formula: formulasOf(open, input),
      params: { blank, unread, count: open.length, rules: rulesOf(open).join('、') },
    }),
  ]
}

/** One line for the identities that a value was inferred by: they hold because they were made to. */
function circularFinding(circular: readonly Balance[], input: CheckInput): Finding[] {
  if (circular.length === 0) return []
  const inferred = (balance: Balance): FieldId[] =>
    fieldsOfIdentity(balance.identity).filter((field) =>
      input.cells.get(field)?.inferredBy.includes(balance.identity.rule),
    )
  const fields = [...new Set(circular.flatMap(inferred))]
  return [
    makeFinding(input, {
      rule: leadingRule(circular),
      severity: 'info',
      reason: 'circular',
      fields,
      formula: formulasOf(circular, input),
      params: { cells: fields.length, count: circular.length, rules: rulesOf(circular).join('、') },
    }),
  ]
}
