import type { FieldId } from '../../form/fields'
import { identitiesOf } from '../../form/identities'
import type { Identity } from '../../form/identities'
import { plainSum } from '../../form/plainSum'
import { TABLE_IDS } from '../../form/version'
import type { Equation, Term } from './equation'
import type { CheckCell, CheckInput } from '../input'

/**
 * How one identity stands: `holds` · `broken` its numbers differ, whatever blanks may hold · `open` blanks can make it hold ·
 * `circular` it holds, but a value was inferred by it, which proves nothing.
 */
export type Verdict = 'holds' | 'broken' | 'open' | 'circular'

export interface Balance {
  readonly identity: Identity
  /** Sums of the known cells of each side. */
  readonly left: number
  readonly right: number
  /** Cells without a number. */
  readonly unknown: readonly FieldId[]
  readonly verdict: Verdict
}

/** Every identity of the report's tables with the numbers put in. */
export function balances(input: CheckInput): Balance[] {
  return TABLE_IDS.flatMap((table) => {
    const version = input.forms[table]
    return version ? identitiesOf(table, version).map((identity) => balanceOf(identity, input)) : []
  })
}

function balanceOf(identity: Identity, { cells }: CheckInput): Balance {
  const known = (fields: readonly FieldId[]): number[] => fields.flatMap((field) => cells.get(field)?.value ?? [])
  const left = plainSum(known(identity.left))
  const right = plainSum(known(identity.right))
  const isUnknown = (field: FieldId): boolean => (cells.get(field)?.value ?? null) === null
  const unknown = fieldsOfIdentity(identity).filter(isUnknown)
  const leftOpen = identity.left.some(isUnknown)
  const rightOpen = identity.right.some(isUnknown)
  const holds = (left <= right || rightOpen) && (left >= right || leftOpen)
  if (!holds) return { identity, left, right, unknown, verdict: 'broken' }
  if (unknown.length > 0) return { identity, left, right, unknown, verdict: 'open' }
  return { identity, left, right, unknown, verdict: isCircular(identity, cells) ? 'circular' : 'holds' }
}

/** Whether a value among the identity's cells was inferred by the identity's own rule. */
export function isCircular(identity: Identity, cells: ReadonlyMap<FieldId, CheckCell>): boolean {
  return fieldsOfIdentity(identity).some((field) => cells.get(field)?.inferredBy.includes(identity.rule))
}

export function fieldsOfIdentity({ left, right }: Identity): FieldId[] {
  return [...left, ...right]
}

/** The identities as equations over the cells without a number; `fields` gives each variable's cell. */
export function equationsOf(stated: readonly Balance[]): { equations: Equation[]; fields: FieldId[] } {
  const fields = [...new Set(stated.flatMap(({ unknown }) => unknown))]
  const variables = new Map(fields.map((field, index) => [field, index]))
  const equations = stated.map(({ identity, left, right }): Equation => {
    const side = (cells: readonly FieldId[], coefficient: 1 | -1): Term[] =>
      cells.flatMap((field) => {
        const variable = variables.get(field)
        return variable === undefined ? [] : [{ variable, coefficient }]
      })
    return { terms: [...side(identity.left, 1), ...side(identity.right, -1)], constant: right - left }
  })
  return { equations, fields }
}
