import { computed, ref, watch } from 'vue'
import { askerOf } from '@/analysis/asker'
import { frozenAnswers } from '@/analysis/freezing'
import { seenOf } from '@/analysis/seen'
import { useDecks } from '@/state/decks'
import { useEngine } from '@/state/engine'
import { useNotes } from '@/state/pointNotes'
import type { Result } from '@/report/report'
import { storeErrorText } from '@/state/storeMessages'
import type { StoreError } from '@/store/storeError'
import { useText } from '../text'
import { useUndo } from '../undo'
import { useDeckFigures } from './deckFigures'

/** What is done on the page of decks: the item that is looked at, what becomes of it, and what was said of it. */
export function useDeckWork() {
  const { language } = useText()
  const decks = useDecks()
  const engine = useEngine()
  const people = useNotes()
  const { turn, told, failure } = useUndo()
  void decks.load()

  const deck = computed(() => decks.current)
  const { figures, pending, whole, frozenFingerprint } = useDeckFigures(() => deck.value)
  const chosen = ref<string | null>(null)

  const items = computed(() => deck.value?.items ?? [])
  /** Where nothing is chosen, the first that has something to look at. */
  const at = computed(() => {
    const own = items.value.findIndex(({ id }) => id === chosen.value)
    return own >= 0
      ? own
      : Math.max(
          0,
          items.value.findIndex(({ kind }) => kind !== 'section'),
        )
  })
  const item = computed(() => items.value[at.value] ?? null)
  // What is taken out leaves the selection where it stood.
  watch(item, (now) => {
    chosen.value = now?.id ?? null
  })

  async function say<T>(work: Promise<Result<T, StoreError>>): Promise<T | null> {
    const result = await work
    failure.value = result.ok ? '' : storeErrorText(result.error, language.value)
    return result.ok ? result.value : null
  }

  async function freeze(on: boolean): Promise<void> {
    const now = deck.value
    if (!now) return
    if (!on) {
      await say(decks.unfreeze(now.id))
      return
    }
    const asker = askerOf(engine)
    const questions = now.items.flatMap((one) => (one.kind === 'figure' ? [one.question] : []))
    const [{ text: fingerprint }] = await Promise.all([engine.fingerprint(), people.load()])
    await say(decks.freeze(now.id, await frozenAnswers(asker, questions, { fingerprint, notes: people.list ?? [] })))
  }

  /** Items whose figures are others now than when they were put in. */
  const changed = computed(() => items.value.filter(({ id }) => (figures.value.get(id)?.changes.length ?? 0) > 0))

  async function accept(ids: readonly string[]): Promise<void> {
    const now = deck.value
    if (!now) return
    const seen = ids.flatMap((id) => {
      const chart = figures.value.get(id)?.chart
      return chart ? [[id, seenOf(chart)] as const] : []
    })
    await say(decks.accept(now.id, Object.fromEntries(seen)))
  }

  return {
    decks,
    deck,
    figures,
    pending,
    whole,
    frozenFingerprint,
    items,
    at,
    item,
    chosen,
    changed,
    told,
    failure,
    say,
    turn,
    freeze,
    accept,
    step: (by: number): void => {
      chosen.value = items.value[Math.min(items.value.length - 1, Math.max(0, at.value + by))]?.id ?? null
    },
    move: (to: number): void => {
      if (item.value && to >= 0 && to < items.value.length) void say(decks.move(item.value.id, to))
    },
    takeOut: (): void => {
      const out = item.value
      if (!out) return
      chosen.value = (items.value[at.value + 1] ?? items.value[at.value - 1])?.id ?? null
      void say(decks.removeItem(out.id))
    },
  }
}
