import type { Applicant, RequestRowKey } from '../form/requests'

/** What sort of work an agency does; decides the magnitudes of its numbers. */
export const PROFILE_IDS = [
  'office',
  'land',
  'housing',
  'police',
  'market',
  'busy',
  'service',
  'approvals',
  'quiet',
  'street',
  'township',
  'zone',
  'silent',
] as const
export type ProfileId = (typeof PROFILE_IDS)[number]

/** Typical numbers of one year. Counts are means; `fees` and `procurement` in 万元. */
export interface Profile {
  readonly requests: number
  /** Share of the requests at hand that is carried over to the next year. */
  readonly carried: number
  /** Reviews and lawsuits for each settled request. */
  readonly disputes: number
  readonly normativeDocs: number
  readonly licences: number
  readonly penalties: number
  readonly compulsion: number
  readonly fees: number
  readonly procurement: number
}

const profile = (
  requests: number,
  carried: number,
  disputes: number,
  normativeDocs: number,
  licences: number,
  penalties: number,
  compulsion: number,
  fees: number,
  procurement: number,
): Profile => ({ requests, carried, disputes, normativeDocs, licences, penalties, compulsion, fees, procurement })

/** `silent` agencies have nothing to report: every cell is 0. */
export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  office: profile(46, 0.06, 0.09, 24, 0, 0, 0, 0, 85),
  land: profile(92, 0.09, 0.12, 6, 1650, 38, 4, 410.5, 132),
  housing: profile(58, 0.08, 0.08, 5, 620, 75, 6, 96.3, 210),
  police: profile(24, 0.05, 0.1, 3, 36500, 7400, 2900, 318.8, 960),
  market: profile(31, 0.04, 0.06, 2, 14800, 420, 65, 8.4, 74),
  busy: profile(19, 0.06, 0.06, 6, 780, 96, 4, 34.8, 92),
  service: profile(9, 0.05, 0.04, 4, 240, 26, 1, 12.6, 48),
  approvals: profile(11, 0.03, 0.04, 2, 21300, 0, 0, 5.2, 38),
  quiet: profile(1.6, 0.03, 0.02, 1, 0, 0, 0, 0, 9),
  street: profile(5, 0.05, 0.06, 0, 40, 12, 2, 0, 22),
  township: profile(7, 0.06, 0.08, 1, 120, 18, 3, 0, 30),
  zone: profile(13, 0.07, 0.06, 4, 180, 9, 0, 25.2, 64),
  silent: profile(0, 0, 0, 0, 0, 0, 0, 0, 0),
}

/** How often each sort of applicant applies, out of 1. */
export const APPLICANT_SHARES: Readonly<Record<Applicant, number>> = {
  natural: 0.84,
  business: 0.1,
  research: 0.01,
  nonprofit: 0.008,
  legal: 0.03,
  other: 0.012,
}

/** How a request ends, out of about 1; rows of the 2021 form. */
export const OUTCOME_SHARES: readonly (readonly [RequestRowKey, number])[] = [
  ['granted', 0.37],
  ['partial', 0.11],
  ['refused.stateSecret', 0.002],
  ['refused.otherLaw', 0.012],
  ['refused.safety', 0.004],
  ['refused.thirdParty', 0.014],
  ['refused.internal', 0.025],
  ['refused.process', 0.022],
  ['refused.enforcementFile', 0.031],
  ['refused.adminQuery', 0.026],
  ['unavailable.notHeld', 0.19],
  ['unavailable.needsCreation', 0.028],
  ['unavailable.unclear', 0.013],
  ['notProcessed.petition', 0.048],
  ['notProcessed.repeated', 0.021],
  ['notProcessed.publication', 0.004],
  ['notProcessed.excessive', 0.005],
  ['notProcessed.reconfirm', 0.007],
  ['otherwise.notCorrected', 0.033],
  ['otherwise.feeUnpaid', 0.002],
  ['otherwise.other', 0.024],
]
