import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { Place } from './place'
import type { PlainDocument } from './plainDocument'

/**
 * How a cell's value came to be, as far as reading decides it:
 * `printed` as the source says it · `repaired` its label, place or unit was restored by rule · `inferred` the number itself follows from a rule ·
 * `blank` the source cell is empty or holds `/`, `-`, `—`, 不适用 · `unread` the source has something here, or had, that cannot be told.
 * Only the first three carry a number.
 */
export type CellState = 'printed' | 'repaired' | 'inferred' | 'blank' | 'unread'

export interface Cell {
  /** Whole number, or decimal in 万元 for money; `null` for blank and unread. */
  readonly value: number | null
  readonly state: CellState
  /** The source text of the cell, as it stands, at most a few hundred characters. Empty for an empty cell. */
  readonly raw: string
  readonly place: Place
}

export type Severity = 'error' | 'warning' | 'info'

/** Something that reading wants to tell; its wording is in `issues.ts`, filled with `params`. */
export interface Issue {
  readonly code: string
  readonly severity: Severity
  readonly fields: readonly FieldId[]
  readonly place: Place
  readonly params: Readonly<Record<string, string | number>>
}

/** Whether an issue only remarks on something: no person need answer it. */
export function isRemark({ severity }: Pick<Issue, 'severity'>): boolean {
  return severity === 'info'
}

/** One of the six statutory sections, or text before the first (number 0). */
export interface Section {
  readonly number: number
  readonly heading: string
  readonly text: string
}

/** What a conclusion about the document rests on: where it was found, in which of the trusted spots, and the words. */
export interface Evidence {
  readonly from: 'title' | 'firstLines' | 'body' | 'signature' | 'fileName' | 'metadata'
  readonly text: string
  readonly place: Place
}

/** The file that a report came from. */
export interface Source {
  /** Path as CONTRACT.md's `file` says it: `given/relative/path`, `path.zip!/member`. */
  readonly file: string
  readonly format: SourceFormat
  /** Ordinal of the report where one document has several; absent where it has one. */
  readonly part?: number
  /** Given for figures that another year's report has beside its own, for comparison: they give way to what the year's own report says. */
  readonly beside?: true
}

export const SOURCE_FORMATS = ['text', 'html', 'docx', 'doc', 'rtf', 'xlsx', 'xls', 'pdf', 'ofd'] as const
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

/** One agency's report of one year, as read, before anybody corrected it. Plain data: it is stored, posted to workers and written as JSON as it is. */
export interface Report {
  readonly source: Source
  readonly title: string | null
  readonly agency: string | null
  readonly year: number | null
  /** Date of publication, `YYYY-MM-DD`, where the document says it. */
  readonly published?: string
  readonly evidence: Readonly<Partial<Record<'agency' | 'year' | 'published', Evidence>>>
  /** The form version of each table that the document has. */
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Every field that those versions have, and no other. */
  readonly cells: Readonly<Partial<Record<FieldId, Cell>>>
  readonly issues: readonly Issue[]
  readonly sections: readonly Section[]
}

/** Codes of CONTRACT.md for a file that gave no report. */
export const FILE_ERROR_CODES = [
  'unreadable',
  'encrypted',
  'too-large',
  'unsupported',
  'not-a-report',
  'blank-form',
  'old-form',
] as const
export type FileErrorCode = (typeof FILE_ERROR_CODES)[number]

/** Why a file gave no report; wording by `reason` in `errors.ts`, filled with `params`. */
export interface FileError {
  readonly file: string
  readonly code: FileErrorCode
  /** Finer than the code: names the entry of the texts. */
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
  /** The document itself, where it is to be kept though it gave no numbers: one of before 2019, or a scan. */
  readonly document?: PlainDocument
}

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }
