import type { FileError, Report } from '../report/report'
import type { Call } from './rpc'

/** What every job of a run has in common. */
export interface ParseSettings {
  /** First 32 bits of the hashes of all bytes that are stored: documents with these are probably known and are not read again. */
  readonly known: Uint32Array
  readonly keepOriginals: boolean
}

/** A file, or a share of the documents in one. A parser goes through its jobs one after the other. Documents are counted from 0 in the order of `findDocuments`. */
export interface ParseJob {
  readonly id: number
  readonly path: string
  /** `null` where it could not be got at. */
  readonly source: Blob | Uint8Array<ArrayBuffer> | null
  /** Documents before this one are passed over. */
  readonly from: number
  /** Of the documents, those whose number leaves `stripe` when divided by `stripes`. */
  readonly stripe: number
  readonly stripes: number
  /** Whether formats that take their time are read too; if not, the job ends before the first of them. */
  readonly slow: boolean
  /** Documents from this one on wait for `proceed`. */
  readonly upTo: number
}

/** What became of the bytes of one document. */
export type ParseOutcome =
  | { readonly kind: 'reports'; readonly reports: readonly Report[] }
  | { readonly kind: 'refused'; readonly error: FileError }
  /** Not read, because bytes of that hash seem to be stored. */
  | { readonly kind: 'known' }

export interface ParsedDocument {
  /** The file's path, `path.zip!/member` inside an archive. */
  readonly path: string
  /** SHA-256 of its bytes, which are `size` long; `null` where they could not be had. */
  readonly hash: string | null
  readonly size: number
  /** Its bytes, where they are kept or where it may have to be read after all. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly outcome: ParseOutcome
}

export type ParseEvent =
  /** A document is begun: a sign of life. `of`: members of the archive, where it is one. */
  | { readonly kind: 'at'; readonly index: number; readonly path: string; readonly of: number | null }
  /** The next document waits for leave to go on. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'document'; readonly index: number; readonly document: ParsedDocument }

export interface ParseEnd {
  /** So many documents the file has, or has before a slow one. */
  readonly count: number
  /** Ended before a document of a slow format. */
  readonly slow: boolean
}

/** Documents of a job before `upTo` may be read now. */
export interface ParseProceed {
  readonly id: number
  readonly upTo: number
}

/** `parse.worker.ts`: from a file to its reports. Knows no database. */
export interface ParseApi {
  begin: Call<ParseSettings, void>
  parse: Call<ParseJob, ParseEnd, ParseEvent>
  proceed: Call<ParseProceed, void>
}

/** What the page gives a parse worker at its start: the port at which the import worker will call `ParseApi`. */
export interface ParseHostApi {
  attach: Call<MessagePort, void>
}
