import type { FindingDecision } from '../check/decisions'
import type { FieldId } from '../form/fields'
import type { FindingCell } from '../report/finding'

/** A number put right by a person. It belongs to agency, year and field, not to a version, and so outlives re-import. */
export interface CorrectionRow {
  readonly id: string
  readonly kind: 'correction'
  readonly agency: string
  readonly year: number
  readonly field: FieldId
  /** What the document said when it was corrected. It counts while the current version says the same: a number issued anew is no longer the one corrected. */
  readonly read: number | null
  /** The value that counted before, and the one that counts since. */
  readonly from: number | null
  readonly to: number | null
  /** Where `from` is `null`: whether the cell was blank, or had not been read; absent in rows older than this field. */
  readonly fromState?: 'blank' | 'unread'
  readonly reason: string
  readonly by: string
  readonly at: string
  /** When it was taken back: kept for the history, counts no more. */
  readonly withdrawn?: string
  /** Id of the later correction of the same cell that took its place. */
  readonly replaced?: string
}

/** Whose report it is and of which year, said by a person. It belongs to the bytes, and so outlives deletion and re-import. */
export interface AssignmentRow {
  /** `assignment:` and the report's id: the last word of a person counts. */
  readonly id: string
  readonly kind: 'assignment'
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly by: string
  readonly at: string
}

/** "Not the same", said by a person: reports under this name are not that agency's. No import asks about the two again. */
export interface DistinctRow {
  /** `distinct:`, the name's key and the agency's id. */
  readonly id: string
  readonly kind: 'distinct'
  readonly name: string
  readonly agency: string
  readonly by: string
  readonly at: string
}

/**
 * An issue of reading that a person compared with the original and found right, all of it or some of its cells. It belongs to the bytes, and so outlives
 * deletion and re-import.
 */
export interface AcceptedRow {
  /** Made of the bytes' hash, the part and the issue: see `standing.ts`. The last word of a person counts. */
  readonly id: string
  readonly kind: 'accepted'
  readonly hash: string
  readonly part: number | null
  readonly code: string
  /** Of the issue. */
  readonly fields: readonly FieldId[]
  /** The numbers read in the cells that were found right. It counts while reading gives the same. */
  readonly read: Readonly<Partial<Record<FieldId, number | null>>>
  readonly by: string
  readonly at: string
}

/** What a person said of a finding. It belongs to agency and year, the finding and its numbers, not to a version, and so outlives re-import and re-check. */
export interface FindingDecisionRow extends FindingDecision {
  /** Made of agency, year, finding and basis: see `findingDecisions.ts`. The last word of a person counts. */
  readonly id: string
  readonly kind: 'finding'
  readonly agency: string
  readonly year: number
  readonly rule: string
  /** The formula with the numbers as they were, `''` where the rule has none. */
  readonly formula: string
  /** The finding's cells with the numbers as they were, to say which have changed since. */
  readonly cells: readonly Pick<FindingCell, 'field' | 'agency' | 'year' | 'value'>[]
}

/** An agency had nothing to report for a year, as it declared: it counts as zeros in its government's sum. A report of the year goes before it. */
export interface NilRow {
  /** `nil:`, the agency's id and the year. */
  readonly id: string
  readonly kind: 'nil'
  readonly agency: string
  readonly year: number
  readonly by: string
  readonly at: string
}

/** These agencies and no others make up a government's report of a year, said by a person. It holds while the register gives the same. */
export interface MembersRow {
  /** `members:`, the government's id and the year. */
  readonly id: string
  readonly kind: 'members'
  /** Id of the government. */
  readonly agency: string
  readonly year: number
  /** Ids, sorted. */
  readonly members: readonly string[]
  readonly by: string
  readonly at: string
}

export type DecisionRow =
  CorrectionRow | AssignmentRow | DistinctRow | AcceptedRow | FindingDecisionRow | NilRow | MembersRow
