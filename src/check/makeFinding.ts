import type { FieldId } from '../form/fields'
import type { Finding, FindingCell, Quote } from '../report/finding'
import type { Severity } from '../report/report'
import type { CheckInput } from './input'

/** A cell of a report that need not be the finding's own. */
export interface CellOf {
  readonly input: CheckInput
  readonly field: FieldId
}

interface Parts {
  readonly rule: string
  readonly severity: Severity
  readonly reason: string
  readonly formula: string
  readonly difference?: number
  readonly params?: Finding['params']
  readonly quotes?: readonly Quote[]
}

/** A finding of one report: each cell that it concerns with its number and place. */
export function makeFinding(input: CheckInput, parts: Parts & { readonly fields: readonly FieldId[] }): Finding {
  const { fields, ...rest } = parts
  return findingOver(
    input,
    fields.map((field) => ({ input, field })),
    rest,
  )
}

/** A finding of one report that rests on cells of others, too; each says what report it stands in. */
export function findingOver(input: CheckInput, cells: readonly CellOf[], parts: Parts): Finding {
  const { agency, year } = input
  return {
    params: {},
    ...parts,
    fields: [...new Set(cells.map(({ field }) => field))],
    agency,
    year,
    cells: cells.map((cell) => findingCell(cell, agency)),
  }
}

function findingCell({ input, field }: CellOf, owner: string | null): FindingCell {
  const { file, part, agency, year, cells } = input
  const cell = cells.get(field)
  return {
    field,
    file,
    ...(part === undefined ? {} : { part }),
    year,
    ...(agency === null || agency === owner ? {} : { agency }),
    value: cell?.value ?? null,
    place: cell?.place ?? {},
  }
}
