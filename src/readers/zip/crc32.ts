const TABLE = new Int32Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  TABLE[byte] = remainder
}

/** CRC-32 of zip and gzip; unsigned. A damaged member would give wrong figures without it. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
