/** Four tables, so that four bytes are taken at a time. */
const TABLE = new Int32Array(1024)
for (let byte = 0; byte < 256; byte += 1) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  TABLE[byte] = remainder
}
for (let at = 256; at < 1024; at += 1) {
  const before = TABLE[at - 256] ?? 0
  TABLE[at] = (TABLE[before & 0xff] ?? 0) ^ (before >>> 8)
}

/** CRC-32 of zip and gzip; unsigned. A damaged member would give wrong figures without it. */
export function crc32(bytes: Uint8Array): number {
  const entry = (index: number): number => TABLE[index] ?? 0
  const byte = (index: number): number => bytes[index] ?? 0
  let crc = -1
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24)
    crc =
      entry(768 + (crc & 0xff)) ^
      entry(512 + ((crc >>> 8) & 0xff)) ^
      entry(256 + ((crc >>> 16) & 0xff)) ^
      entry(crc >>> 24)
  }
  for (; at < bytes.length; at += 1) crc = entry((crc ^ byte(at)) & 0xff) ^ (crc >>> 8)
  return ~crc >>> 0
}
