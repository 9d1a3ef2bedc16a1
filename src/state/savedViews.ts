import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { SavedView } from '@/analysis/kept'
import { changeView, deleteView, listViews, saveView, setStartView } from '@/store/savedViews'
import type { NewView } from '@/store/savedViews'
import { readSettings } from '@/store/settings'
import { withoutDatabase } from './databaseAddress'
import { useKeptHistory } from './keptHistory'
import { keptReading } from './keptReading'

interface Views {
  readonly list: readonly SavedView[]
  readonly start: string
}

/** Saved views of the shown database and the one that the program opens with. Follows every change of the store once `load` was called. */
export const useSavedViews = defineStore('savedViews', () => {
  const history = useKeptHistory()
  const { shown, load } = keptReading(async (store): Promise<Views> => {
    const [list, { startView }] = await Promise.all([listViews(store), readSettings(store)])
    return { list, start: startView }
  })

  return {
    /** The oldest first; `null` until read. */
    list: computed(() => shown.value?.list ?? null),
    /** The view that the program opens with; `null` where there is none, or until read. */
    start: computed(() => shown.value?.list.find(({ id }) => id === shown.value?.start) ?? null),
    load,
    /** Saves a view; the address's word on which database is shown is not part of it. */
    save: (view: NewView) =>
      history.run(
        (store) => saveView(store, { ...view, query: withoutDatabase(view.query) }),
        ({ name }) => ({ what: 'saveView', params: { name } }),
      ),
    /** Gives a view another name, or another page and query. */
    change: (id: string, patch: Partial<NewView>) =>
      history.run(
        (store) => changeView(store, id, { ...patch, ...(patch.query && { query: withoutDatabase(patch.query) }) }),
        ({ name }) => ({ what: 'changeView', params: { name } }),
      ),
    remove: (id: string) =>
      history.run(
        (store) => deleteView(store, id),
        ({ name }) => ({ what: 'deleteView', params: { name } }),
      ),
    /** Lets the program open with a view; `''` for its own first page. */
    setStart: (id: string) =>
      history.run(
        (store) => setStartView(store, id),
        (view) => (view ? { what: 'startView', params: { name: view.name } } : { what: 'noStartView', params: {} }),
      ),
  }
})
