import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Answers } from '@/analysis/asker'
import type { Deck, DeckFormat, DeckTemplate, SeenFigures, WholeDeck } from '@/analysis/kept'
import { acceptSeen, addItems, changeItem, deleteItem, moveItem } from '@/store/deckItems'
import type { Appended, ItemPatch } from '@/store/deckItems'
import type { NewItem } from '@/store/deckRows'
import {
  changeDeck,
  createDeck,
  deckAnswers,
  deleteDeck,
  duplicateDeck,
  freezeDeck,
  listDecks,
  readDeckOf,
  unfreezeDeck,
  wholeDeck,
} from '@/store/decks'
import type { DeckSummary, NewDeck } from '@/store/decks'
import type { Result } from '@/report/report'
import type { StoreError } from '@/store/storeError'
import { useDatabase } from './database'
import { useKeptHistory } from './keptHistory'
import { keptReading, reused } from './keptReading'
import { usePreferences } from './preferences'

type Done<T> = Promise<Result<T, StoreError>>

/**
 * Decks (会议夹) of the shown database, and the one that is worked on: the one chosen last in this browser, else the one changed last. Follows every change
 * of the store once `load` was called.
 */
export const useDecks = defineStore('decks', () => {
  const database = useDatabase()
  const preferences = usePreferences()
  const history = useKeptHistory()
  const { shown, load } = keptReading(
    async (store): Promise<Decks> => {
      const list = await listDecks(store)
      const id = chosenOf(list, preferences.decks[database.id])
      return { list, current: id === null ? null : await readDeckOf(store, id) }
    },
    (before, after) => ({
      list: reused(before.list, after.list),
      current: after.current && withReused(before.current, after.current),
    }),
  )
  const list = computed(() => shown.value?.list ?? null)
  const current = computed(() => shown.value?.current ?? null)

  function choose(id: string): void {
    preferences.decks = { ...preferences.decks, [database.id]: id }
  }

  /** Works on another deck. */
  async function open(id: string): Promise<void> {
    choose(id)
    await load()
  }

  /** Lets a new deck be the one that is worked on. */
  async function opening<T>(work: Done<T>, deckOf: (value: T) => string): Done<T> {
    const result = await work
    if (result.ok) await open(deckOf(result.value))
    return result
  }

  /** Puts items at the end of a deck, the current one unless another is named; where there is none, into a new one of the name `otherwise`. */
  async function add(items: readonly NewItem[], otherwise: string, { deck, at }: AddOptions = {}): Done<Appended> {
    if (list.value === null) await load()
    const added = await history.run(
      (store) => {
        // Looked up when it is this step's turn: the one before may have made the deck.
        const into = deck ?? current.value?.id
        const target = into === undefined ? { newDeck: otherwise } : { deck: into, ...(at !== undefined && { at }) }
        return addItems(store, target, items)
      },
      ({ name, items: own }) => ({ what: 'addItems', params: { name, n: own.length } }),
    )
    if (added.ok && deck === undefined) choose(added.value.deck)
    return added
  }

  async function reading<T>(read: (store: Parameters<typeof wholeDeck>[0]) => Promise<T>): Promise<T | null> {
    const opened = await database.open()
    return opened.ok ? read(opened.value) : null
  }

  return {
    /** Without their items, the oldest first; `null` until read. */
    list,
    /** The deck that is worked on, without the answers of a frozen one; `null` until read, and where there is none. Items that did not change stay the same objects. */
    current,
    load,
    open,
    /** Makes a deck with all that it begins with, and works on it. */
    create: (deck: NewDeck) =>
      opening(
        history.run(
          (store) => createDeck(store, deck),
          ({ name }) => ({ what: 'createDeck', params: { name } }),
        ),
        ({ id }) => id,
      ),
    /** Copies a deck under another name, and works on the copy. */
    duplicate: (id: string, name: string) =>
      opening(
        history.run(
          (store) => duplicateDeck(store, id, name),
          () => ({ what: 'duplicateDeck', params: { name } }),
        ),
        (deck) => deck.id,
      ),
    rename: (id: string, name: string) =>
      history.run(
        (store) => changeDeck(store, id, { name }),
        (head) => ({ what: 'renameDeck', params: { name: head.name } }),
      ),
    setFormat: (id: string, format: DeckFormat) =>
      history.run(
        (store) => changeDeck(store, id, { format }),
        ({ name }) => ({ what: 'formatDeck', params: { name } }),
      ),
    setTemplate: (id: string, template: DeckTemplate) =>
      history.run(
        (store) => changeDeck(store, id, { template }),
        ({ name }) => ({ what: 'templateDeck', params: { name } }),
      ),
    remove: (id: string) =>
      history.run(
        (store) => deleteDeck(store, id),
        ({ name }) => ({ what: 'deleteDeck', params: { name } }),
      ),
    /** Freezes a deck with the answers that all of its figures were just made of. */
    freeze: (id: string, answers: Answers) =>
      history.run(
        (store) => freezeDeck(store, id, answers),
        ({ name }) => ({ what: 'freezeDeck', params: { name } }),
      ),
    unfreeze: (id: string) =>
      history.run(
        (store) => unfreezeDeck(store, id),
        ({ name }) => ({ what: 'unfreezeDeck', params: { name } }),
      ),
    /** The answers of a frozen deck; `null` where the database cannot be read. */
    answers: (id: string): Promise<Answers | null> => reading((store) => deckAnswers(store, id)),
    /** A deck with its answers, to be written to a file; `null` where there is none. */
    whole: (id: string): Promise<WholeDeck | null> => reading((store) => wholeDeck(store, id)),
    add,
    /** Puts an item at a place of its deck, counted from 0. */
    move: (item: string, to: number) =>
      history.run(
        (store) => moveItem(store, item, to),
        () => ({ what: 'moveItem', params: { to: to + 1 } }),
      ),
    /** Changes title, lines, form or question of an item, or what was seen of it. */
    change: (item: string, patch: ItemPatch) =>
      history.run(
        (store) => changeItem(store, item, patch),
        () => ({ what: 'changeItem', params: {} }),
      ),
    removeItem: (item: string) =>
      history.run(
        (store) => deleteItem(store, item),
        () => ({ what: 'deleteItem', params: {} }),
      ),
    /** Takes figures as they stand now, by the item's id, for seen. Gives how many. */
    accept: (deck: string, seen: Readonly<Record<string, SeenFigures>>) =>
      history.run(
        (store) => acceptSeen(store, deck, seen),
        (n) => ({ what: 'acceptSeen', params: { n } }),
      ),
  }
})

interface Decks {
  readonly list: readonly DeckSummary[]
  readonly current: Deck | null
}

interface AddOptions {
  readonly deck?: string
  /** Before the item that stands there now, counted from 0; absent: at the end. */
  readonly at?: number
}

function chosenOf(decks: readonly DeckSummary[], remembered: string): string | null {
  if (decks.some(({ id }) => id === remembered)) return remembered
  return (
    decks.reduce<DeckSummary | null>((last, deck) => (last && last.changed >= deck.changed ? last : deck), null)?.id ??
    null
  )
}

function withReused(before: Deck | null, after: Deck): Deck {
  if (before?.id !== after.id) return after
  const known = new Map(before.items.map((item) => [item.id, item]))
  const items = after.items.map((item) => reused(known.get(item.id) ?? item, item))
  return reused(before, { ...after, items })
}
