import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { FigureForm } from '@/analysis/kept'
import type { FigureQuestion } from '@/analysis/question'
import { seenOf } from '@/analysis/seen'
import type { Chart } from '@/charts/chart'
import { useDecks } from '@/state/decks'
import { storeErrorText } from '@/state/storeMessages'
import type { NewItem } from '@/store/deckRows'
import { useText } from '../text'

export interface AddToDeck {
  /** Puts what there is to put in at the end; `null` puts in nothing. */
  readonly put: (item: NewItem | null) => Promise<void>
  /** What became of it, `''` before. */
  readonly told: Ref<string>
}

/** A figure as it goes into a deck, with what it says now. */
export const figureItem = (question: FigureQuestion, chart: Chart, form: FigureForm): NewItem => ({
  kind: 'figure',
  question,
  form,
  title: null,
  lines: null,
  seen: seenOf(chart),
})

/** Puts things that are seen somewhere into the deck that is worked on. */
export function useAddToDeck(): AddToDeck {
  const { t, language } = useText()
  const decks = useDecks()
  const told = shallowRef('')

  async function put(item: NewItem | null): Promise<void> {
    if (!item) return
    await decks.load()
    const result = await decks.add([item], t('deck.first'))
    told.value = result.ok
      ? t('deck.added', { name: result.value.name, place: String(result.value.at + 1) })
      : storeErrorText(result.error, language.value)
  }

  return { put, told }
}
