import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Agency } from '@/register/agency'
import type { Result } from '@/report/report'
import { deleteAgency, editAgency, listAgencies } from '@/store/agencies'
import type { AgencyPatch } from '@/store/agencies'
import type { Store } from '@/store/db'
import type { StoreError } from '@/store/storeError'
import { announce } from './changes'
import { useDatabase } from './database'
import { follow } from './follow'

/** The register. Follows every change of the store once `load` was called. */
export const useAgencies = defineStore('agencies', () => {
  const database = useDatabase()
  const list = shallowRef<readonly Agency[] | null>(null)

  /** Reads the register, or reads it again. */
  async function load(): Promise<void> {
    const opened = await database.open()
    if (opened.ok) list.value = await listAgencies(opened.value)
  }

  async function changing<T>(work: (store: Store) => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    const opened = await database.open()
    if (!opened.ok) return opened
    const result = await work(opened.value)
    if (result.ok) announce({ database: database.id, reports: [], agencies: true })
    return result
  }

  follow(
    load,
    () => list.value !== null,
    ({ agencies }) => agencies,
  )

  return {
    /** `null` until read. By name. */
    list: computed(() => list.value),
    byId: computed(() => new Map((list.value ?? []).map((agency) => [agency.id, agency]))),
    load,
    /** Changes fields of an agency; they are then the person's, and no proposal overwrites them. */
    edit: (id: string, patch: AgencyPatch) => changing((store) => editAgency(store, id, patch)),
    /** Removes an agency that has no report. */
    remove: (id: string) => changing((store) => deleteAgency(store, id)),
  }
})
