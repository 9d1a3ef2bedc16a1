import { readRecord, readText, readTime } from '../../analysis/readText'
import type { Store, StoreDatabase } from '../db'
import { sha256 } from '../hash'
import type { FileRow } from '../rows'
import { readWhole } from './foreignCells'
import type { MergeNotes } from './outcome'

const LONGEST_PATH = 1_000

/** What merging files needs to know. */
export interface FileMerge {
  readonly db: StoreDatabase
  readonly foreign: <T>(read: (shared: Store) => Promise<T>) => Promise<T>
  /** Whether copies of originals are kept here. */
  readonly keeps: boolean
  readonly writes: boolean
  readonly notes: MergeNotes
  readonly now: Date
}

/** What comes of one file: ids of reports or documents, and whether their pages are all there is. */
export interface ComingFile {
  readonly hash: string
  readonly ids: readonly string[]
  readonly isScan: boolean
}

/**
 * Notes the files that what comes was read from, and takes the copies that are in the shared file and that one has not. A copy whose bytes have another
 * hash than it says is none. Call inside a transaction.
 */
export async function mergeFiles(
  { db, foreign, keeps, writes, notes, now }: FileMerge,
  coming: readonly ComingFile[],
): Promise<void> {
  if (coming.length === 0) return
  const hashes = coming.map(({ hash }) => hash)
  const [own, theirs] = [await db.files.bulkGet(hashes), await foreign((shared) => shared.db.files.bulkGet(hashes))]
  const rows: FileRow[] = []
  for (const [index, { hash, ids, isScan }] of coming.entries()) {
    const before = own[index]
    const wanted = (keeps || isScan) && before?.kept !== true && readRecord(theirs[index])['kept'] === true
    const bytes = wanted ? await originalIn(foreign, hash) : null
    if (bytes) notes.original()
    if (bytes && writes) await db.originals.put({ hash, bytes })
    const said = before ?? readFile(theirs[index], hash, now)
    rows.push({ ...said, reports: [...new Set([...said.reports, ...ids])], kept: said.kept || bytes !== null })
  }
  if (writes) await db.files.bulkPut(rows)
}

/** What the shared file says of a file: its name is words, and of what it became only that is said which comes. */
function readFile(value: unknown, hash: string, now: Date): FileRow {
  const { name, size, imported } = readRecord(value)
  return {
    hash,
    name: readText(name, LONGEST_PATH) ?? hash.slice(0, 12),
    size: readWhole(size, 0) ?? 0,
    imported: readTime(imported) ?? now.toISOString(),
    reports: [],
    kept: false,
  }
}

async function originalIn(foreign: FileMerge['foreign'], hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = readRecord(await foreign((shared) => shared.db.originals.get(hash)))['bytes']
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer && sha256(bytes) === hash
    ? (bytes as Uint8Array<ArrayBuffer>)
    : null
}
