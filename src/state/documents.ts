import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Assignment } from '@/store/assign'
import { documentDetail, listDocuments, yearsOf } from '@/store/documents'
import type { DocumentDetail } from '@/store/documents'
import type { DocumentRow } from '@/store/rows'
import { useDatabase } from './database'
import { assignKept, removeKept } from './documentActions'
import { follow } from './follow'

/** Documents that are kept though they give no numbers. Follows every change of the store once `load` was called. */
export const useDocuments = defineStore('documents', () => {
  const database = useDatabase()
  const list = shallowRef<readonly DocumentRow[] | null>(null)
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const opened = await database.open()
    if (!opened.ok) return
    const rows = await listDocuments(opened.value)
    if (load === loads) list.value = rows
  }

  follow(load, () => list.value !== null)

  return {
    /** `null` until read. Newest import first. */
    list: computed(() => list.value),
    load,
    /** Puts a document under an agency and year. */
    assign: (id: string, assignment: Assignment) => assignKept(database.id, id, assignment),
    /** The report years that a document of a kind may have. */
    yearsOf,
    remove: (id: string) => removeKept(database.id, id),
  }
})

/** One document whole, for a component: `undefined` while it is being read, `null` where there is none. Follows the choice and every change of the store. */
export function useDocument(id: Ref<string>): ShallowRef<DocumentDetail | null | undefined> {
  const database = useDatabase()
  const detail = shallowRef<DocumentDetail | null | undefined>(undefined)
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const opened = await database.open()
    const found = opened.ok ? await documentDetail(opened.value, id.value) : undefined
    if (load === loads) detail.value = found ?? null
  }

  watch(id, () => {
    detail.value = undefined
    void load()
  })
  follow(load, () => true)
  void load()
  return detail
}
