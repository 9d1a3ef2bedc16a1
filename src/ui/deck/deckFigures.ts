import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { askerOfAnswers, dataOfAnswers } from '@/analysis/asker'
import type { Answers, Asker } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { Deck, FigureItem } from '@/analysis/kept'
import { withNotes } from '@/analysis/notesOf'
import { filtersOfQuestion } from '@/analysis/question'
import type { FigureQuestion } from '@/analysis/question'
import { changesSince } from '@/analysis/seen'
import type { SeenChange } from '@/analysis/seen'
import type { FigureSetting } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { useAsked, useCatalogue } from '@/state/answers'
import { useDecks } from '@/state/decks'
import { useNotes } from '@/state/pointNotes'
import { useFigureSettings } from '../figure/setting'

/** A figure of a deck as its question is answered now, or was when the deck was frozen. */
export interface DeckFigure {
  /** `null` where there is nothing to draw, or the kind is not known here. */
  readonly chart: Chart | null
  readonly setting: FigureSetting
  /** What has changed since it was put in; always empty in a frozen deck. */
  readonly changes: readonly SeenChange[]
  /** Why it could not be made; `null` where it could. */
  readonly failure: string | null
}

export interface DeckFigures {
  /** By the item's id; without those still being asked. */
  readonly figures: ComputedRef<ReadonlyMap<string, DeckFigure>>
  readonly pending: ComputedRef<boolean>
  /** Whether every figure has been asked, and its notes are known. */
  readonly whole: ComputedRef<boolean>
  /** The fingerprint of the data that a frozen deck is of; `null` of one that follows. */
  readonly frozenFingerprint: ComputedRef<string | null>
}

const figureItems = (deck: Deck): FigureItem[] => deck.items.filter((item) => item.kind === 'figure')

/** The figures of a deck, following deck and data; of a frozen one those of its kept answers. */
export function useDeckFigures(deck: () => Deck | null): DeckFigures {
  const decks = useDecks()
  const notes = useNotes()
  void notes.load()
  const { value: catalogue } = useCatalogue()
  const kept = shallowRef<{ readonly of: string; readonly answers: Answers | null } | null>(null)

  watch(
    () => {
      const now = deck()
      return now?.frozen == null ? null : { id: now.id, of: `${now.id} ${now.frozen} ${String(now.items.length)}` }
    },
    async (frozen) => {
      kept.value = frozen && { of: frozen.of, answers: await decks.answers(frozen.id) }
    },
    { immediate: true },
  )

  /** Of which data the figures are: those of now, or those that the deck was frozen with. */
  const frozen = computed(() => (deck()?.frozen == null ? null : dataOfAnswers(kept.value?.answers ?? {})))
  const settingOf = useFigureSettings(() => (frozen.value ? frozen.value.catalogue : catalogue.value))

  const question = (): { deck: Deck; answers: Answers | null } | null => {
    const now = deck()
    if (!now) return null
    if (now.frozen === null) return { deck: now, answers: null }
    // Without its answers no figure of a frozen deck can be made, and each says so.
    return kept.value && { deck: now, answers: kept.value.answers ?? {} }
  }
  const { value: asked, pending } = useAsked(question, async (asker, { deck: of, answers }) => {
    const from = answers ? askerOfAnswers(answers) : asker
    const made = await Promise.all(figureItems(of).map(async (item) => [item.id, await madeOf(from, item)] as const))
    return { deck: of.id, made: new Map(made) }
  })

  /** People's notes are drawn wherever a figure goes. */
  const noted = (question: FigureQuestion, chart: Chart): Chart =>
    withNotes({ question, chart, series: catalogue.value?.series ?? [] }, notes.list ?? [])

  const figures = computed(() => {
    const now = deck()
    const answered = asked.value
    if (!now || answered?.deck !== now.id) return new Map<string, DeckFigure>()
    return new Map(
      figureItems(now).flatMap((item): [string, DeckFigure][] => {
        const made = answered.made.get(item.id)
        if (!made) return []
        const chart = made.chart && noted(item.question, made.chart)
        const changes = chart && now.frozen === null ? changesSince(item.seen, chart) : []
        return [[item.id, { ...made, chart, changes, setting: settingOf(filtersOfQuestion(item.question)) }]]
      }),
    )
  })
  return {
    figures,
    pending: computed(() => pending.value),
    frozenFingerprint: computed(() => frozen.value?.fingerprint ?? null),
    whole: computed(() => {
      const now = deck()
      // Nothing goes out without its notes.
      if (now === null || notes.list === null || !catalogue.value) return false
      return figureItems(now).every(({ id }) => figures.value.has(id))
    }),
  }
}

/** One figure; what goes wrong with it does not stop the others. */
async function madeOf(asker: Asker, { question }: FigureItem): Promise<Pick<DeckFigure, 'chart' | 'failure'>> {
  try {
    return { chart: await askFigure(asker, question), failure: null }
  } catch (thrown) {
    return { chart: null, failure: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}
