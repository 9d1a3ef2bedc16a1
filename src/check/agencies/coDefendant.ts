import { DISPUTE_RESULTS } from '../../form/disputes'
import type { FieldId } from '../../form/fields'
import type { Agency } from '../../register/agency'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { findingOver } from '../makeFinding'
import { otherReport } from './otherReport'

const TOTAL: FieldId = 'litigation.afterReview.total'
const RESULTS: readonly FieldId[] = DISPUTE_RESULTS.map((result) => `litigation.afterReview.${result}` as const)

/** One case that two bodies both have is a coincidence that every year brings. */
const LEAST = 2

/** Reviews of departments and townships are the government's, done by its own office or its bureau of justice. */
export function reviews({ kind, scope, name, system }: Agency): boolean {
  if (scope !== 'own') return false
  return kind === 'government' || (kind === 'department' && (system === 'justice' || /政府办公[厅室]/u.test(name)))
}

/**
 * I4: lawsuits after a review that a review body counts, and an original agency under the same government has in the same number with the same results. The
 * form has counts, no cases: that two bodies carry the same ones cannot be told from it, only that they may. Where the results differ, where several agencies
 * would do, with a single case or a blank among the figures this is silent: bodies have lawsuits of their own.
 */
export function coDefendantFindings(body: CheckInput, originals: readonly CheckInput[]): Finding[] {
  const cases = resultsOf(body)
  if (cases === null || sum(cases) < LEAST) return []
  const alike = originals.filter((original) => resultsOf(original)?.join() === cases.join())
  const [original] = alike
  if (original === undefined || alike.length > 1) return []
  const cells = [body, original].flatMap((input) => [...RESULTS, TOTAL].map((field) => ({ input, field })))
  return [
    findingOver(body, cells, {
      rule: 'I4',
      severity: 'info',
      reason: 'same-cases',
      formula: `${cases.join(' + ')} = ${resultsOf(original)?.join(' + ') ?? ''}`,
      params: { value: sum(cases), ...otherReport(original) },
    }),
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function resultsOf({ cells }: CheckInput): number[] | null {
  const values = RESULTS.flatMap((field) => cells.get(field)?.value ?? [])
  return values.length === RESULTS.length ? values : null
}
