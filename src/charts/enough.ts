/** Cases that a statement needs (RULES.md, Indicators). Of fewer than 30 one more or less is over three points of a share. */
export const ENOUGH = {
  /** A rate that is ranked, or told to rise or fall, where the setting is no other. */
  rate: 30,
  /** A count that another is told against in percent: an earlier one, a middle one. */
  base: 30,
  /** A whole whose parts are told in percent. */
  whole: 30,
  /** Agencies with quartiles: those of fewer are their own values. */
  quartiles: 4,
} as const
