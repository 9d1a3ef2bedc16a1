import { ref } from 'vue'
import type { Ref } from 'vue'
import { useKeptHistory } from '@/state/keptHistory'
import { storeErrorText } from '@/state/storeMessages'
import { useText } from './text'

export interface Undo {
  /** Takes the latest step on views, notes and decks back, or does it again. */
  readonly turn: (way: 'undo' | 'redo') => Promise<void>
  /** What was taken back or done again, `''` before. */
  readonly told: Ref<string>
  /** Why it was not, `''` where it was. */
  readonly failure: Ref<string>
}

/** Going back and forth in what was kept, and saying so. */
export function useUndo(): Undo {
  const { t, language } = useText()
  const history = useKeptHistory()
  const told = ref('')
  const failure = ref('')

  async function turn(way: 'undo' | 'redo'): Promise<void> {
    const result = await history[way]()
    failure.value = result.ok ? '' : storeErrorText(result.error, language.value)
    if (!result.ok) return
    const step = result.value
    const params = { step: step ? t(`kept.steps.${step.words.what}`, step.words.params) : '' }
    told.value = step ? t(way === 'undo' ? 'kept.undone' : 'kept.redone', params) : t(`kept.nothing.${way}`)
  }
  return { turn, told, failure }
}
