import type { DeckItem, FigureItem, SeenFigures } from '../analysis/kept'
import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readItem } from '../analysis/readDeck'
import type { Store, StoreDatabase } from './db'
import { putDeck } from './decks'
import { headOf, itemRow, itemsOf, putHead } from './deckRows'
import type { NewItem, PlacedItem } from './deckRows'
import { changeKept } from './keptChanges'
import type { KeptResult, KeptWriter } from './keptChanges'
import { newId } from './keptIds'
import { Refusal, storeError } from './storeError'

/** Where items go. */
export type ItemTarget =
  | {
      readonly deck: string
      /** Before the item that stands there now, counted from 0; absent: at the end. */
      readonly at?: number
    }
  /** A deck that is made for them. */
  | { readonly newDeck: string }

/** Where items went. */
export interface Appended {
  readonly deck: string
  readonly name: string
  readonly items: readonly DeckItem[]
  /** Place of the first of them, counted from 0, and how many there are in the deck now. */
  readonly at: number
  readonly of: number
}

/** Puts items into a deck. A frozen one takes no figures: those of now do not belong among those of then. */
export function addItems(
  store: Store,
  target: ItemTarget,
  items: readonly NewItem[],
  now = new Date(),
): KeptResult<Appended> {
  const { db } = store
  return changeKept(store, async (writer) => {
    if ('newDeck' in target) {
      const deck = await putDeck(db, writer, { name: target.newDeck, items }, now)
      return { deck: deck.id, name: deck.name, items: deck.items, at: 0, of: deck.items.length }
    }
    const { deck } = target
    const head = await putHead(db, writer, { id: deck, now })
    if (head.frozen !== null && items.some(({ kind }) => kind === 'figure'))
      throw new Refusal(storeError('deck-frozen', { name: head.name }))
    const standing = await itemsOf(db, deck)
    const of = standing.length + items.length
    if (of > KEPT_LIMITS.items) throw new Refusal(storeError('too-many', { most: KEPT_LIMITS.items }))
    const own = items.flatMap((item) => readItem({ ...item, id: newId() }) ?? [])
    const at = Math.max(0, Math.min(target.at ?? standing.length, standing.length))
    await putAt(writer, { deck, standing, at, own })
    return { deck, name: head.name, items: own, at, of: standing.length + own.length }
  })
}

/** Puts an item at a place of its deck, counted from 0 among all of them as they stand afterwards. */
export function moveItem(store: Store, id: string, to: number, now = new Date()): KeptResult<DeckItem> {
  const { db } = store
  return changeKept(store, async (writer) => {
    const { deck, item } = await placeOf(db, id)
    const standing = await itemsOf(db, deck)
    const others = standing.filter((one) => one.item.id !== id)
    const at = Math.max(0, Math.min(to, others.length))
    if (standing[at]?.item.id === id) return item
    await putHead(db, writer, { id: deck, now })
    await putAt(writer, { deck, standing: others, at, own: [item] })
    return item
  })
}

interface Putting {
  readonly deck: string
  readonly standing: readonly PlacedItem[]
  readonly at: number
  readonly own: readonly DeckItem[]
}

/** Writes items between those that stand: the numbers of these are left alone as long as there is room between them. */
async function putAt(writer: KeptWriter, { deck, standing, at, own }: Putting): Promise<void> {
  const before = standing[at - 1]?.order ?? (standing[0]?.order ?? 1) - own.length - 1
  const after = standing[at]?.order ?? before + own.length + 1
  const step = (after - before) / (own.length + 1)
  const placed = own.map((item, index) => ({ item, order: before + step * (index + 1) }))
  const all = [...standing.slice(0, at), ...placed, ...standing.slice(at)]
  const ascends = all.every(({ order }, index) => index === 0 || order > (all[index - 1]?.order ?? order))
  const rows = ascends ? placed : all.map(({ item }, index) => ({ item, order: index + 1 }))
  for (const row of rows) await writer.put('deckItems', row.item.id, itemRow(deck, row))
}

export function deleteItem(store: Store, id: string, now = new Date()): KeptResult<DeckItem> {
  const { db } = store
  return changeKept(store, async (writer) => {
    const { deck, item } = await placeOf(db, id)
    await putHead(db, writer, { id: deck, now })
    await writer.delete('deckItems', id)
    return item
  })
}

/** What of an item may be changed; what its sort does not have is left out. */
export type ItemPatch = Partial<Pick<FigureItem, 'title' | 'lines' | 'form' | 'question' | 'seen'>>

export function changeItem(store: Store, id: string, patch: ItemPatch, now = new Date()): KeptResult<DeckItem> {
  const { db } = store
  return changeKept(store, async (writer) => {
    const { deck, order, item: before } = await placeOf(db, id)
    const item = readItem({ ...before, ...patch })
    if (!item) throw new Refusal(storeError('not-found'))
    await putHead(db, writer, { id: deck, now })
    await writer.put('deckItems', id, itemRow(deck, { item, order }))
    return item
  })
}

/** Takes figures of a deck as they stand now for seen; items that have gone meanwhile are passed over. */
export function acceptSeen(
  store: Store,
  deck: string,
  seen: Readonly<Record<string, SeenFigures>>,
  now = new Date(),
): KeptResult<number> {
  const { db } = store
  return changeKept(store, async (writer) => {
    await headOf(db, deck)
    const figures = (await itemsOf(db, deck)).flatMap(({ item, order }) => {
      const own = Object.hasOwn(seen, item.id) ? seen[item.id] : undefined
      const looked = own && item.kind === 'figure' ? readItem({ ...item, seen: own }) : null
      return looked ? [{ item: looked, order }] : []
    })
    if (figures.length > 0) await putHead(db, writer, { id: deck, now })
    for (const figure of figures) await writer.put('deckItems', figure.item.id, itemRow(deck, figure))
    return figures.length
  })
}

async function placeOf(db: StoreDatabase, id: string): Promise<PlacedItem & { readonly deck: string }> {
  const row = await db.deckItems.get(id)
  const item = readItem(row)
  if (!row || !item) throw new Refusal(storeError('not-found'))
  return { item, order: row.order, deck: row.deck }
}
