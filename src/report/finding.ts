import type { FieldId } from '../form/fields'
import type { Place } from './place'
import type { Severity } from './report'

/** A cell that a finding concerns, with the number it held when the finding was made. */
export interface FindingCell {
  readonly field: FieldId
  /** Report that the cell belongs to; rules within one report name it alone. */
  readonly file: string
  readonly part?: number
  readonly year: number | null
  /** Where it is another agency's than the finding's. */
  readonly agency?: string
  readonly value: number | null
  readonly place: Place
}

/** Words of a report that a finding rests on, shown as they stand. */
export interface Quote {
  readonly file: string
  readonly part?: number
  readonly agency: string | null
  readonly year: number | null
  /** Number of the section (`Section.number`); `null` for the title. */
  readonly section: number | null
  /** The sentence or passage. */
  readonly text: string
  /** What in it is meant, as `[start, end)` offsets into `text`, in order, none overlapping. */
  readonly marks: readonly (readonly [number, number])[]
}

/** What a rule has to say about numbers that cannot both be true (E), look odd (W) or merely inform (I). */
export interface Finding {
  /** Rule id of RULES.md. */
  readonly rule: string
  readonly severity: Severity
  readonly agency: string | null
  readonly year: number | null
  readonly fields: readonly FieldId[]
  readonly cells: readonly FindingCell[]
  /** Absent where the finding rests on numbers alone. */
  readonly quotes?: readonly Quote[]
  /** The formula with the numbers put in: `376 + 14 ≠ 374 + 6`; blanks as `□`. */
  readonly formula: string
  /** left − right; absent where the rule states no difference or blanks leave it open. */
  readonly difference?: number
  /** Finer than the rule: names the wording in the table of rules. */
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
}
