/** Round constants of FIPS 180-4: the fractional parts of the cube roots of the first 64 primes. */
const K = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const INITIAL = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))
const BLOCK = 64

/**
 * SHA-256 (FIPS 180-4) fed piece by piece. The browser's own is absent on plain http, which is where this program mostly runs.
 */
export class Sha256 {
  readonly #state = INITIAL.slice()
  readonly #words = new Uint32Array(64)
  readonly #rest = new Uint8Array(BLOCK)
  #restLength = 0
  #length = 0

  update(bytes: Uint8Array): this {
    this.#length += bytes.length
    let offset = 0
    if (this.#restLength > 0) {
      offset = Math.min(BLOCK - this.#restLength, bytes.length)
      this.#rest.set(bytes.subarray(0, offset), this.#restLength)
      this.#restLength += offset
      if (this.#restLength < BLOCK) return this
      this.#block(this.#rest, 0)
    }
    for (; offset + BLOCK <= bytes.length; offset += BLOCK) this.#block(bytes, offset)
    this.#rest.set(bytes.subarray(offset))
    this.#restLength = bytes.length - offset
    return this
  }

  /** The digest in lower-case hexadecimal. Ends the computation. */
  hex(): string {
    const padded = new Uint8Array(this.#restLength < 56 ? BLOCK : 2 * BLOCK)
    padded.set(this.#rest.subarray(0, this.#restLength))
    padded[this.#restLength] = 0x80
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(this.#length / 0x2000_0000))
    view.setUint32(padded.length - 4, (this.#length << 3) >>> 0)
    for (let offset = 0; offset < padded.length; offset += BLOCK) this.#block(padded, offset)
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('')
  }

  #block(bytes: Uint8Array, offset: number): void {
    const words = this.#words
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, BLOCK)
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(index * 4)
    for (let index = 16; index < 64; index++) {
      const early = word(words, index - 15)
      const late = word(words, index - 2)
      const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
      const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
      words[index] = word(words, index - 16) + s0 + word(words, index - 7) + s1
    }
    const state = this.#state
    let [a, b, c, d] = [word(state, 0), word(state, 1), word(state, 2), word(state, 3)]
    let [e, f, g, h] = [word(state, 4), word(state, 5), word(state, 6), word(state, 7)]
    for (let index = 0; index < 64; index++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      const chosen = (e & f) ^ (~e & g)
      const first = (h + s1 + chosen + word(K, index) + word(words, index)) | 0
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    const next = [a, b, c, d, e, f, g, h]
    for (let index = 0; index < 8; index++) state[index] = word(state, index) + (next[index] ?? 0)
  }
}

/** SHA-256 of `bytes` in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return new Sha256().update(bytes).hex()
}

function word(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}

function rotate(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits))
}

function fraction(root: number): number {
  return (root - Math.floor(root)) * 0x1_0000_0000
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
}
