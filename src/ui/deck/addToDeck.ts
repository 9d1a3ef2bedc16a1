import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { FigureForm } from '@/analysis/kept'
import type { FigureQuestion } from '@/analysis/question'
import { seenOf } from '@/analysis/seen'
import type { Chart } from '@/charts/chart'
import { useDecks } from '@/state/decks'
import { storeErrorText } from '@/state/storeMessages'
import { useText } from '../text'

export interface AddToDeck {
  readonly add: () => Promise<void>
  /** What became of it, `''` before. */
  readonly told: Readonly<Ref<string>>
}

/** Puts one figure as it stands into the deck that is worked on. */
export function useAddToDeck(
  figure: () => { readonly question: FigureQuestion; readonly chart: Chart; readonly form: FigureForm } | null,
): AddToDeck {
  const { t, language } = useText()
  const decks = useDecks()
  const told = shallowRef('')

  async function add(): Promise<void> {
    const now = figure()
    if (!now) return
    await decks.load()
    const { question, chart, form } = now
    const item = { kind: 'figure', question, form, title: null, lines: null, seen: seenOf(chart) } as const
    const result = await decks.add([item], t('deck.first'))
    told.value = result.ok
      ? t('deck.added', { name: result.value.name, place: String(result.value.at + 1) })
      : storeErrorText(result.error, language.value)
  }

  return { add, told }
}
