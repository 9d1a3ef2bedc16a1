import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { searchByName } from '../nameMatch'
import type { NameTexts } from '../nameMatch'

/** Milliseconds of work at a stretch: pinyin takes longer, over thousands of names, than a page may stand still. */
const STRETCH = 8

/** What is typed, found among items as `findByName` does, a stretch at a time; until it is known what was found last stays. All items while nothing is typed. */
export function useNameSearch<T>(
  items: () => readonly T[],
  typed: () => string,
  texts: NameTexts<T>,
): ComputedRef<readonly T[]> {
  const found = shallowRef<readonly T[]>(items())
  let turn = 0

  async function search(all: readonly T[], wanted: string): Promise<void> {
    const mine = ++turn
    const steps = searchByName(all, wanted, texts)
    let began = performance.now()
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        found.value = step.value
        return
      }
      if (performance.now() - began < STRETCH) continue
      await new Promise((resolve) => {
        setTimeout(resolve, 0)
      })
      if (mine !== turn) return
      began = performance.now()
    }
  }

  watch(
    [items, typed] as const,
    ([all, wanted]) => {
      if (wanted.trim() !== '') void search(all, wanted)
      else {
        turn++
        found.value = all
      }
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => {
    turn++
  })
  return computed(() => (typed().trim() === '' ? items() : found.value))
}
