import Dexie from 'dexie'
import type { Answers } from '../analysis/asker'
import type { Deck, DeckHead, WholeDeck } from '../analysis/kept'
import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readDeckHead, readItem } from '../analysis/readDeck'
import type { Store, StoreDatabase } from './db'
import { answerRows, answersOf, headOf, itemRow, itemsOf, putHead } from './deckRows'
import type { NewItem } from './deckRows'
import { changeKept } from './keptChanges'
import type { KeptResult, KeptWriter } from './keptChanges'
import { newId } from './keptIds'
import { Refusal, storeError } from './storeError'

/** A deck as a list shows it. */
export interface DeckSummary extends DeckHead {
  /** How many items it has. */
  readonly items: number
}

/** What a deck is made of; what is not given is empty or the default. */
export interface NewDeck extends Partial<Omit<DeckHead, 'id' | 'name' | 'made' | 'changed'>> {
  readonly name: string
  readonly items?: readonly NewItem[]
  /** Of a frozen one. */
  readonly answers?: Answers
}

/** All decks, the oldest first, without what is in them. */
export async function listDecks({ db }: Store): Promise<DeckSummary[]> {
  return db.transaction('r', [db.decks, db.deckItems], async () => {
    const rows: readonly unknown[] = await db.decks.toArray()
    const heads = rows.flatMap((row) => readDeckHead(row) ?? [])
    const counts = new Map<string, number>()
    for (const key of (await db.deckItems.orderBy('[deck+order]').keys()) as unknown as readonly [string, number][])
      counts.set(key[0], (counts.get(key[0]) ?? 0) + 1)
    return heads
      .map((head) => ({ ...head, items: counts.get(head.id) ?? 0 }))
      .sort((one, other) => (one.made < other.made ? -1 : one.made > other.made ? 1 : one.id < other.id ? -1 : 1))
  })
}

/** A deck with its items, without the answers that a frozen one rests on; `null` where there is none of this id. */
export async function readDeckOf({ db }: Store, id: string): Promise<Deck | null> {
  return db.transaction('r', [db.decks, db.deckItems], async () => {
    const head = readDeckHead(await db.decks.get(id))
    return head && { ...head, items: (await itemsOf(db, id)).map(({ item }) => item) }
  })
}

/** The answers that a frozen deck rests on. */
export function deckAnswers({ db }: Store, id: string): Promise<Answers> {
  return answersOf(db, id)
}

/** A deck with its answers, to be written to a file or copied; `null` where there is none of this id. */
export async function wholeDeck(store: Store, id: string): Promise<WholeDeck | null> {
  const { db } = store
  return db.transaction('r', [db.decks, db.deckItems, db.deckAnswers], async () => {
    const deck = await readDeckOf(store, id)
    return deck && (deck.frozen === null ? deck : { ...deck, answers: await answersOf(db, id) })
  })
}

/** Makes a deck, with all that it begins with. */
export function createDeck(store: Store, asked: NewDeck, now = new Date()): KeptResult<Deck> {
  return changeKept(store, (writer) => putDeck(store.db, writer, asked, now))
}

/** Makes a deck of a deck, under another name. */
export function duplicateDeck(store: Store, id: string, name: string, now = new Date()): KeptResult<Deck> {
  return changeKept(store, async (writer) => {
    const deck = await wholeDeck(store, id)
    if (!deck) throw new Refusal(storeError('not-found'))
    return putDeck(store.db, writer, { ...deck, name }, now)
  })
}

/** Call inside a transaction of `changeKept`. */
export async function putDeck(
  db: StoreDatabase,
  writer: KeptWriter,
  { items = [], answers, ...asked }: NewDeck,
  now: Date,
): Promise<Deck> {
  if ((await db.decks.count()) >= KEPT_LIMITS.decks)
    throw new Refusal(storeError('too-many', { most: KEPT_LIMITS.decks }))
  if (items.length > KEPT_LIMITS.items) throw new Refusal(storeError('too-many', { most: KEPT_LIMITS.items }))
  const id = newId()
  const at = now.toISOString()
  const head = readDeckHead({ ...asked, id, made: at, changed: at })
  if (!head || head.name === '') throw new Refusal(storeError('untitled'))
  if (asked.template?.logo && !head.template.logo)
    throw new Refusal(storeError('no-such-logo', { most: KEPT_LIMITS.logo / 1e6 }))
  await writer.put('decks', id, head)
  if (head.frozen !== null)
    for (const row of answerRows(id, answers ?? {})) await writer.put('deckAnswers', row.id, row)
  const own = items.flatMap((item) => readItem({ ...item, id: newId() }) ?? [])
  for (const [index, item] of own.entries())
    await writer.put('deckItems', item.id, itemRow(id, { item, order: index + 1 }))
  return { ...head, items: own }
}

/** Gives a deck another name, format or template. */
export function changeDeck(
  store: Store,
  id: string,
  patch: Partial<Pick<DeckHead, 'name' | 'format' | 'template'>>,
  now = new Date(),
): KeptResult<DeckHead> {
  return changeKept(store, (writer) => putHead(store.db, writer, { id, now, patch }))
}

/** Deletes a deck with everything in it. */
export function deleteDeck(store: Store, id: string): KeptResult<DeckHead> {
  const { db } = store
  return changeKept(store, async (writer) => {
    const head = await headOf(db, id)
    for (const key of await db.deckItems
      .where('[deck+order]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .primaryKeys())
      await writer.delete('deckItems', key)
    for (const key of await db.deckAnswers.where('deck').equals(id).primaryKeys())
      await writer.delete('deckAnswers', key)
    await writer.delete('decks', id)
    return head
  })
}

/** Freezes a deck: its figures are made of these answers from now on. One that is frozen already rests on the new ones. */
export function freezeDeck(store: Store, id: string, answers: Answers, now = new Date()): KeptResult<DeckHead> {
  const { db } = store
  return changeKept(store, async (writer) => {
    const head = await putHead(db, writer, { id, now, patch: { frozen: now.toISOString() } })
    const rows = answerRows(id, answers)
    await dropAnswers(db, writer, id)
    for (const row of rows) await writer.put('deckAnswers', row.id, row)
    return head
  })
}

/** Lets a deck follow the data again. */
export function unfreezeDeck(store: Store, id: string, now = new Date()): KeptResult<DeckHead> {
  const { db } = store
  return changeKept(store, async (writer) => {
    await dropAnswers(db, writer, id)
    return putHead(db, writer, { id, now, patch: { frozen: null } })
  })
}

async function dropAnswers(db: StoreDatabase, writer: KeptWriter, deck: string): Promise<void> {
  for (const key of await db.deckAnswers.where('deck').equals(deck).primaryKeys())
    await writer.delete('deckAnswers', key)
}
