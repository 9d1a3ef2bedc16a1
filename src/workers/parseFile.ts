import { extractReports } from '../extract/extract'
import { isScan, withScan } from '../extract/scan'
import { skipName } from '../readers/names'
import { findDocuments, refuseSize } from '../readers/open'
import type { FoundDocument } from '../readers/open'
import { readDirectory } from '../readers/zip/directory'
import type { FileError, Result } from '../report/report'
import { sha256 } from '../store/hash'
import type { ParsedDocument, ParseEnd, ParseEvent, ParseJob, ParseOutcome } from './parseApi'
import { failureOf } from './rpc'

export interface ParseContext {
  readonly known: ReadonlySet<number>
  readonly keepOriginals: boolean
  /** Waits until the jobs before this one are done: its bytes are fetched meanwhile. */
  readonly turn: Promise<void>
  /** Waits until a document may be read; false where none may be any more. */
  readonly gate: (index: number) => Promise<boolean>
  readonly tell: (event: ParseEvent, transfer?: Transferable[]) => void
}

/** Reads a file and tells what each document in it gave. Never rejects: whatever a document is, it is told and the next is read. */
export async function parseFile(job: ParseJob, context: ParseContext): Promise<ParseEnd> {
  const { path, from, stripe, stripes } = job
  // Litter is passed over without a word.
  if (skipName(path)) return { count: 0, slow: false }
  const isMine = (index: number): boolean => index >= from && index % stripes === stripe
  const reading = bytesOf(job)
  await context.turn
  context.tell({ kind: 'at', index: from, path, of: null })
  const bytes = await reading
  if (!bytes.ok) {
    if (isMine(0)) context.tell({ kind: 'document', index: 0, document: refusedDocument(path, bytes.error) })
    return { count: 1, slow: false }
  }
  const of = memberCount(path, bytes.value)
  let index = 0
  for (const found of findDocuments({ path, bytes: bytes.value })) {
    if (!job.slow && found.ok && isSlow(found.value.bytes)) return { count: index, slow: true }
    if (isMine(index)) {
      if (!(await context.gate(index))) return { count: index, slow: false }
      context.tell({ kind: 'at', index, path: found.ok ? found.value.path : found.error.file, of })
      const document = found.ok
        ? await parseDocument(found.value, context)
        : refusedDocument(found.error.file, found.error)
      context.tell({ kind: 'document', index, document }, document.bytes ? [document.bytes.buffer] : [])
    }
    index++
  }
  return { count: index, slow: false }
}

/** Reads one document: what became of its bytes. */
async function parseDocument(found: FoundDocument, context: ParseContext): Promise<ParsedDocument> {
  const hash = sha256(found.bytes)
  const known = context.known.has(hashPrefix(hash))
  const outcome: ParseOutcome = known ? { kind: 'known' } : await readReports(found)
  const isKept = outcome.kind === 'reports' || (outcome.kind === 'refused' && outcome.error.document !== undefined)
  const wanted = known || (context.keepOriginals && isKept) || needsBytes(outcome)
  return { path: found.path, hash, size: found.bytes.length, bytes: wanted ? owned(found.bytes) : null, outcome }
}

/** Whether bytes are kept whatever the setting says: the pages of a scan are all that there is of it. */
export function needsBytes(outcome: ParseOutcome): boolean {
  return outcome.kind === 'refused' && isScan(outcome.error)
}

/** Reads the one document of bytes that were passed over as known. */
export async function parseBytes(path: string, bytes: Uint8Array): Promise<ParseOutcome> {
  for (const found of findDocuments({ path, bytes }))
    return found.ok ? readReports(found.value) : { kind: 'refused', error: found.error }
  return { kind: 'reports', reports: [] }
}

async function readReports(found: FoundDocument): Promise<ParseOutcome> {
  try {
    const document = await found.read()
    const reports = document.ok ? extractReports(document.value) : document
    return reports.ok
      ? { kind: 'reports', reports: reports.value }
      : { kind: 'refused', error: withScan(reports.error) }
  } catch (thrown) {
    const params = { message: failureOf(thrown).message }
    return { kind: 'refused', error: { file: found.path, code: 'unreadable', reason: 'failed', params } }
  }
}

/** A document of which nothing but the refusal is known. */
export function refusedDocument(path: string, error: FileError): ParsedDocument {
  return { path, hash: null, size: 0, bytes: null, outcome: { kind: 'refused', error } }
}

/** A file too large is refused before it is read; one that cannot be got at, has been moved or is locked is told. */
async function bytesOf({ path, source }: ParseJob): Promise<Result<Uint8Array<ArrayBuffer>, FileError>> {
  const noAccess: FileError = { file: path, code: 'unreadable', reason: 'no-access', params: {} }
  if (!source) return { ok: false, error: noAccess }
  if (source instanceof Uint8Array) return { ok: true, value: source }
  const refused = refuseSize(path, source.size)
  if (refused) return { ok: false, error: refused }
  try {
    return { ok: true, value: new Uint8Array(await source.arrayBuffer()) }
  } catch (error) {
    if (error instanceof RangeError) {
      const params = { message: error.message }
      return { ok: false, error: { file: path, code: 'unreadable', reason: 'reader-died', params } }
    }
    if (!(error instanceof DOMException)) throw error
    return { ok: false, error: noAccess }
  }
}

/** Whether bytes are of a format whose reading takes a hundred times as long as that of others: PDF, whose mark may come after a signature. */
function isSlow(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024)
  for (let at = head.indexOf(0x25); at >= 0; at = head.indexOf(0x25, at + 1))
    if (head[at + 1] === 0x50 && head[at + 2] === 0x44 && head[at + 3] === 0x46 && head[at + 4] === 0x2d) return true
  return false
}

/** About how many documents an archive has, for the progress; `null` for what is none by its name. */
function memberCount(path: string, bytes: Uint8Array): number | null {
  return isArchiveName(path) ? (readDirectory(bytes)?.members.length ?? null) : null
}

/** Whether a path says archive: only a guess at how the work is best shared out. */
export function isArchiveName(path: string): boolean {
  return /\.zip$/iu.test(path)
}

/** The first 32 bits of a hash in hexadecimal. */
export function hashPrefix(hash: string): number {
  return parseInt(hash.slice(0, 8), 16)
}

/** Bytes that can be handed over whole: a file's own, or a copy of a part of an archive. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : bytes.slice()
}
