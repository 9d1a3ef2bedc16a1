import type { TextStyle } from './sketch'

/** The year that a figure tells, and the one that it sets it against; `null` where there is none to be set against. */
export interface Told {
  readonly year: number
  readonly against: number | null
}

/** The two years in their order, whichever of them is told: a rise is one from the earlier to the later. `null` where there is one alone. */
export const spanOf = ({ year, against }: Told): readonly [first: number, last: number] | null =>
  against === null ? null : [Math.min(year, against), Math.max(year, against)]

/** Whether the year is set against a later one. */
export const looksAhead = ({ year, against }: Told): boolean => against !== null && against > year

/** How the name of a year stands on an axis: in strong ink where it is the one asked for. */
export const toneOfYear = (year: number, asked: number | null): TextStyle =>
  year === asked ? { weight: 600, colour: 'ink' } : {}
