import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { askAbsences } from '@/analysis/absences'
import type { Absences } from '@/analysis/absences'
import type { Answers, Asker } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import { filterOf } from '@/analysis/filter'
import type { Deck, FigureItem } from '@/analysis/kept'
import { askerOfAnswers, dataOfAnswers } from '@/analysis/keptAnswers'
import { withNotes } from '@/analysis/notesOf'
import { filtersOfQuestion } from '@/analysis/question'
import type { FigureQuestion } from '@/analysis/question'
import { changesSince } from '@/analysis/seen'
import type { SeenChange } from '@/analysis/seen'
import type { FigureSetting } from '@/charts/caption'
import type { Chart } from '@/charts/chart'
import { tried } from '@/charts/tried'
import type { Label } from '@/form/version'
import { useAsked, useCatalogue } from '@/state/answers'
import { useDecks } from '@/state/decks'
import { useNotes } from '@/state/pointNotes'
import { useAbsenceReadings } from '../analysis/absences'
import { useFigureSettings } from '../figure/setting'
import { useText } from '../text'

/** A figure of a deck as its question is answered now, or was when the deck was frozen. */
export interface DeckFigure {
  /** `null` where there is nothing to draw, or the kind is not known here. */
  readonly chart: Chart | null
  readonly setting: FigureSetting
  /** What has changed since it was put in; always empty in a frozen deck. */
  readonly changes: readonly SeenChange[]
  /** Why no report matches; empty where some do, and of a frozen deck, which keeps no answer to that. */
  readonly absences: readonly Label[]
  /** Why it could not be made; `null` where it could. */
  readonly failure: Error | null
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
  const { language } = useText()
  void notes.load()
  const { value: catalogue } = useCatalogue()
  const absenceReadings = useAbsenceReadings()
  const kept = shallowRef<{ readonly of: string; readonly answers: Answers } | null>(null)

  watch(
    () => frozenOf(deck()),
    async (of) => {
      const id = deck()?.id
      if (of === null || id === undefined) return
      // Without its answers no figure of a frozen deck can be made, and each says so.
      kept.value = { of, answers: (await decks.answers(id)) ?? {} }
    },
    { immediate: true },
  )

  /** Kept answers of this very deck: those of another one may still be there. */
  const answersNow = computed(() => (kept.value?.of === frozenOf(deck()) ? kept.value.answers : null))
  /** Of which data the figures are: those of now, or those that the deck was frozen with. */
  const frozen = computed(() => (deck()?.frozen == null ? null : dataOfAnswers(answersNow.value ?? {})))
  const settingOf = useFigureSettings(() => (frozen.value ? frozen.value.catalogue : catalogue.value))

  const question = (): { deck: Deck; answers: Answers | null } | null => {
    const now = deck()
    if (!now) return null
    if (now.frozen === null) return { deck: now, answers: null }
    return answersNow.value && { deck: now, answers: answersNow.value }
  }
  const { value: asked, pending } = useAsked(question, async (asker, { deck: of, answers }) => {
    const from = answers ? askerOfAnswers(answers) : asker
    const made = await Promise.all(
      figureItems(of).map(async (item) => [item.id, await madeOf(from, item, answers === null)] as const),
    )
    return { deck: of.id, frozen: of.frozen, made: new Map(made) }
  })

  /** People's notes are drawn wherever a figure goes: in a frozen deck those that stood on it then. */
  const noted = (question: FigureQuestion, chart: Chart): Chart => {
    const then = frozen.value
    return then
      ? withNotes({ question, chart, series: then.catalogue?.series ?? [] }, then.notes)
      : withNotes({ question, chart, series: catalogue.value?.series ?? [] }, notes.list ?? [])
  }

  const figures = computed(() => {
    const now = deck()
    const answered = asked.value
    if (!now || answered?.deck !== now.id || answered.frozen !== now.frozen) return new Map<string, DeckFigure>()
    return new Map(
      figureItems(now).flatMap((item): [string, DeckFigure][] => {
        const made = answered.made.get(item.id)
        if (!made) return []
        const absences = made.absences ? absenceReadings(made.absences) : []
        const said = made.chart && (absences.length > 0 ? { ...made.chart, readings: absences } : made.chart)
        const chart = said && noted(item.question, said)
        const changes = chart && now.frozen === null ? changesSince(item.seen, chart, language.value) : []
        return [[item.id, { ...made, chart, absences, changes, setting: settingOf(filtersOfQuestion(item.question)) }]]
      }),
    )
  })
  return {
    figures,
    pending: computed(() => pending.value),
    frozenFingerprint: computed(() => frozen.value?.fingerprint ?? null),
    whole: computed(() => {
      const now = deck()
      if (now === null) return false
      // Nothing goes out without its notes.
      if (now.frozen === null && (notes.list === null || !catalogue.value)) return false
      return figureItems(now).every(({ id }) => figures.value.has(id))
    }),
  }
}

/** Which answers a deck needs, as often as they may be others; `null` of one that follows. */
const frozenOf = (deck: Deck | null): string | null =>
  deck?.frozen == null ? null : `${deck.id} ${deck.frozen} ${String(deck.items.length)}`

/** One figure; what goes wrong with it does not stop the others. */
async function madeOf(
  asker: Asker,
  { question }: FigureItem,
  follows: boolean,
): Promise<Pick<DeckFigure, 'chart' | 'failure'> & { readonly absences: Absences | null }> {
  try {
    const chart = await askFigure(asker, question)
    const isEmpty = follows && (chart === null || chart.basis.reports === 0)
    const absences = isEmpty ? await askAbsences(asker, filterOf(filtersOfQuestion(question))) : null
    return { chart: chart && tried(chart), absences, failure: null }
  } catch (thrown) {
    return { chart: null, absences: null, failure: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }
}
