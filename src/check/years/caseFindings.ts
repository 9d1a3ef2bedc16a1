import { DISPUTE_KINDS } from '../../form/disputes'
import type { FieldId } from '../../form/fields'
import type { Finding } from '../../report/finding'
import { findingOver } from '../makeFinding'
import type { YearPair } from './yearBalance'

/** I1: cases that were open at the end of last year and are not among this year's. A blank on either side leaves it open: silent. */
export function pendingFindings(pair: YearPair): Finding[] {
  return DISPUTE_KINDS.flatMap((kind) => {
    const total = pair.present.cells.get(`${kind}.total`)?.value ?? null
    const pending = pair.before.cells.get(`${kind}.pending`)?.value ?? null
    if (total === null || pending === null || total >= pending) return []
    const cells = [
      { input: pair.present, field: `${kind}.total` as const },
      { input: pair.before, field: `${kind}.pending` as const },
    ]
    return [
      findingOver(pair.present, cells, {
        rule: 'I1',
        severity: 'info',
        reason: 'fewer-than-pending',
        formula: `${String(total)} < ${String(pending)}`,
        difference: total - pending,
        params: { kind, left: total, right: pending, yearBefore: pair.before.year ?? '' },
      }),
    ]
  })
}

const AFTER_REVIEW: FieldId = 'litigation.afterReview.total'
const REVIEW: FieldId = 'review.total'

/** I3: lawsuits after a review, and no review in this year or the one before. */
export function unreviewedFindings({ before, present }: YearPair): Finding[] {
  const lawsuits = present.cells.get(AFTER_REVIEW)?.value ?? null
  if (lawsuits === null || lawsuits === 0) return []
  if (present.cells.get(REVIEW)?.value !== 0 || before.cells.get(REVIEW)?.value !== 0) return []
  const cells = [
    { input: present, field: AFTER_REVIEW },
    { input: present, field: REVIEW },
    { input: before, field: REVIEW },
  ]
  return [
    findingOver(present, cells, {
      rule: 'I3',
      severity: 'info',
      reason: 'no-review',
      formula: `${String(lawsuits)} > 0, 0 + 0 = 0`,
      params: { value: lawsuits, yearBefore: before.year ?? '' },
    }),
  ]
}
