import type { Random } from '@/sample/random'

/** Damages bytes of any format; gives new ones. */
export type ByteMutation = (bytes: Uint8Array, random: Random) => Uint8Array

const spot = (bytes: Uint8Array, random: Random): number => random.int(0, Math.max(0, bytes.length - 1))

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A changed copy: `change` writes into it. */
function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice()
  if (copy.length > 0) change(copy)
  return copy
}

function span(bytes: Uint8Array, random: Random, most: number): readonly [number, number] {
  const from = spot(bytes, random)
  return [from, Math.min(bytes.length, from + random.int(1, most))]
}

export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'bytes flipped': (bytes, random) =>
    changed(bytes, (copy) => {
      for (let left = random.int(1, 12); left > 0; left -= 1) copy[spot(copy, random)] = random.int(0, 255)
    }),
  'bits flipped': (bytes, random) =>
    changed(bytes, (copy) => {
      const at = spot(copy, random)
      copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7))
    }),
  truncated: (bytes, random) => bytes.slice(0, spot(bytes, random)),
  'beginning lost': (bytes, random) => bytes.slice(spot(bytes, random)),
  'span lost': (bytes, random) => {
    const [from, to] = span(bytes, random, 4096)
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  },
  'span doubled': (bytes, random) => {
    const [from, to] = span(bytes, random, 4096)
    return joined(bytes.subarray(0, to), bytes.subarray(from))
  },
  'span of NULs': (bytes, random) =>
    changed(bytes, (copy) => {
      const [from, to] = span(copy, random, 600)
      copy.fill(0, from, to)
    }),
  'noise put in': (bytes, random) => {
    const at = spot(bytes, random)
    const noise = Uint8Array.from({ length: random.int(1, 200) }, () => random.int(0, 255))
    return joined(bytes.subarray(0, at), noise, bytes.subarray(at))
  },
  'numbers overwritten': (bytes, random) =>
    changed(bytes, (copy) => {
      const view = new DataView(copy.buffer)
      for (let left = random.int(1, 6); left > 0 && copy.length > 4; left -= 1) {
        const at = random.int(0, Math.floor((copy.length - 4) / 2)) * 2
        const value = random.pick([
          0xffffffff,
          0x7fffffff,
          0x80000000,
          0,
          1,
          0xfffffffe,
          0x10000,
          random.int(0, 99_999),
        ])
        view.setUint32(at, value, true)
      }
    }),
  'blocks swapped': (bytes, random) =>
    changed(bytes, (copy) => {
      const size = 512
      const blocks = Math.floor(copy.length / size)
      if (blocks < 2) return
      const [one, other] = [random.int(0, blocks - 1) * size, random.int(0, blocks - 1) * size]
      const kept = copy.slice(one, one + size)
      copy.copyWithin(one, other, other + size)
      copy.set(kept, other)
    }),
  'head damaged': (bytes, random) =>
    changed(bytes, (copy) => {
      for (let left = random.int(1, 8); left > 0; left -= 1) {
        const at = random.int(0, Math.min(copy.length, 2048) - 1)
        copy[at] = random.int(0, 255)
      }
    }),
}

/** Bytes of two files, one put into the other. */
export function spliced(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const [at, to] = [spot(bytes, random), spot(bytes, random)]
  const [from, until] = span(other, random, other.length)
  return joined(bytes.subarray(0, at), other.subarray(from, until), bytes.subarray(Math.max(at, to)))
}
