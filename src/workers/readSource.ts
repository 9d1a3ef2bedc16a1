import type { Block } from '../readers/document'
import { findDocuments } from '../readers/open'
import type { FoundDocument } from '../readers/open'
import type { Result } from '../report/report'
import type { Store } from '../store/db'
import { originalOf } from '../store/files'
import { sha256 } from '../store/hash'
import type { SourceFailure, SourceHead, SourceRequest } from './sourceApi'

/** Cells and lines of one piece: copying them to the page takes a few milliseconds. */
const PIECE = 1500

/**
 * Reads a source document again from its kept copy, or from a file given anew whose bytes (or those of a member) have the same hash; `given` remembers
 * the latter. The blocks go to `tell` in pieces.
 */
export async function readSource(
  store: Store,
  { hash, path, file }: SourceRequest,
  given: Map<string, Uint8Array>,
  tell: (blocks: readonly Block[]) => void,
): Promise<Result<SourceHead, SourceFailure>> {
  if (file) {
    const bytes = bytesOf(new Uint8Array(await file.arrayBuffer()), path, hash)
    if (!bytes) return { ok: false, error: { kind: 'other' } }
    given.set(hash, bytes)
  }
  const bytes = (await originalOf(store, hash)) ?? given.get(hash)
  if (!bytes) return { ok: false, error: { kind: 'absent' } }
  if (isPdf(bytes)) return { ok: true, value: { format: 'pdf', blocks: 0, pdf: new Uint8Array(bytes) } }
  for (const found of findDocuments({ path, bytes })) {
    const read = found.ok ? await found.value.read() : found
    if (!read.ok) return { ok: false, error: { kind: 'file', error: read.error } }
    for (const piece of pieces(read.value.blocks)) tell(piece)
    return { ok: true, value: { format: read.value.format, blocks: read.value.blocks.length, pdf: null } }
  }
  return { ok: false, error: { kind: 'absent' } }
}

const PDF = new TextEncoder().encode('%PDF-')

/** Its head may stand behind some junk. */
function isPdf(bytes: Uint8Array): boolean {
  for (let from = 0; from < Math.min(bytes.length, 1024); from += 1)
    if (PDF.every((byte, at) => bytes[from + at] === byte)) return true
  return false
}

/** The bytes of that hash in a file: its own, or those of a member. */
function bytesOf(bytes: Uint8Array, path: string, hash: string): Uint8Array | null {
  if (sha256(bytes) === hash) return bytes
  for (const found of findDocuments({ path, bytes })) {
    const member: FoundDocument | null = found.ok ? found.value : null
    if (member && sha256(member.bytes) === hash) return member.bytes
  }
  return null
}

function* pieces(blocks: readonly Block[]): Generator<readonly Block[]> {
  let piece: Block[] = []
  let parts = 0
  for (const block of blocks) {
    piece.push(block)
    parts += block.kind === 'table' ? block.rows.reduce((sum, row) => sum + row.length, 0) : 1
    if (parts < PIECE) continue
    yield piece
    piece = []
    parts = 0
  }
  if (piece.length > 0) yield piece
}
