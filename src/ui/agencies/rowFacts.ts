import type { Need } from './needs'

/** What a row of the register says besides the agency's own fields. */
export interface RowFacts {
  /** Years reported, in runs; `''` for none. */
  readonly years: string
  readonly needs: readonly Need[]
  readonly parent: string
  readonly system: string
  /** What became of it, or what it took over, in words; `''` for nothing. */
  readonly fate: string
}
