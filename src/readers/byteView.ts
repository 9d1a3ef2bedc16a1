/** Little-endian numbers of a stretch of bytes. What lies beyond its end reads as 0, so that damage never throws. */
export class ByteView {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0
  }

  i16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at, true) : 0
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0
  }

  /** The bytes from `from` to before `to`, as far as there are any. */
  part(from: number, to: number): ByteView {
    return new ByteView(this.bytes.subarray(Math.max(0, from), Math.max(0, to)))
  }

  /** `count` UTF-16 units. */
  utf16(at: number, count: number): string {
    const end = Math.min(at + count * 2, this.length - 1)
    let text = ''
    for (let from = at; from < end; from += CHUNK) {
      const units: number[] = []
      for (let unit = from; unit < Math.min(from + CHUNK, end); unit += 2) units.push(this.u16(unit))
      text += String.fromCharCode(...units)
    }
    return text
  }
}

/** Bytes that are turned into text at once. */
const CHUNK = 8192
