import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { findingOver } from '../makeFinding'
import { otherReport } from './otherReport'

/** A cell that other cells add up to says nothing of its own: 总计 of every row and kind, （七）总计. */
function isSum(field: FieldId): boolean {
  return field.endsWith('.total') || field.startsWith('requests.settled.')
}

/** The cells other than 0 that are no sums, in the order of the form. A blank is not 0, but tells no more than one. */
function countedCells({ cells }: CheckInput): FieldId[] {
  const counted: FieldId[] = []
  for (const [field, { value }] of cells) if (value !== null && value !== 0 && !isSum(field)) counted.push(field)
  return counted
}

/** What two reports with the same cells have in common; `null` for one with fewer than `least` such cells. */
export function cellPrint(input: CheckInput, least: number): string | null {
  const counted = countedCells(input)
  if (counted.length < least) return null
  return counted.map((field) => `${field} ${String(input.cells.get(field)?.value)}`).join('\n')
}

/**
 * W7: a report whose cells are those of another agency's, of this or another year: so many equal figures are no chance. `others` in order, the nearest first;
 * the finding shows the cells of the first.
 */
export function sameCellsFinding(input: CheckInput, others: readonly [CheckInput, ...CheckInput[]]): Finding {
  const [other] = others
  const counted = countedCells(input)
  const cells = [input, other].flatMap((report) => counted.map((field) => ({ input: report, field })))
  const shown = counted.slice(0, 8).map((field) => String(input.cells.get(field)?.value))
  return findingOver(input, cells, {
    rule: 'W7',
    severity: 'warning',
    reason: others.length > 1 ? 'same-cells-as-several' : 'same-cells',
    formula: `${shown.join(', ')}${counted.length > shown.length ? ', …' : ''}`,
    params: {
      ...otherReport(other),
      others: others.length,
      count: counted.length,
    },
  })
}
