import type { Block, SourceDocument } from '../readers/document'
import type { FileError, Result } from '../report/report'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

export interface SourceRequest {
  /** Name of the database. */
  readonly database: string
  /** Of the bytes that a report was read from. */
  readonly hash: string
  /** Path as imported. */
  readonly path: string
  /** The file once more, or an archive that has it, where no copy was kept. */
  readonly file?: File
}

/** Why a source cannot be shown. */
export type SourceFailure =
  /** No copy was kept, and none given. */
  | { readonly kind: 'absent' }
  /** The file that was given has other bytes. */
  | { readonly kind: 'other' }
  | { readonly kind: 'file'; readonly error: FileError }
  | { readonly kind: 'store'; readonly error: StoreError }

/** A document without its blocks: these come piece by piece, so that a large one does not hold the page. */
export interface SourceHead {
  readonly format: SourceDocument['format'] | 'pdf'
  readonly blocks: number
  /** A PDF itself: its pages are looked at as they are, and not read again. */
  readonly pdf: Uint8Array<ArrayBuffer> | null
}

/** `source.worker.ts`: a source document read again, to be looked at beside what was read from it. */
export interface SourceApi {
  read: Call<SourceRequest, Result<SourceHead, SourceFailure>, readonly Block[]>
}
