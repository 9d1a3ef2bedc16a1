import type { FormVersion, TableId } from '../form/version'
import type { FileError, Severity } from '../report/report'
import type { AliveRuns } from '../store/queueLease'
import type { DocumentKind } from '../store/rows'
import type { AgencyYear } from '../store/versions'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

/** A file as the page got it. */
export interface GivenFile {
  /** `null` where it could not be got at: its name is all that is known. */
  readonly file: File | null
  /** Path as messages and reports name it: `folder/name.docx`. */
  readonly path: string
}

export interface ImportRequest {
  /** Name of the database. */
  readonly database: string
  /** How many files will be given. */
  readonly of: number
  /** The queue that outlives the page; without it nothing is kept. */
  readonly queue?: {
    /** Name of this run there. */
    readonly run: string
    readonly alive: AliveRuns
    /** Whether what earlier runs have left is done first, as far as its bytes are here. */
    readonly goOn: boolean
  }
}

/** Where the work is. `done` of `of` given files; an archive is one file, its members come as results. */
export interface ImportPosition {
  /** Path of the document being read. */
  readonly file: string
  readonly phase: 'reading' | 'paused' | 'finishing'
  readonly done: number
  readonly of: number
  /** Share of the work that is done, 0 to 1; archives and large files count for more. */
  readonly share: number
  /** Milliseconds that the rest may take; `null` until that can be told. */
  readonly left: number | null
}

/** One event a few dozen milliseconds at most: where the work is, and what came out since the last one. */
export interface ImportProgress {
  readonly position: ImportPosition
  readonly results: readonly ImportResult[]
  /** Agencies and years whose current report changed since the last event. */
  readonly changed: readonly AgencyYear[]
  readonly agenciesChanged: boolean
}

/** A parse worker that the page shall start or end: workers that start workers are not everywhere. */
export type ParserOrder =
  | { readonly kind: 'start'; readonly id: number; readonly port: MessagePort }
  | { readonly kind: 'end'; readonly id: number }

export type IssueCounts = Readonly<Record<Severity, number>>

interface FromFile {
  /** Path of the file, `path.zip!/member` inside an archive. */
  readonly file: string
  readonly part?: number
}

/** What a result says of a report that was read. */
export interface ReadReport extends FromFile {
  /** Id of the report, stored or pending. */
  readonly report: string
  readonly agency: string | null
  readonly agencyName: string | null
  readonly year: number | null
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Cells that carry a number, of how many on its forms. */
  readonly values: number
  readonly cells: number
  readonly issues: IssueCounts
  readonly findings: IssueCounts
}

/** An agency that a name may stand for. */
export interface Candidate {
  readonly id: string
  readonly name: string
}

/** What a result says of a document that is kept though nothing was read into a report. Whose it is, or of which year, may be for a person to say. */
export interface KeptDocument extends FromFile {
  readonly kind: 'kept'
  readonly what: DocumentKind
  readonly outcome: 'new' | 'unchanged'
  /** Id of the document. */
  readonly document: string
  readonly agency: string | null
  readonly agencyName: string | null
  readonly year: number | null
  readonly agencyCreated: boolean
  readonly candidates: readonly Candidate[]
  readonly imported: string
}

export type ImportResult =
  | (ReadReport & {
      readonly kind: 'stored'
      readonly outcome: 'new' | 'version'
      readonly version: number
      /** Cells that differ from the version before; `null` for the first. */
      readonly differing: number | null
      /** The agency was not known before this report. */
      readonly agencyCreated: boolean
      /** Other agencies that the name may stand for. */
      readonly candidates: readonly Candidate[]
      /** Corrections that count no more because the document says another number now. */
      readonly lapsed: number
    })
  /** Agency or year is not known; counts in no figure until a person gives it. */
  | (ReadReport & {
      readonly kind: 'pending'
      /** Agencies that the name may stand for; a report of the year is there under the same name. */
      readonly candidates: readonly Candidate[]
    })
  /** The same bytes are there already; what waits for a person about them still does. */
  | (ReadReport & {
      readonly kind: 'unchanged'
      readonly imported: string
      readonly candidates: readonly Candidate[]
      readonly lapsed: number
    })
  /** Gave no report, but is kept with its words: of before 2019. Counts in no figure. */
  | KeptDocument
  /** Gave no report. */
  | (FromFile & { readonly kind: 'refused'; readonly error: FileError })
  /** Was read but could not be written. */
  | (FromFile & { readonly kind: 'unsaved'; readonly error: StoreError })

export interface ImportSummary {
  /** Given files that were gone through, of how many. */
  readonly done: number
  readonly of: number
  /** Ended by the person before the last file; what was not taken waits in the queue. */
  readonly cancelled: boolean
  /** Ended because nothing more can be written: full disk, newer schema, lost connection. */
  readonly stopped: StoreError | null
}

export interface SampleRequest {
  readonly database: string
}

/** `import.worker.ts`: reading, checking and storing, off the page's thread. */
export interface ImportApi {
  import: Call<ImportRequest, ImportSummary, ImportProgress>
  /** Files of the import under way, in pieces: see `importThrough.ts`. */
  give: Call<readonly GivenFile[], void>
  /** So many more files will be given to the import under way; false where it is over. */
  more: Call<number, boolean>
  /** Holds the import under way, or lets it go on. */
  pause: Call<boolean, void>
  /** Offers so many parse workers to the imports to come; settles when it is cancelled. */
  parsers: Call<number, void, ParserOrder>
  /** A parse worker that was ordered has crashed or did not start. */
  parserEnded: Call<number, void>
  /** Empties the database and fills it with the fictional city. */
  sample: Call<SampleRequest, ImportSummary, ImportProgress>
}
