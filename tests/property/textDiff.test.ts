import fc from 'fast-check'
import { describe, it } from 'vitest'
import { sequenceDiff } from '@/revision/sequenceDiff'
import { textDiff, textOf } from '@/revision/textDiff'

/** Few signs, so that there is much to find again; digits, blanks, lines and halves of pairs besides. */
const text = fc
  .array(fc.constantFrom('政', '府', '信', '息', '1', '2', ',', ' ', '\n', 'ab', '\ud842\udfb7', '\ud800'), {
    maxLength: 60,
  })
  .map((signs) => signs.join(''))

describe('a diff applied to the old gives the new, in Node', () => {
  it('for any two texts, and gives the old back', () => {
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const diff = textDiff(older, newer)
        return textOf(diff, 'older') === older && textOf(diff, 'newer') === newer
      }),
      { numRuns: 3000 },
    )
  })

  it('for any two sequences, with stretches that join without a gap and are equal where they say so', () => {
    const items = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 900 })
    fc.assert(
      fc.property(items, items, (older, newer) => {
        let [x, y] = [0, 0]
        for (const { kind, older: from, newer: to } of sequenceDiff(older, newer)) {
          if (from[0] !== x || to[0] !== y || (from[1] === x && to[1] === y)) return false
          if (kind === 'same' && older.slice(...from).join() !== newer.slice(...to).join()) return false
          if (kind === 'removed' ? to[1] !== y : kind === 'added' && from[1] !== x) return false
          ;[x, y] = [from[1], to[1]]
        }
        return x === older.length && y === newer.length
      }),
      { numRuns: 400 },
    )
  })

  it('is as short as the longest common subsequence allows, where few things changed', () => {
    const items = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 })
    fc.assert(
      fc.property(items, items, (older, newer) => {
        const kept = sequenceDiff(older, newer).reduce(
          (sum, { kind, older: [from, to] }) => sum + (kind === 'same' ? to - from : 0),
          0,
        )
        return kept === longestCommon(older, newer)
      }),
      { numRuns: 1000 },
    )
  })
})

/** By the table of all prefixes. */
function longestCommon(one: readonly number[], other: readonly number[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const item of one) {
    const next = [0]
    for (const [index, match] of other.entries())
      next.push(item === match ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row[other.length] ?? 0
}
