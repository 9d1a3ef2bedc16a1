import type { ByteView } from '../byteView'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { shortSprm } from './sprms'

/** A stretch of text in one place of the `WordDocument` stream. */
export interface Piece {
  /** Positions in the document's text, from and to before. */
  readonly from: number
  readonly to: number
  readonly offset: number
  /** One byte a character, in windows-1252; else UTF-16. */
  readonly compressed: boolean
  /** Modifiers on all of the piece, which quick saves add. */
  readonly changes: ByteView | null
}

/** Reads the piece table ([MS-DOC] 2.9.38 Clx, 2.8.35 PlcPcd). Failures: `unreadable`, `too-large`. */
export function readPieces(clx: ByteView): Read<readonly Piece[]> {
  const lists: ByteView[] = []
  let at = 0
  for (; clx.u8(at) === 1; at += 3 + clx.u16(at + 1)) lists.push(clx.part(at + 3, at + 3 + clx.u16(at + 1)))
  const size = clx.u32(at + 1)
  const start = at + 5
  if (clx.u8(at) !== 2 || size < 16 || start + size > clx.length) return fail('unreadable', 'damaged')
  const count = Math.floor((size - 4) / 12)
  if (count > LIMITS.documentParts) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  const pieces: Piece[] = []
  for (let index = 0; index < count; index += 1) {
    const from = clx.u32(start + index * 4)
    const to = clx.u32(start + index * 4 + 4)
    const descriptor = start + (count + 1) * 4 + index * 8
    const place = clx.u32(descriptor + 2)
    const prm = clx.u16(descriptor + 6)
    if (to < from) return fail('unreadable', 'damaged')
    const compressed = (place & 0x4000_0000) !== 0
    const offset = place & 0x3fff_ffff
    pieces.push({
      from,
      to,
      offset: compressed ? offset >> 1 : offset,
      compressed,
      changes: (prm & 1) === 0 ? shortSprm(prm) : (lists[prm >> 1] ?? null),
    })
  }
  return done(pieces)
}
