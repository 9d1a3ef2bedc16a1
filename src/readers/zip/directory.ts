import { LIMITS } from '../limits'
import { extraField } from './extra'
import { memberName } from './member-name'

/** One file of a zip archive, as its directory (or, where that is lost, its own header) describes it. Sizes may lie. */
export interface Member {
  readonly name: string
  readonly encrypted: boolean
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly crc: number | null
  readonly compressedSize: number | null
  readonly size: number | null
  /** Position of its compressed bytes. */
  readonly start: number
}

export interface Directory {
  readonly members: readonly Member[]
  /** The archive ends before its directory: members are those whose own headers are there. */
  readonly cut: boolean
  /** Entries beyond the limit, which are not listed. */
  readonly left: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const DESCRIPTOR = 0x08074b50
const END = 0x06054b50
const END_64 = 0x06064b50
const FULL = 0xffffffff

/** Lists a zip archive's files (not its folders). `null` where neither a directory nor any member is to be found. */
export function readDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readCentral(bytes, view) ?? readLocals(bytes, view)
}

function readCentral(bytes: Uint8Array, view: DataView): Directory | null {
  const end = findEnd(view)
  if (end < 0) return null
  let total = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let offset = view.getUint32(end + 16, true)
  let directoryEnd = end
  if (total === 0xffff || size === FULL || offset === FULL) {
    const wide = findEnd64(view, end)
    if (wide >= 0) {
      total = Number(view.getBigUint64(wide + 32, true))
      size = Number(view.getBigUint64(wide + 40, true))
      offset = Number(view.getBigUint64(wide + 48, true))
      directoryEnd = wide
    }
  }
  // Bytes put before the archive (self-extracting) shift every offset.
  const start = directoryEnd - size
  if (start < 0 || size > bytes.length) return null
  const shift = start - offset
  const members: Member[] = []
  let at = start
  let seen = 0
  while (at + 46 <= directoryEnd && view.getUint32(at, true) === CENTRAL) {
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const nameEnd = at + 46 + nameLength
    const next = nameEnd + extraLength + commentLength
    if (next > directoryEnd) break
    seen += 1
    if (members.length < LIMITS.members) {
      const member = centralMember(bytes, view, at, nameEnd, extraLength, shift)
      if (member !== null) members.push(member)
    }
    at = next
  }
  if (seen === 0 && total > 0) return null
  // A directory that ends early is a damaged archive: its own headers may know more.
  if (seen < Math.min(total, LIMITS.members)) return readLocals(bytes, view)
  return { members, cut: false, left: Math.max(0, seen - LIMITS.members) }
}

function centralMember(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameEnd: number,
  extraLength: number,
  shift: number,
): Member | null {
  const flags = view.getUint16(at + 8, true)
  const extra = bytes.subarray(nameEnd, nameEnd + extraLength)
  const name = memberName(bytes.subarray(at + 46, nameEnd), extra, flags)
  if (/[/\\]$/u.test(name)) return null
  let compressedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  const wide = extraField(extra, 0x0001)
  if (wide !== null) {
    let position = 0
    const take = (): number => {
      const value = position + 8 <= wide.byteLength ? Number(wide.getBigUint64(position, true)) : FULL
      position += 8
      return value
    }
    if (size === FULL) size = take()
    if (compressedSize === FULL) compressedSize = take()
    if (offset === FULL) offset = take()
  }
  const local = offset + shift
  const known = local >= 0 && local + 30 <= bytes.length && view.getUint32(local, true) === LOCAL
  return {
    name,
    encrypted: (flags & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    start: known ? local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true) : bytes.length,
  }
}

/** Walks the members' own headers from the front, as far as they lead. */
function readLocals(bytes: Uint8Array, view: DataView): Directory | null {
  const members: Member[] = []
  let at = 0
  while (at + 30 <= bytes.length && members.length < LIMITS.members) {
    if (view.getUint32(at, true) !== LOCAL) {
      at = nextHeader(bytes, at + 1)
      if (at < 0) break
      continue
    }
    const flags = view.getUint16(at + 6, true)
    const nameEnd = at + 30 + view.getUint16(at + 26, true)
    const start = nameEnd + view.getUint16(at + 28, true)
    if (nameEnd > bytes.length) break
    // Writers that stream put the sizes behind the data.
    const sizes =
      (flags & 8) !== 0
        ? findDescriptor(bytes, view, start)
        : {
            crc: view.getUint32(at + 14, true),
            compressedSize: view.getUint32(at + 18, true),
            size: view.getUint32(at + 22, true),
          }
    const name = memberName(bytes.subarray(at + 30, nameEnd), bytes.subarray(nameEnd, start), flags)
    const member = { name, encrypted: (flags & 1) === 1, method: view.getUint16(at + 8, true), ...sizes, start }
    if (!/[/\\]$/u.test(name)) members.push(member)
    at = sizes.compressedSize === null ? nextHeader(bytes, start) : start + sizes.compressedSize
    if (at < 0) break
  }
  return members.length === 0 ? null : { members, cut: true, left: 0 }
}

interface Sizes {
  readonly crc: number | null
  readonly compressedSize: number | null
  readonly size: number | null
}

/** The record behind a streamed member's data that tells its sizes; it is the one whose compressed size leads to itself. */
function findDescriptor(bytes: Uint8Array, view: DataView, start: number): Sizes {
  for (let at = bytes.indexOf(0x50, start); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    const signature = view.getUint32(at, true)
    if (signature === LOCAL) break
    if (signature !== DESCRIPTOR) continue
    const compressedSize = view.getUint32(at + 8, true)
    if (compressedSize === at - start)
      return { crc: view.getUint32(at + 4, true), compressedSize, size: view.getUint32(at + 12, true) }
  }
  return { crc: null, compressedSize: null, size: null }
}

/** Position of the next local header's signature, -1 where there is none. */
function nextHeader(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0x50, from)
  while (at >= 0 && !(bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4))
    at = bytes.indexOf(0x50, at + 1)
  return at
}

/** Position of the end record, which a comment of up to 64 KB may follow; -1 where there is none. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at
  return -1
}

function findEnd64(view: DataView, end: number): number {
  // The locator says where, but self-extracting prefixes make it wrong; the record stands just before it.
  for (let at = end - 20 - 56; at >= Math.max(0, end - 20 - 4096); at -= 1) {
    if (view.getUint32(at, true) === END_64) return at
  }
  return -1
}
