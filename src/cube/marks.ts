import type { FigureGaps } from './query'

/**
 * Why a cell holds no number, in the order in which a report's gap is told: not on this version of the form, the table is absent from the document,
 * something is there that cannot be told, nothing is there. The position in this list is the gap's code.
 */
export const GAPS = ['notOnForm', 'tableAbsent', 'unread', 'blank'] as const satisfies readonly (keyof FigureGaps)[]
export type GapCode = 0 | 1 | 2 | 3

export const NOT_ON_FORM: GapCode = 0
export const TABLE_ABSENT: GapCode = 1
export const UNREAD: GapCode = 2
export const BLANK: GapCode = 3

/** Marks of an Int32 column stand at the bottom of its range, in the order of `GAPS`; every number is at or above `INT_LIMIT`. */
export const INT_FLOOR = -2_147_483_648
export const INT_LIMIT = INT_FLOOR + GAPS.length
export const INT_CEILING = 2_147_483_647

/** Marks of a Float64 column, no number of a report comes near them; every number is above `FLOAT_LIMIT`. NaN is not used: its payload does not survive copying. */
export const FLOAT_MARKS = [-1.4e308, -1.3e308, -1.2e308, -1.1e308] as const
export const FLOAT_LIMIT = -1e308

/** How the number of a cell came to be, as bits of one byte; no bit is a number as printed. The first four are what `FigureStates` counts, in its order. */
export const REPAIRED = 1
export const INFERRED = 2
export const CORRECTED = 4
export const IN_ERROR = 8
export const STATE_COUNT = 4
export const COUNTED_STATES = REPAIRED | INFERRED | CORRECTED | IN_ERROR
/** The number is forced by the identities, and the cell itself is blank, or could not be read. `INFERRED` stands beside either. */
export const FORCED_OVER_BLANK = 16
export const FORCED_OVER_UNREAD = 32
