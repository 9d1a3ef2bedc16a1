import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import type { PlainBlock, PlainDocument } from '../report/plainDocument'
import type { Cell, Evidence, Issue, Report, Section, Source } from '../report/report'

/** An agency of the register, as stored. */
export type AgencyRow = Agency

/**
 * What lists and filters need of one version of one agency's report of one year. `[agency+year]` has one current row; other versions stay beside it.
 * A report whose agency or year nobody knows yet is not here but in `pending`, so no figure can rest on it.
 */
export interface ReportHead {
  /** Made from the hash of its bytes: the same bytes give the same id on every machine. */
  readonly id: string
  readonly agency: string
  readonly year: number
  /** 1, 2, … in the order of import. */
  readonly version: number
  readonly current: 0 | 1
  readonly source: Source
  /** Hash of the bytes it was read from: the file, or the archive's member. */
  readonly hash: string
  /** ISO date-time. */
  readonly imported: string
  readonly published?: string
  /** Agency and year as read, before anybody corrected them. */
  readonly readAgency: string | null
  readonly readYear: number | null
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  readonly counts: ReportCounts
  /** Cells with another number than in the version that counted when this one came; absent for the first, and in rows older than this field. */
  readonly differing?: number
}

export interface ReportCounts {
  /** Cells that carry a number, corrections counted. */
  readonly values: number
  /** Issues that a person should still look at: neither corrected nor found right. */
  readonly issues: number
  /** Of them those that are more than a remark; absent in rows older than this field. */
  readonly toReview?: number
  /** Findings that nobody set aside. */
  readonly findings: number
  /** Of them those of severity error. */
  readonly errors: number
  /** Corrections that count. */
  readonly corrected: number
  /** Corrections that stand but count no more, because the document says another number now; absent in rows older than this field. */
  readonly lapsed?: number
}

/** The numbers of a report, in a row of their own so that lists do not read them. */
export interface CellsRow {
  readonly report: string
  readonly evidence: Readonly<Partial<Record<'agency' | 'year' | 'published', Evidence>>>
  readonly cells: Readonly<Partial<Record<FieldId, Cell>>>
  /** Values that the identities force on blank cells; offered, counted as inferred, never written into the cell. */
  readonly forced: Readonly<Partial<Record<FieldId, number>>>
  /** Cells corrected by a person, with the number that counts. `null` marks a cell as blank. */
  readonly corrected: Readonly<Partial<Record<FieldId, number | null>>>
  /** Cells that stand in an open error finding. */
  readonly inError: readonly FieldId[]
}

/** A report with its numbers: what figures are made of. */
export interface ReportRow extends ReportHead, Omit<CellsRow, 'report'> {}

export interface TextRow {
  readonly report: string
  readonly title: string | null
  readonly sections: readonly Section[]
}

/** A report that waits for a person to say whose or of which year it is. */
export interface PendingRow {
  /** The id that the report will have. */
  readonly id: string
  readonly hash: string
  readonly imported: string
  readonly report: Report
  /** What is known already: id of the agency, year. */
  readonly agency: string | null
  readonly year: number | null
}

/**
 * Why a document is kept though nothing could be read into a report: it is of before 2019, or a picture of pages. It stands in no figure. Agency and year
 * are `null` until a person gives them.
 */
export interface DocumentRow {
  /** Made from the hash of its bytes, as that of a report. */
  readonly id: string
  readonly kind: DocumentKind
  readonly hash: string
  readonly source: Source
  /** ISO date-time. */
  readonly imported: string
  readonly agency: string | null
  readonly year: number | null
  readonly title: string | null
  readonly published?: string
  /** Agency and year as read, before anybody corrected them. */
  readonly readAgency: string | null
  readonly readYear: number | null
  readonly evidence: PlainDocument['evidence']
  /** Pages of a scan. */
  readonly pages?: number
}

export type DocumentKind = 'old-form' | 'scan'

/** The words of a document, and what was typed from it, in a row of their own so that lists do not read them. */
export interface DocumentTextRow {
  readonly document: string
  readonly blocks: readonly PlainBlock[]
  /** Of a scan, once somebody began to fill it in. */
  readonly filling?: Filling
}

/** What a person has typed so far beside the pages of a scan. It stands in no figure until it is made a report. */
export interface Filling {
  /** Tables that are on another form version than the year's. */
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Cells that were typed, and no other: a number, or `null` for one that is blank on the page. */
  readonly cells: Readonly<Partial<Record<FieldId, FilledCell>>>
  /** What was typed and is no number, as typed; such a cell is in `cells` no more. */
  readonly texts?: Readonly<Partial<Record<FieldId, string>>>
}

export interface FilledCell {
  readonly value: number | null
  /** The page that was looked at. */
  readonly page: number
}

/** What bytes became: one row for each hash. */
export interface FileRow {
  readonly hash: string
  /** Path as imported, the first it was seen under. */
  readonly name: string
  readonly size: number
  readonly imported: string
  /** Ids of the reports read from it, stored or pending, and of the document that it was kept as. */
  readonly reports: readonly string[]
  /** Whether `originals` has the bytes. */
  readonly kept: boolean
}

export interface OriginalRow {
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface IssueRow extends Issue {
  readonly id: string
  readonly report: string
}

export interface FindingRow extends Finding {
  readonly id: string
  readonly report: string
}

export interface SettingRow {
  readonly key: string
  /** Plain data; what it means is decided where it is read. */
  readonly value: unknown
}

/** When a table was last written to: see `stamps.ts`. */
export interface StampRow {
  readonly table: string
  readonly stamp: number
}

/** One run of an import, while its page is there and until its queue is empty. */
export interface QueueRunRow {
  readonly id: string
  /** Milliseconds of `Date.now()` at the last sign of life; 0 once its page said that it goes. */
  readonly beat: number
  /** Its person ended it before the last file. */
  readonly cancelled?: true
  /** Files that it was promised and that were not yet handed over: not even their names are noted. */
  readonly unnamed?: number
}

/** A file that an import has not yet done: what it takes to know it again when a person chooses it once more. */
export interface QueuedFileRow {
  readonly id: string
  readonly run: string
  /** Place in the order of the import. */
  readonly at: number
  readonly path: string
  readonly size: number
  /** `File.lastModified`. */
  readonly modified: number
  /** Whether `queueBytes` has its bytes: a page cannot open a file again by its name. */
  readonly kept: boolean
}

export interface QueuedBytesRow {
  readonly id: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
