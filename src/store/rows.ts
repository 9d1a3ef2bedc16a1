import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import type { Cell, Evidence, Issue, Section, Source } from '../report/report'

/** An agency of the register, as stored. */
export type AgencyRow = Agency

/** One version of one agency's report of one year. `[agency+year]` has one current row; older versions stay beside it. */
export interface ReportRow {
  readonly id: string
  readonly agency: string
  readonly year: number
  /** 1, 2, … in the order of import; the newest is current. */
  readonly version: number
  readonly current: 0 | 1
  readonly source: Source
  /** Hash of the file's bytes, and of the archive member where it came from one. */
  readonly hash: string
  readonly imported: string
  readonly published?: string
  /** Agency and year as read, before anybody corrected them. */
  readonly readAgency: string | null
  readonly readYear: number | null
  readonly evidence: Readonly<Partial<Record<'agency' | 'year' | 'published', Evidence>>>
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  readonly cells: Readonly<Partial<Record<FieldId, Cell>>>
  /** Values that the identities force on blank cells; offered, counted as inferred, never written into the cell. */
  readonly forced: Readonly<Partial<Record<FieldId, number>>>
  /** Cells corrected by a person, with the number that counts. `null` marks a cell as blank. */
  readonly corrected: Readonly<Partial<Record<FieldId, number | null>>>
  /** Cells that stand in an open error finding. */
  readonly inError: readonly FieldId[]
  readonly counts: {
    readonly values: number
    readonly issues: number
    readonly findings: number
    readonly errors: number
  }
}

export interface TextRow {
  readonly report: string
  readonly title: string | null
  readonly sections: readonly Section[]
}

export interface FileRow {
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly imported: string
  /** Bytes where the original is kept. */
  readonly bytes?: Blob
  /** What became of it: ids of the reports, or the error. */
  readonly reports: readonly string[]
}

export interface IssueRow extends Issue {
  readonly id: string
  readonly report: string
}

export interface FindingRow extends Finding {
  readonly id: string
  readonly report: string
}

/** Something that a person decided. It outlives re-import: it belongs to agency and year, not to a version. */
export interface CorrectionRow {
  readonly id: string
  readonly kind: 'correction'
  readonly agency: string
  readonly year: number
  readonly field: FieldId
  /** The value that was there when it was corrected, and the one that counts since. */
  readonly from: number | null
  readonly to: number | null
  readonly reason: string
  readonly by: string
  readonly at: string
  /** Taken back: kept for the history, counts no more. */
  readonly withdrawn?: string
}
export type DecisionRow = CorrectionRow

export interface SettingRow {
  readonly key: string
  readonly value: string | number | boolean
}
