import type { FieldId } from '../form/fields'
import type { Finding, FindingCell } from '../report/finding'
import type { Severity } from '../report/report'
import type { CheckInput } from './input'

interface Parts {
  readonly rule: string
  readonly severity: Severity
  readonly reason: string
  readonly fields: readonly FieldId[]
  readonly formula: string
  readonly difference?: number
  readonly params?: Finding['params']
}

/** A finding of one report: each cell that it concerns with its number and place. */
export function makeFinding(input: CheckInput, parts: Parts): Finding {
  const { file, part, agency, year } = input
  const cells = parts.fields.map((field): FindingCell => {
    const cell = input.cells.get(field)
    return {
      field,
      file,
      ...(part === undefined ? {} : { part }),
      year,
      value: cell?.value ?? null,
      place: cell?.place ?? {},
    }
  })
  return { params: {}, ...parts, agency, year, cells }
}
