import type { DeckHead, DeckItem, PointNote, SavedView } from '../../analysis/kept'
import { KEPT_LIMITS } from '../../analysis/keptLimits'
import { sameBinding } from '../../analysis/noteBinding'
import type { QuestionQuery } from '../../analysis/question'
import type { Store, StoreDatabase } from '../db'
import { itemsOf } from '../deckRows'
import { listDecks, putDeck, wholeDeck } from '../decks'
import type { DeckSummary } from '../decks'
import type { KeptWriter } from '../keptChanges'
import { newId } from '../keptIds'
import { listNotes } from '../pointNotes'
import { listViews } from '../savedViews'
import type { MergeNotes } from './outcome'

/** What merging what is kept needs to know. */
export interface KeptMerge {
  readonly own: Store
  /** Ids of agencies here, by ids of the file. */
  readonly ids: ReadonlyMap<string, string>
  /** Put behind a name that is taken: whose it is, in words. */
  readonly suffix: string
  readonly notes: MergeNotes
  /** Reads the file while a transaction over one's own data waits. */
  readonly foreign: <T>(read: (shared: Store) => Promise<T>) => Promise<T>
  /** Writes; `null` while it is only looked at. */
  readonly writer: KeptWriter | null
  readonly now: Date
}

/** Takes saved views, notes and decks over, each under an id of its own; what one has already is not doubled. Call inside a transaction. */
export async function mergeKept(merge: KeptMerge): Promise<void> {
  await mergeViews(merge)
  await mergeNotes(merge)
  await mergeDecks(merge)
}

async function mergeViews({ own, ids, suffix, notes, foreign, writer }: KeptMerge): Promise<void> {
  const views = await listViews(own)
  const names = new Set(views.map(({ name }) => name))
  const isThere = ({ name, page, query }: SavedView): boolean =>
    views.some((view) => view.name.startsWith(name) && view.page === page && sameQuery(view.query, query))
  for (const said of await foreign(listViews)) {
    const view = { ...said, query: queryHere(said.query, ids) }
    if (isThere(view)) {
      notes.count('views', 'same')
      continue
    }
    if (views.length >= KEPT_LIMITS.views) {
      notes.count('views', 'left')
      notes.tell({ what: 'too-many', agency: '', year: null, name: said.name })
      continue
    }
    const name = freeName(said.name, names, suffix)
    told(notes, 'views', said.name, name)
    const row = { ...view, id: newId(), name }
    names.add(name)
    views.push(row)
    await writer?.put('views', row.id, row)
  }
}

async function mergeNotes({ own, ids, notes, foreign, writer }: KeptMerge): Promise<void> {
  const there = await listNotes(own)
  for (const said of await foreign(listNotes)) {
    const note = noteHere(said, ids)
    if (note && there.some((one) => sameNote(one, note))) notes.count('notes', 'same')
    else if (note && there.length < KEPT_LIMITS.notes) {
      const row = { ...note, id: newId() }
      there.push(row)
      notes.count('notes', 'new')
      await writer?.put('notes', row.id, row)
    } else {
      notes.count('notes', 'left')
      notes.tell({ what: note ? 'too-many' : 'kept-loose', agency: '', year: said.mark.year ?? null, name: said.text })
    }
  }
}

/** A note where it stands here; `null` where its agency stays out. */
function noteHere(note: PointNote, ids: ReadonlyMap<string, string>): PointNote | null {
  const own = note.of ? { ...note, of: queryHere(note.of, ids) } : note
  const { agency } = note.mark
  if (agency === undefined) return own
  const here = ids.get(agency)
  return here === undefined ? null : { ...own, mark: { ...note.mark, agency: here } }
}

function sameNote(one: PointNote, other: PointNote): boolean {
  const isSameMark = (['agency', 'year', 'part'] as const).every((key) => one.mark[key] === other.mark[key])
  const isSameFigure =
    one.kind === other.kind && (one.of && other.of ? sameBinding(one.of, other.of) : one.of === other.of)
  return isSameMark && isSameFigure && one.text === other.text && one.by === other.by
}

async function mergeDecks({ own, ids, suffix, notes, foreign, writer, now }: KeptMerge): Promise<void> {
  const decks: DeckSummary[] = await listDecks(own)
  const names = new Set(decks.map(({ name }) => name))
  for (const head of await foreign(listDecks)) {
    const deck = await foreign((shared) => wholeDeck(shared, head.id))
    if (!deck) continue
    // A frozen deck rests on answers in which the agencies have the file's ids.
    const items = deck.frozen === null ? deck.items.map((item) => itemHere(item, ids)) : deck.items
    if (await isThere(own.db, decks, { ...deck, items })) {
      notes.count('decks', 'same')
      continue
    }
    const weight = Object.values(deck.answers ?? {}).reduce<number>((sum, answer) => sum + lengthOf(answer), 0)
    if (decks.length >= KEPT_LIMITS.decks || weight > KEPT_LIMITS.answers || deck.name === '') {
      notes.count('decks', 'left')
      notes.tell({
        what: deck.name === '' ? 'damaged' : 'too-many',
        agency: '',
        year: null,
        name: deck.name || 'decks',
      })
      continue
    }
    const name = freeName(deck.name, names, suffix)
    told(notes, 'decks', deck.name, name)
    names.add(name)
    const { format, frozen, template, answers } = deck
    const asked = { name, format, frozen, template, items, ...(answers && { answers }) }
    const put = writer && (await putDeck(own.db, writer, asked, now))
    decks.push({ ...head, id: put?.id ?? newId(), name, items: items.length })
  }
}

/** Whether a deck of this content is there, under its name or one that begins with it. */
async function isThere(
  db: StoreDatabase,
  decks: readonly DeckSummary[],
  deck: DeckHead & { readonly items: readonly DeckItem[] },
): Promise<boolean> {
  const wanted = contentOf(deck)
  for (const { id, name, items, frozen, format } of decks) {
    if (!name.startsWith(deck.name) || items !== deck.items.length) continue
    if (frozen !== deck.frozen || format !== deck.format) continue
    const head = await db.decks.get(id)
    if (head && contentOf({ ...head, items: (await itemsOf(db, id)).map(({ item }) => item) }) === wanted) return true
  }
  return false
}

function contentOf({ format, frozen, template, items }: DeckHead & { readonly items: readonly DeckItem[] }): string {
  return JSON.stringify([format, frozen, template, items.map(({ id: _, ...item }) => item)])
}

/** `undefined` has no JSON. */
const lengthOf = (answer: unknown): number => ((JSON.stringify(answer) as string | undefined) ?? '').length

function itemHere(item: DeckItem, ids: ReadonlyMap<string, string>): DeckItem {
  if (item.kind !== 'figure') return item
  return { ...item, question: { ...item.question, query: queryHere(item.question.query, ids) } }
}

/** A query with the agencies' ids here in place of the file's; ids are words of their own in its lists. */
function queryHere(query: QuestionQuery, ids: ReadonlyMap<string, string>): QuestionQuery {
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [
      name,
      text
        .split(',')
        .map((item) => ids.get(item) ?? item)
        .join(','),
    ]),
  )
}

function sameQuery(one: QuestionQuery, other: QuestionQuery): boolean {
  const sorted = (query: QuestionQuery): string => JSON.stringify(Object.entries(query).sort())
  return sorted(one) === sorted(other)
}

/** A name that nothing of its sort has: its own, or with whose it is behind it, and a number where that is taken, too. */
function freeName(name: string, taken: ReadonlySet<string>, suffix: string): string {
  for (let turn = 0; ; turn++) {
    const end = turn === 0 ? '' : turn === 1 ? suffix : `${suffix} ${String(turn)}`
    const asked = name.slice(0, Math.max(1, KEPT_LIMITS.name - end.length)) + end
    if (!taken.has(asked)) return asked
  }
}

function told(notes: MergeNotes, sort: 'views' | 'decks', before: string, after: string): void {
  notes.count(sort, 'new')
  if (before === after) return
  notes.count(sort, 'renamed')
  notes.tell({ what: 'renamed', agency: '', year: null, name: after })
}
