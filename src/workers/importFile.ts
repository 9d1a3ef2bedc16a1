import type { Store } from '../store/db'
import { queuedBytes } from '../store/queue'
import type { QueuedFileRow } from '../store/rows'
import type { GivenFile } from './importApi'
import type { ParseJob } from './parseApi'

/** A file on its way through an import, wherever its bytes come from. */
export interface ImportFile {
  /** Its name in the queue. */
  readonly id: string
  readonly at: number
  readonly path: string
  readonly size: number
  readonly modified: number
  /** Comes from the queue that an earlier run left. */
  readonly isQueued: boolean
  readonly load: () => ParseJob['source'] | Promise<ParseJob['source']>
}

/** A file that the page was given. */
export function fileGiven({ file, path }: GivenFile, run: string, at: number): ImportFile {
  const own = { id: `${run} ${String(at)}`, at, path, size: file?.size ?? 0, modified: file?.lastModified ?? 0 }
  return { ...own, isQueued: false, load: () => file }
}

/** A file whose bytes wait in the database. */
export function fileQueued(store: Store, { id, at, path, size, modified }: QueuedFileRow): ImportFile {
  const load = async (): Promise<ParseJob['source']> => (await queuedBytes(store, id)) ?? null
  return { id, at, path, size, modified, isQueued: true, load }
}

/** Bytes at hand; what goes to a parser is a copy. */
export function fileOfBytes(path: string, bytes: Uint8Array, at: number): ImportFile {
  const load = (): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
  return { id: String(at), at, path, size: bytes.length, modified: 0, isQueued: false, load }
}
