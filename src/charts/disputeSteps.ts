import { DISPUTE_KIND_LABELS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import type { Label } from '../form/version'
import type { ColourName } from './colours'
import { both } from './words'

export const SETTLED = 'requests.settled.total'

/** One line of the way from settled requests to court: how many, and what share of all settled where the form's indicators define it. */
export interface PathStep {
  readonly id: string
  readonly label: Label
  readonly rate?: string
  /** A part of the step before it. */
  readonly isPart: boolean
}
export const PATH: readonly PathStep[] = [
  { id: SETTLED, label: both('办结', 'Settled'), isPart: false },
  { id: 'review.total', label: DISPUTE_KIND_LABELS.review, rate: 'rate.review', isPart: false },
  { id: 'litigation.total', label: DISPUTE_SERIES.litigation, rate: 'rate.litigation', isPart: false },
  { id: 'litigation.direct.total', label: DISPUTE_KIND_LABELS['litigation.direct'], isPart: true },
  { id: 'litigation.afterReview.total', label: DISPUTE_KIND_LABELS['litigation.afterReview'], isPart: true },
]

/** How often each kind of dispute ends in a correction. */
export interface CorrectionSeries {
  readonly rate: string
  readonly label: Label
  readonly colour: ColourName
}
export const CORRECTIONS: readonly CorrectionSeries[] = [
  { rate: 'rate.reviewCorrected', label: DISPUTE_KIND_LABELS.review, colour: 'accent' },
  { rate: 'rate.directCorrected', label: DISPUTE_KIND_LABELS['litigation.direct'], colour: 'mark2' },
  { rate: 'rate.afterReviewCorrected', label: DISPUTE_KIND_LABELS['litigation.afterReview'], colour: 'mark3' },
]
