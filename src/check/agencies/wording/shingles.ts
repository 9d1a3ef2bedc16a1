/** Characters of a shingle: every run of so many characters of a text counts as one of its features. */
export const SHINGLE = 5

/** The hashes (32 bits) of every run of five characters of a text. A plain hash, no secret. `into` takes them, from its beginning, where it is given. */
export function shinglesOf(text: string, into?: Uint32Array): Uint32Array {
  const count = Math.max(0, text.length - SHINGLE + 1)
  const hashes = into?.subarray(0, count) ?? new Uint32Array(count)
  for (let start = 0; start < count; start++) {
    let hash = 0
    for (let offset = 0; offset < SHINGLE; offset++)
      hash = Math.imul(hash ^ text.charCodeAt(start + offset), 0x9e3779b1)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x85ebca6b)
    hashes[start] = hash ^ (hash >>> 13)
  }
  return hashes
}

/** One number for a whole text, from its shingles; two texts with equal ones are taken as the same. */
export function hashOf(text: string): number {
  let hash = text.length
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995) + index
  hash ^= hash >>> 16
  return Math.imul(hash, 0xc2b2ae35) >>> 0
}

/** Sorted, each once. */
export function distinctHashes(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  all.sort()
  let kept = 0
  for (let index = 0; index < all.length; index++)
    if (index === 0 || all[index] !== all[index - 1]) all[kept++] = all[index] ?? 0
  return all.subarray(0, kept)
}

/** How many hashes two sorted lists share. */
export function sharedCount(one: Uint32Array, other: Uint32Array): number {
  let shared = 0
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const a = one[left] ?? 0
    const b = other[right] ?? 0
    if (a === b) shared++
    if (a <= b) left++
    if (b <= a) right++
  }
  return shared
}
