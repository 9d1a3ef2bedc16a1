import { deflateSync } from 'fflate'
import { encodeGb18030 } from './gb18030'

interface Member {
  readonly path: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
/** 1 January 1980, the first day that a zip can name. */
const DAY = 0x21

/** A zip archive as old Chinese programs write it: names in GBK, and no mark that says so. */
export function zipOldStyle(members: readonly Member[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, bytes } of members) {
    const name = encodeGb18030(path)
    const packed = deflateSync(bytes, { level: 1 })
    const shared = [20, 0, DEFLATED, 0, DAY].map(half)
    const sizes = [crc32(bytes), packed.length, bytes.length].map(word)
    const local = joined([word(LOCAL), ...shared, ...sizes, half(name.length), half(0), name, packed])
    parts.push(local)
    directory.push(
      joined([
        word(CENTRAL),
        half(20),
        ...shared,
        ...sizes,
        half(name.length),
        ...[0, 0, 0, 0].map(half),
        word(0),
        word(offset),
        name,
      ]),
    )
    offset += local.length
  }
  const central = joined(directory)
  const end = [
    half(0),
    half(0),
    half(members.length),
    half(members.length),
    word(central.length),
    word(offset),
    half(0),
  ]
  return joined([...parts, central, word(END), ...end])
}

function half(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8)
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let code = index
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1
  return code
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
