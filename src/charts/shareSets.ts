import type { Figure, Group } from '../cube/query'
import { APPLICANTS, OUTCOMES, OUTCOME_LABELS, REQUEST_COLUMN_LABELS } from '../form/requests'
import type { Label } from '../form/version'
import type { FillName } from './colours'
import { APPLICANT_DECALS, APPLICANT_FILLS, OUTCOME_DECALS, OUTCOME_FILLS } from './sets'
import type { Decal } from './sets'
import { both, WORDS } from './words'

/** One part of a whole, with the measure that counts it and the rate that is its share. */
export interface ShareMember {
  /** The outcome or the applicant. */
  readonly id: string
  readonly label: Label
  readonly fill: FillName
  readonly decal: Decal | null
  readonly measure: string
  readonly rate: string
}

/** A whole told by its parts. */
export interface ShareSet {
  readonly id: string
  readonly subject: Label
  readonly members: readonly ShareMember[]
  /** The printed total that the shares are of. */
  readonly total: string
  readonly ofTotal: Label
  readonly source: Label
}

export type ShareMode = 'percent' | 'count'

export const OUTCOME_SHARES: ShareSet = {
  id: 'outcomes',
  subject: both('办理结果', 'Outcomes of requests'),
  members: OUTCOMES.map((outcome) => ({
    id: outcome,
    label: OUTCOME_LABELS[outcome],
    fill: OUTCOME_FILLS[outcome],
    decal: OUTCOME_DECALS[outcome],
    measure: `requests.${outcome}.total`,
    rate: `rate.${outcome}`,
  })),
  total: 'requests.settled.total',
  ofTotal: both('占（七）总计的百分比', 'percent of all settled'),
  source: WORDS.requestsTable,
}

export const APPLICANT_SHARES: ShareSet = {
  id: 'applicants',
  subject: both('申请人', 'Who applied'),
  members: APPLICANTS.map((applicant) => ({
    id: applicant,
    label: REQUEST_COLUMN_LABELS[applicant].short,
    fill: APPLICANT_FILLS[applicant],
    decal: APPLICANT_DECALS[applicant],
    measure: `requests.received.${applicant}`,
    rate: `rate.${applicant}`,
  })),
  total: 'requests.received.total',
  ofTotal: both('占本年新收的百分比', 'percent of all received'),
  source: WORDS.requestsTable,
}

/** Figures that the chart of a set takes from its query. */
export function shareFigures({ members, total }: ShareSet): string[] {
  return [total, ...members.flatMap(({ measure, rate }) => [measure, rate])]
}

/** What is drawn and said of a group: shares or counts of the members. */
export const drawnFigure = (group: Group, member: ShareMember, mode: ShareMode): Figure | undefined =>
  group.figures[mode === 'percent' ? member.rate : member.measure]
