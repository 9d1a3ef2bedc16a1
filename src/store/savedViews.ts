import type { SavedView } from '../analysis/kept'
import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readView } from '../analysis/readKept'
import type { Store, StoreDatabase } from './db'
import { changeKept } from './keptChanges'
import type { KeptResult, KeptWriter } from './keptChanges'
import { newId } from './keptIds'
import { Refusal, storeError } from './storeError'

const START = 'startView'

/** What a view is saved as: its id and date are the store's. */
export type NewView = Omit<SavedView, 'id' | 'made'>

/** All saved views, the oldest first; rows that cannot be read are left out. */
export async function listViews({ db }: Store): Promise<SavedView[]> {
  const rows: readonly unknown[] = await db.views.toArray()
  const views = rows.flatMap((row) => readView(row) ?? [])
  return views.sort((one, other) => compare(one.made, other.made) || compare(one.id, other.id))
}

/** Saves a view under a name; several may have the same. */
export function saveView(store: Store, view: NewView, now = new Date()): KeptResult<SavedView> {
  return changeKept(store, async (writer) => {
    if ((await store.db.views.count()) >= KEPT_LIMITS.views)
      throw new Refusal(storeError('too-many', { most: KEPT_LIMITS.views }))
    return putView(writer, { ...view, id: newId(), made: now.toISOString() })
  })
}

/** Gives a view another name, page or query. */
export function changeView(store: Store, id: string, patch: Partial<NewView>): KeptResult<SavedView> {
  return changeKept(store, async (writer) => putView(writer, { ...(await viewOf(store.db, id)), ...patch }))
}

/** Deletes a view; one that the program opened with is that no more. */
export function deleteView(store: Store, id: string): KeptResult<SavedView> {
  return changeKept(store, async (writer) => {
    const view = await viewOf(store.db, id)
    await writer.delete('views', id)
    const start = await store.db.settings.get(START)
    if (start?.value === id) await writer.delete('settings', START)
    return view
  })
}

/** Lets the program open with a view, or with none (`''`). Gives the view. */
export function setStartView(store: Store, id: string): KeptResult<SavedView | null> {
  return changeKept(store, async (writer) => {
    const view = id === '' ? null : await viewOf(store.db, id)
    if (view) await writer.put('settings', START, { key: START, value: id })
    else await writer.delete('settings', START)
    return view
  })
}

async function viewOf(db: StoreDatabase, id: string): Promise<SavedView> {
  const view = readView(await db.views.get(id))
  if (!view) throw new Refusal(storeError('not-found'))
  return view
}

async function putView(writer: KeptWriter, asked: SavedView): Promise<SavedView> {
  const view = readView(asked)
  if (!view) throw new Refusal(storeError('untitled'))
  await writer.put('views', view.id, view)
  return view
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
