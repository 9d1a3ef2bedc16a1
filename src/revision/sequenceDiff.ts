/** A stretch of two sequences that is in both, only in the older, or only in the newer. `older` and `newer` are half-open index ranges; one is empty where nothing is. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly older: readonly [number, number]
  readonly newer: readonly [number, number]
}

/** Edits after which the best way so far is taken though it may not be the shortest: it bounds the time, and nobody reads a longer one. */
const MOST_EDITS = 200

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * What leads from one sequence to another, as stretches in order: Myers's O(ND) in linear space, from both ends at once. Items are equal where they are
 * `===`. Time is bounded by about (length of both) × `MOST_EDITS`; beyond it the answer is still right, though longer than need be.
 */
export function sequenceDiff<T>(older: readonly T[], newer: readonly T[]): Stretch[] {
  const [a, b] = numbered(older, newer)
  const removed = new Uint8Array(a.length)
  const added = new Uint8Array(b.length)
  const size = a.length + b.length + 3
  const forward = new Int32Array(2 * size)
  const backward = new Int32Array(2 * size)
  const boxes: Box[] = [{ left: 0, right: a.length, top: 0, bottom: b.length }]
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    let { left, right, top, bottom } = box
    while (left < right && top < bottom && a[left] === b[top]) [left, top] = [left + 1, top + 1]
    while (left < right && top < bottom && a[right - 1] === b[bottom - 1]) [right, bottom] = [right - 1, bottom - 1]
    if (left === right) added.fill(1, top, bottom)
    else if (top === bottom) removed.fill(1, left, right)
    else {
      const [x, y] = middle(a, b, { left, right, top, bottom }, forward, backward)
      boxes.push({ left, right: x, top, bottom: y }, { left: x, right, top: y, bottom })
    }
  }
  return stretches(removed, added)
}

/** Equal items by equal numbers, which compare faster than anything else. */
function numbered<T>(older: readonly T[], newer: readonly T[]): [Int32Array, Int32Array] {
  const numbers = new Map<T, number>()
  const numberOf = (item: T): number => {
    const known = numbers.get(item)
    if (known !== undefined) return known
    numbers.set(item, numbers.size)
    return numbers.size - 1
  }
  return [Int32Array.from(older, numberOf), Int32Array.from(newer, numberOf)]
}

/** A point on the shortest way through a box whose corners differ, or on a good one where that would take too long. */
function middle(a: Int32Array, b: Int32Array, box: Box, forward: Int32Array, backward: Int32Array): [number, number] {
  const { left, right, top, bottom } = box
  const base = forward.length >> 1
  const at = (ways: Int32Array, diagonal: number): number => ways[base + diagonal] ?? 0
  const start = left - top
  const end = right - bottom
  const [least, most] = [left - bottom, right - top]
  const odd = ((start - end) & 1) !== 0
  forward[base + start] = left
  backward[base + end] = right
  let [fromLow, fromHigh, toLow, toHigh] = [start, start, end, end]
  for (let edits = 1; ; edits += 1) {
    if (fromLow > least) forward[base + --fromLow - 1] = -1
    else fromLow += 1
    if (fromHigh < most) forward[base + ++fromHigh + 1] = -1
    else fromHigh -= 1
    for (let diagonal = fromHigh; diagonal >= fromLow; diagonal -= 2) {
      const [below, above] = [at(forward, diagonal - 1), at(forward, diagonal + 1)]
      let x = below >= above ? below + 1 : above
      while (x < right && x - diagonal < bottom && a[x] === b[x - diagonal]) x += 1
      forward[base + diagonal] = x
      if (odd && toLow <= diagonal && diagonal <= toHigh && at(backward, diagonal) <= x) return [x, x - diagonal]
    }
    if (toLow > least) backward[base + --toLow - 1] = right + 1
    else toLow += 1
    if (toHigh < most) backward[base + ++toHigh + 1] = right + 1
    else toHigh -= 1
    for (let diagonal = toHigh; diagonal >= toLow; diagonal -= 2) {
      const [below, above] = [at(backward, diagonal - 1), at(backward, diagonal + 1)]
      let x = below < above ? below : above - 1
      while (x > left && x - diagonal > top && a[x - 1] === b[x - diagonal - 1]) x -= 1
      backward[base + diagonal] = x
      if (!odd && fromLow <= diagonal && diagonal <= fromHigh && x <= at(forward, diagonal)) return [x, x - diagonal]
    }
    if (edits >= MOST_EDITS) return furthest(forward, base, box, fromLow, fromHigh)
  }
}

/** The point that the ways from the start have come furthest to. */
function furthest(forward: Int32Array, base: number, box: Box, low: number, high: number): [number, number] {
  let best: [number, number] = [box.left, box.top]
  for (let diagonal = high; diagonal >= low; diagonal -= 2) {
    const x = Math.min(forward[base + diagonal] ?? 0, box.right)
    const y = Math.min(x - diagonal, box.bottom)
    if (x + y > best[0] + best[1] && x >= box.left && y >= box.top && y + diagonal <= box.right)
      best = [y + diagonal, y]
  }
  return best
}

function stretches(removed: Uint8Array, added: Uint8Array): Stretch[] {
  const found: Stretch[] = []
  let [x, y] = [0, 0]
  while (x < removed.length || y < added.length) {
    const [fromX, fromY] = [x, y]
    const kind = removed[x] === 1 ? 'removed' : added[y] === 1 ? 'added' : 'same'
    if (kind === 'removed') while (removed[x] === 1) x += 1
    else if (kind === 'added') while (added[y] === 1) y += 1
    else while (x < removed.length && removed[x] === 0 && added[y] === 0) [x, y] = [x + 1, y + 1]
    found.push({ kind, older: [fromX, x], newer: [fromY, y] })
  }
  return found
}
