import type { MeasureId } from './measures'

/** A count that a report's own words give for its year and for the agency itself. */
export interface Statement {
  /** Added up where there are two. */
  readonly measures: readonly MeasureId[]
  /** The applicant that it is about, where not all. */
  readonly applicant?: string
  /** `20余件` says 20 to 29; 未收到 says 0. */
  readonly low: number
  readonly high: number
  /** Cases done in time: there may be more. */
  readonly atMost: boolean
  /** 未收到, 无. */
  readonly none: boolean
  readonly share?: Figure
  readonly growth?: Growth
  readonly section: number
  readonly sentence: string
  /** The words that say it, as offsets into `sentence`. */
  readonly mark: Mark
}

/** `[start, end)`. */
export type Mark = readonly [number, number]

/** A percentage as printed. */
export interface Figure {
  readonly value: number
  readonly decimals: number
  readonly mark: Mark
}

export interface Growth extends Figure {
  /** By so many per cent, or by so many cases. */
  readonly unit: 'percent' | 'count'
  readonly direction: 'up' | 'down'
}
