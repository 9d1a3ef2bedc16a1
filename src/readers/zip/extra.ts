/** The data of one extra field of a zip member, `null` where it has none of that kind. */
export function extraField(extra: Uint8Array, kind: number): DataView | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  let at = 0
  while (at + 4 <= extra.length) {
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > extra.length) return null
    if (view.getUint16(at, true) === kind) return new DataView(extra.buffer, extra.byteOffset + at + 4, length)
    at += 4 + length
  }
  return null
}
