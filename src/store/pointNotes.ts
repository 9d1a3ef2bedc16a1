import type { PointNote } from '../analysis/kept'
import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readNote } from '../analysis/readKept'
import type { Store, StoreDatabase } from './db'
import { changeKept } from './keptChanges'
import type { KeptResult, KeptWriter } from './keptChanges'
import { newId } from './keptIds'
import { Refusal, storeError } from './storeError'

/** What a person writes: id and date are the store's. */
export type NewNote = Omit<PointNote, 'id' | 'at'>

/**
 * All notes, the oldest first; rows that cannot be read are left out. A note on an agency that was made one with another stands on that one: it is looked up
 * and not rewritten, so that it is back where it was when the step is taken back or the two are parted.
 */
export async function listNotes({ db }: Store): Promise<PointNote[]> {
  return db.transaction('r', [db.notes, db.agencies], async () => {
    const rows: readonly unknown[] = await db.notes.toArray()
    const notes = rows.flatMap((row) => readNote(row) ?? [])
    const present = await presentAgencies(
      db,
      notes.flatMap(({ mark }) => mark.agency ?? []),
    )
    return notes
      .map((note) => {
        const agency = present.get(note.mark.agency ?? '')
        return agency === undefined ? note : { ...note, mark: { ...note.mark, agency } }
      })
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1))
  })
}

/** Of some ids those that were made one with another agency, and its id. Call inside a transaction. */
async function presentAgencies(db: StoreDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)]
  const rows = await db.agencies.bulkGet(asked)
  const gone = new Set(asked.filter((_, index) => rows[index] === undefined))
  if (gone.size === 0) return new Map()
  const found = new Map<string, string>()
  await db.agencies.each(({ id, formerIds = [] }) => {
    for (const former of formerIds) if (gone.has(former)) found.set(former, id)
  })
  return found
}

export function addNote(store: Store, note: NewNote, now = new Date()): KeptResult<PointNote> {
  return changeKept(store, async (writer) => {
    if ((await store.db.notes.count()) >= KEPT_LIMITS.notes)
      throw new Refusal(storeError('too-many', { most: KEPT_LIMITS.notes }))
    return putNote(writer, { ...note, id: newId(), at: now.toISOString() })
  })
}

/** Gives a note other words, by whom and when being the new ones. */
export function editNote(
  store: Store,
  id: string,
  { text, by }: Pick<PointNote, 'text' | 'by'>,
  now = new Date(),
): KeptResult<PointNote> {
  return changeKept(store, async (writer) =>
    putNote(writer, { ...(await noteOf(store.db, id)), text, by, at: now.toISOString() }),
  )
}

export function deleteNote(store: Store, id: string): KeptResult<PointNote> {
  return changeKept(store, async (writer) => {
    const note = await noteOf(store.db, id)
    await writer.delete('notes', id)
    return note
  })
}

async function noteOf(db: StoreDatabase, id: string): Promise<PointNote> {
  const note = readNote(await db.notes.get(id))
  if (!note) throw new Refusal(storeError('not-found'))
  return note
}

async function putNote(writer: KeptWriter, asked: PointNote): Promise<PointNote> {
  const note = readNote(asked)
  if (!note) throw new Refusal(storeError('empty-note'))
  await writer.put('notes', note.id, note)
  return note
}
