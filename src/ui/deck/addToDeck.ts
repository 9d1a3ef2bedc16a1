import { inject, provide, shallowRef } from 'vue'
import type { InjectionKey, Ref, ShallowRef } from 'vue'
import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { FigureForm } from '@/analysis/kept'
import type { FigureQuestion } from '@/analysis/question'
import { seenOf } from '@/analysis/seen'
import type { Chart } from '@/charts/chart'
import { useDecks } from '@/state/decks'
import { useEngine } from '@/state/engine'
import { storeErrorText } from '@/state/storeMessages'
import { usePageKeys } from '../pageKeys'
import { useText } from '../text'

/** A figure of the page that can be put into a deck. */
interface Addable {
  readonly add: () => Promise<void>
}

const KEY: InjectionKey<ShallowRef<Addable | null>> = Symbol('the figure that a key puts into the deck')

/** From here on down `P` puts the figure that is pointed at, or that has the focus, into the deck (会议夹). */
export function provideDeckKey(): void {
  const current = shallowRef<Addable | null>(null)
  provide(KEY, current)
  usePageKeys({ keys: { p: 'add' }, going: new Set<'add'>() }, () => void current.value?.add())
}

export interface AddToDeck extends Addable {
  /** What became of it, `''` before. */
  readonly told: Readonly<Ref<string>>
  /** Tells that the key means this figure, or no longer. */
  readonly point: (on: boolean) => void
}

/** Puts one figure as it stands into the deck that is worked on. */
export function useAddToDeck(
  figure: () => { readonly question: FigureQuestion; readonly chart: Chart; readonly form: FigureForm } | null,
): AddToDeck {
  const { t, language } = useText()
  const decks = useDecks()
  const engine = useEngine()
  const told = shallowRef('')
  const current = inject(KEY, shallowRef(null))

  async function add(): Promise<void> {
    const now = figure()
    if (!now) return
    await decks.load()
    const { question, chart, form } = now
    const answers = decks.current?.frozen == null ? undefined : await answersTo(question)
    const item = { kind: 'figure', question, form, title: null, lines: null, seen: seenOf(chart) } as const
    const result = await decks.add([item], t('deck.first'), answers ? { answers } : {})
    told.value = result.ok
      ? t('deck.added', { name: result.value.name, place: String(result.value.at + 1) })
      : storeErrorText(result.error, language.value)
  }

  /** A frozen deck keeps what its new figure is made of, too. */
  async function answersTo(question: FigureQuestion) {
    const asker = askerOf(engine)
    await askFigure(asker, question)
    return asker.answers()
  }

  const addable: Addable = { add }
  return {
    add,
    told,
    point: (on) => {
      if (on) current.value = addable
      else if (current.value === addable) current.value = null
    },
  }
}
