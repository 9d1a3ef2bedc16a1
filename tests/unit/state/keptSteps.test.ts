import { describe, expect, it } from 'vitest'
import { withoutLast, withStep } from '@/state/keptSteps'
import type { KeptStep } from '@/state/keptSteps'

const step = (key: number, size = 0): KeptStep => ({
  key,
  words: { what: 'freezeDeck', params: {} },
  changes: [{ table: 'deckAnswers', key: 'k', before: null, after: { size } }],
})
const after = (steps: readonly KeptStep[]): number[] =>
  steps.reduce<readonly KeptStep[]>(withStep, []).map(({ key }) => key)

describe('the steps that can be taken back', () => {
  it('are no more than two hundred, the oldest going first', () => {
    const keys = after(Array.from({ length: 230 }, (_, key) => step(key)))
    expect(keys).toEqual(Array.from({ length: 200 }, (_, index) => index + 30))
  })

  it('hold no more together than allowed, but the newest always', () => {
    expect(after([step(1, 30e6), step(2, 30e6), step(3, 1e6)])).toEqual([1, 2, 3])
    expect(after([step(1, 30e6), step(2, 30e6), step(3, 10e6)])).toEqual([2, 3])
    expect(after([step(1), step(2), step(3, 90e6)])).toEqual([3])
    expect(after([step(1), step(2, 90e6), step(3)])).toEqual([3])
  })

  it('lose the last', () => {
    expect(withoutLast([step(1), step(2)])).toEqual([step(1)])
  })
})
