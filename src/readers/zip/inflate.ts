import { Inflate, inflateSync } from 'fflate'
import { done, fail, type Read } from '../failure'
import { LIMITS, megabytes } from '../limits'
import { crc32 } from './crc32'
import type { Member } from './directory'

/** Compressed bytes taken at a time; deflate makes at most a thousand times as many of them. */
const CHUNK = 16 * 1024
/** Compressed bytes that may be inflated at one go. */
const QUICK = 128 * 1024

/** What an archive may still inflate to, shared by everything inside it. */
export interface Budget {
  left: number
}

export const newBudget = (): Budget => ({ left: LIMITS.archiveBytes })

/**
 * The bytes of one member, checked against its CRC. Sizes in headers are only hints: the caps count what really comes out.
 * Failures: `encrypted`, `unsupported` (compression-method), `too-large`, `unreadable` (truncated with percent, damaged).
 */
export function inflateMember(bytes: Uint8Array, member: Member, budget: Budget, limit: number): Read<Uint8Array> {
  if (member.encrypted) return fail('encrypted', 'member-password')
  if (member.method !== 0 && member.method !== 8)
    return fail('unsupported', 'compression-method', { method: member.method })
  const cap = Math.min(limit, budget.left)
  if ((member.size ?? 0) > limit) return fail('too-large', 'member-too-large', { limit: megabytes(limit) })
  const quick = inflateQuickly(bytes, member, cap)
  if (quick !== null) {
    budget.left -= quick.length
    return done(quick)
  }
  const end = member.compressedSize === null ? bytes.length : member.start + member.compressedSize
  const available = bytes.subarray(member.start, Math.min(end, bytes.length))
  const short = end > bytes.length
  const whole = member.method === 0 ? stored(available, cap) : inflate(available, cap)
  if (whole.outcome === 'over') {
    if (cap < limit) return fail('too-large', 'archive-too-large', { limit: megabytes(LIMITS.archiveBytes) })
    return fail('too-large', whole.bomb ? 'inflates-too-far' : 'member-too-large', { limit: megabytes(limit) })
  }
  budget.left -= whole.length
  const size = member.size
  if (whole.outcome === 'broken') return fail('unreadable', 'damaged')
  if (whole.outcome === 'short' || short || member.crc === null || whole.length < (size ?? 0)) {
    if (size === null || size === 0) return fail('unreadable', 'truncated')
    return fail('unreadable', 'truncated-at', { percent: percentage(whole.length, size) })
  }
  if (crc32(whole.content) !== member.crc) return fail('unreadable', 'damaged')
  return done(whole.content)
}

/**
 * The common case: a small member whose header tells the truth. `null` for all else, which the slow way then looks into.
 * Output beyond the size told is dropped, so that no more memory is used than the cap allows.
 */
function inflateQuickly(bytes: Uint8Array, member: Member, cap: number): Uint8Array | null {
  const { size, compressedSize, start, crc } = member
  if (member.method !== 8 || size === null || compressedSize === null || compressedSize > QUICK) return null
  if (size > cap || size > Math.max(LIMITS.ratioFrom, compressedSize * LIMITS.ratio)) return null
  if (start + compressedSize > bytes.length) return null
  try {
    const content = inflateSync(bytes.subarray(start, start + compressedSize), { out: new Uint8Array(size) })
    return content.length === size && crc32(content) === crc ? content : null
  } catch {
    return null
  }
}

function percentage(part: number, whole: number): number {
  return Math.min(99, Math.floor((100 * part) / whole))
}

type Inflated =
  | { readonly outcome: 'whole'; readonly length: number; readonly content: Uint8Array }
  | { readonly outcome: 'over'; readonly bomb: boolean }
  | { readonly outcome: 'short'; readonly length: number }
  | { readonly outcome: 'broken'; readonly length: number }

function stored(bytes: Uint8Array, cap: number): Inflated {
  if (bytes.length > cap) return { outcome: 'over', bomb: false }
  return { outcome: 'whole', length: bytes.length, content: bytes }
}

function inflate(bytes: Uint8Array, cap: number): Inflated {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((piece) => {
    length += piece.length
    if (length <= cap && piece.length > 0) pieces.push(piece)
  })
  const allowed = Math.max(LIMITS.ratioFrom, bytes.length * LIMITS.ratio)
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK))
      if (length > allowed) return { outcome: 'over', bomb: true }
      if (length > cap) return { outcome: 'over', bomb: false }
    }
    // The end is asked for apart, so that what a cut stream still gave has been counted.
    stream.push(new Uint8Array(0), true)
  } catch (error) {
    // fflate throws on bad data and on an early end; both leave what came before.
    const early = error instanceof Error && error.message === 'unexpected EOF'
    return { outcome: early ? 'short' : 'broken', length }
  }
  const only = pieces[0]
  if (pieces.length === 1 && only !== undefined) return { outcome: 'whole', length, content: only }
  const content = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    content.set(piece, at)
    at += piece.length
  }
  return { outcome: 'whole', length, content }
}
