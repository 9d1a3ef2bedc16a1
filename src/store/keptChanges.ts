import Dexie from 'dexie'
import type { Transaction } from 'dexie'
import type { Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { DeckAnswerRow, DeckItemRow, DeckRow, NoteRow, ViewRow } from './keptRows'
import type { SettingRow } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'

/** What people keep beside the data, by table. Of the settings a step writes `startView` alone. */
export interface KeptTables {
  views: ViewRow
  notes: NoteRow
  decks: DeckRow
  deckItems: DeckItemRow
  deckAnswers: DeckAnswerRow
  settings: SettingRow
}
export type KeptTable = keyof KeptTables

/** One row as it was and as it became; `null` where there is none. */
export interface KeptChange {
  readonly table: KeptTable
  readonly key: string
  readonly before: object | null
  readonly after: object | null
}

/** What a step gave, and what it did row by row: enough to take it back. */
export interface Kept<T> {
  readonly value: T
  readonly changes: readonly KeptChange[]
}

export type KeptResult<T> = Promise<Result<Kept<T>, StoreError>>

/** Writes rows and notes how they were. */
export class KeptWriter {
  readonly #transaction: Transaction
  readonly #changes = new Map<string, KeptChange>()

  constructor(transaction: Transaction) {
    this.#transaction = transaction
  }

  async put<T extends KeptTable>(table: T, key: string, row: KeptTables[T]): Promise<void> {
    const before = await this.#get(table, key)
    await this.#transaction.table<object, string>(table).put(row)
    this.#note(table, key, before, row)
  }

  async delete(table: KeptTable, key: string): Promise<void> {
    const before = await this.#get(table, key)
    if (before === null) return
    await this.#transaction.table(table).delete(key)
    this.#note(table, key, before, null)
  }

  /** What was done so far; a row that was written twice counts once. */
  changes(): KeptChange[] {
    return [...this.#changes.values()].filter(({ before, after }) => !same(before, after))
  }

  async #get(table: KeptTable, key: string): Promise<object | null> {
    return (await this.#transaction.table<object, string>(table).get(key)) ?? null
  }

  #note(table: KeptTable, key: string, before: object | null, after: object | null): void {
    const place = `${table}/${key}`
    const earlier = this.#changes.get(place)
    this.#changes.set(place, { table, key, before: earlier ? earlier.before : before, after })
  }
}

function keptTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { views, notes, decks, deckItems, deckAnswers, settings } = db
  return [views, notes, decks, deckItems, deckAnswers, settings]
}

/** Runs `work` in one transaction over what is kept. It may throw a `Refusal`: then nothing is written. */
export async function changeKept<T>(store: Store, work: (writer: KeptWriter) => Promise<T>): KeptResult<T> {
  return write(store, keptTables(store.db), async (transaction) => {
    const writer = new KeptWriter(transaction)
    const value = await work(writer)
    return { value, changes: writer.changes() }
  })
}

/**
 * Takes a step back: of each row just the fields that it changed are again as they were, in one transaction, so that what another page did meanwhile to
 * the rest stays. Refused where those fields were changed since, or what it belongs to is gone. Gives the changes of the way back, with which the step can
 * be done again.
 */
export async function turnBack(
  store: Store,
  changes: readonly KeptChange[],
  now = new Date(),
): Promise<Result<readonly KeptChange[], StoreError>> {
  const turned = await changeKept(store, async (writer) => {
    for (const change of changes) await turnRow(store.db, writer, change, now)
    await refuseLoose(store.db, changes)
  })
  return turned.ok ? { ok: true, value: turned.value.changes } : turned
}

/** Changes with every write to a deck, whatever it was. */
const STAMP = 'changed'

async function turnRow(
  db: StoreDatabase,
  writer: KeptWriter,
  { table, key, before, after }: KeptChange,
  now: Date,
): Promise<void> {
  const present = (await db.table<object, string>(table).get(key)) ?? null
  if (before === null || after === null) {
    // Answers are never changed; all others must be as the step left them.
    const asLeft = table === 'deckAnswers' ? (present === null) === (after === null) : same(present, after)
    if (!asLeft) throw new Refusal(storeError('step-overtaken'))
    if (before === null) await writer.delete(table, key)
    else await writer.put(table, key, stamped(before, now) as KeptTables[typeof table])
    return
  }
  if (present === null) throw new Refusal(storeError('step-overtaken'))
  const row = new Map<string, unknown>(Object.entries(present))
  const [was, became] = [before, after].map((side) => new Map<string, unknown>(Object.entries(side)))
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field === STAMP || same(was?.get(field), became?.get(field))) continue
    if (!same(row.get(field), became?.get(field))) throw new Refusal(storeError('step-overtaken'))
    if (was?.has(field)) row.set(field, was.get(field))
    else row.delete(field)
  }
  await writer.put(table, key, stamped(Object.fromEntries(row), now) as KeptTables[typeof table])
}

function stamped(row: object, now: Date): object {
  return STAMP in row ? { ...row, [STAMP]: now.toISOString() } : row
}

/** No item may be left without its deck: another page has put one into a deck that goes, or deleted the deck of one that comes back. */
async function refuseLoose(db: StoreDatabase, changes: readonly KeptChange[]): Promise<void> {
  const decks = new Set(
    changes.flatMap(({ table, key, before, after }) => {
      if (table === 'decks') return [key]
      const { deck } = (before ?? after ?? {}) as { readonly deck?: string }
      return deck === undefined ? [] : [deck]
    }),
  )
  for (const id of decks) {
    if (await db.decks.get(id)) continue
    const left = await db.deckItems.where('[deck+order]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count()
    if (left > 0) throw new Refusal(storeError('step-overtaken'))
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(withoutStamp(one)) === JSON.stringify(withoutStamp(other))
}

function withoutStamp(row: unknown): unknown {
  return typeof row === 'object' && row !== null && STAMP in row ? { ...row, [STAMP]: null } : row
}
