import Dexie from 'dexie'
import type { Answers } from '../analysis/asker'
import type { DeckHead, DeckItem } from '../analysis/kept'
import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readDeckHead, readItem } from '../analysis/readDeck'
import type { StoreDatabase } from './db'
import { sha256 } from './hash'
import type { KeptWriter } from './keptChanges'
import type { DeckAnswerRow, DeckItemRow } from './keptRows'
import { Refusal, storeError } from './storeError'

/** The head of a deck. Call inside a transaction. */
export async function headOf(db: StoreDatabase, id: string): Promise<DeckHead> {
  const head = readDeckHead(await db.decks.get(id))
  if (!head) throw new Refusal(storeError('not-found'))
  return head
}

/** Writes that a deck was changed, and what of its head. Call inside a transaction. */
export async function putHead(
  db: StoreDatabase,
  writer: KeptWriter,
  { id, now, patch = {} }: { readonly id: string; readonly now: Date; readonly patch?: Partial<DeckHead> },
): Promise<DeckHead> {
  const asked = { ...(await headOf(db, id)), ...patch, changed: now.toISOString() }
  const head = readDeckHead(asked)
  if (!head || head.name === '') throw new Refusal(storeError('untitled'))
  if (asked.template.logo && !head.template.logo)
    throw new Refusal(storeError('no-such-logo', { most: KEPT_LIMITS.logo / 1e6 }))
  await writer.put('decks', id, head)
  return head
}

type Anonymous<T> = T extends unknown ? Omit<T, 'id'> : never
/** An item that has no id yet; one that it has is not kept. */
export type NewItem = Anonymous<DeckItem>

/** An item and where it stands. */
export interface PlacedItem {
  readonly item: DeckItem
  readonly order: number
}

/** The items of a deck in order; rows that cannot be read are left out. */
export async function itemsOf(db: StoreDatabase, deck: string): Promise<PlacedItem[]> {
  const rows = await db.deckItems
    .where('[deck+order]')
    .between([deck, Dexie.minKey], [deck, Dexie.maxKey])
    .limit(KEPT_LIMITS.items)
    .toArray()
  return rows.flatMap((row) => {
    const item = readItem(row)
    return item && Number.isFinite(row.order) ? [{ item, order: row.order }] : []
  })
}

export function itemRow(deck: string, { item, order }: PlacedItem): DeckItemRow {
  return { ...item, deck, order }
}

/** What the engine answered to the figures of a deck, once it was frozen; none otherwise. */
export async function answersOf(db: StoreDatabase, deck: string): Promise<Answers> {
  const rows = await db.deckAnswers.where('deck').equals(deck).toArray()
  return Object.fromEntries(
    rows.flatMap(({ question, answer }: Partial<DeckAnswerRow>) =>
      typeof question === 'string' ? [[question, answer]] : [],
    ),
  )
}

/** Answers as rows of a deck. Refused where they are too large. */
export function answerRows(deck: string, answers: Answers): DeckAnswerRow[] {
  const rows = Object.entries(answers).map(([question, answer]) => ({
    id: `${deck} ${sha256(new TextEncoder().encode(question)).slice(0, 24)}`,
    deck,
    question,
    answer,
    // `undefined` has no JSON.
    size: ((JSON.stringify(answer) as string | undefined) ?? '').length,
  }))
  const size = rows.reduce((sum, row) => sum + row.size, 0)
  if (size > KEPT_LIMITS.answers)
    throw new Refusal(storeError('answers-too-large', { size: Math.ceil(size / 1e6), most: KEPT_LIMITS.answers / 1e6 }))
  return rows
}
