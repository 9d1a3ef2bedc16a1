import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import { OUTCOMES, requestRows } from '../form/requests'
import type { Outcome, RequestColumn } from '../form/requests'
import type { CellSum } from './sums'
import type { Total } from './total'

/** A number of a total as it is shown. */
export interface TotalFigure {
  readonly value: number | null
  /** Members that have reported, but have no number in one of its cells: the figure is to be marked. Missing reports are told once for the whole. */
  readonly lacking: number
  /** Whether a number in it stands in an open error finding of its report. */
  readonly inError: boolean
}

/** Members that have reported and have no number in the cell. */
export function lackingIn({ addends }: CellSum): number {
  return addends.filter(({ value, state }) => value === null && state !== 'missing').length
}

/** One or several cells of the total as one figure; `null` where one of them has no number. */
export function figureOf({ sums }: Total, ...fields: readonly FieldId[]): TotalFigure {
  const cells = fields.map((field) => sums.cells.get(field) ?? sums.joined.get(field))
  const numbers = cells.flatMap((cell) => cell?.value ?? [])
  return {
    value: numbers.length < fields.length ? null : plainSum(numbers),
    lacking: Math.max(0, ...cells.map((cell) => (cell ? lackingIn(cell) : 0))),
    inError: cells.some((cell) => (cell?.inError ?? 0) > 0),
  }
}

/** All reasons of an outcome in one column; 其他处理 with the members that have it as one row, where there are such. */
export function outcomeFigure(total: Total, outcome: Outcome, column: RequestColumn = 'total'): TotalFigure {
  const joined: FieldId = `requests.otherwise.all.${column}`
  if (outcome === 'otherwise' && total.sums.joined.has(joined)) return figureOf(total, joined)
  const rows = requestRows(total.version).filter((row) => row.outcome === outcome)
  return figureOf(total, ...rows.map(({ key }) => `requests.${key}.${column}` as const))
}

/** Every outcome in printed order with its figure. */
export function outcomeFigures(total: Total): (readonly [Outcome, TotalFigure])[] {
  return OUTCOMES.map((outcome) => [outcome, outcomeFigure(total, outcome)] as const)
}
