import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { swiping } from '@/ui/deck/swiping'

/** A finger put down at the first place and lifted at the second. */
function drawn(from: readonly [number, number], to: readonly [number, number], fingers = 1): number[] {
  const turns: number[] = []
  const on = swiping((by) => turns.push(by))
  const touch = ([clientX, clientY]: readonly [number, number]) => ({ clientX, clientY })
  on.touchstart({ touches: Array.from({ length: fingers }, () => touch(from)), target: null } as unknown as TouchEvent)
  on.touchend({ changedTouches: [touch(to)] } as unknown as TouchEvent)
  return turns
}

beforeEach(() => {
  vi.stubGlobal('Element', EventTarget)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('turns to the next from right to left, back from left to right, and by nothing else', () => {
  expect(drawn([300, 400], [120, 420])).toEqual([1])
  expect(drawn([120, 400], [300, 380])).toEqual([-1])
  expect(drawn([300, 400], [270, 400])).toEqual([])
  expect(drawn([300, 400], [200, 200])).toEqual([])
  expect(drawn([300, 400], [120, 420], 2)).toEqual([])
})
