import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import { deletableOriginals, deleteOriginals, hasOriginal, listFiles, originalOf, originalsSize } from '@/store/files'
import { INITIAL_SETTINGS, readSettings, writeSetting } from '@/store/settings'
import type { Settings } from '@/store/settings'
import type { StoreError } from '@/store/storeError'
import { announce } from './changes'
import { useDatabase } from './database'
import { follow } from './follow'

/** Settings kept with the data, and the copies of original files. Follows every change of the store once `load` was called. */
export const useStoreSettings = defineStore('storeSettings', () => {
  const database = useDatabase()
  const settings = shallowRef<Settings>(INITIAL_SETTINGS)
  const originals = shallowRef<{ readonly files: number; readonly bytes: number; readonly deletable: number } | null>(
    null,
  )

  async function load(): Promise<void> {
    const opened = await database.open()
    if (!opened.ok) return
    settings.value = await readSettings(opened.value)
    originals.value = { ...(await originalsSize(opened.value)), deletable: await deletableOriginals(opened.value) }
  }

  async function set<K extends keyof Settings>(key: K, value: Settings[K]): Promise<Result<null, StoreError>> {
    const opened = await database.open()
    if (!opened.ok) return opened
    const result = await writeSetting(opened.value, key, value)
    if (result.ok) {
      settings.value = { ...settings.value, [key]: value }
      announce({ database: database.id, reports: [], agencies: false, rest: true, settings: key === 'check' })
    }
    return result
  }

  /** Deletes the kept copies of originals; gives how many. */
  async function forgetOriginals(): Promise<Result<number, StoreError>> {
    const opened = await database.open()
    if (!opened.ok) return opened
    const result = await deleteOriginals(opened.value)
    if (result.ok) announce({ database: database.id, reports: [], agencies: false, rest: true })
    return result
  }

  /** Every file that gave a report. */
  async function files(): ReturnType<typeof listFiles> {
    const opened = await database.open()
    return opened.ok ? listFiles(opened.value) : []
  }

  /** A file as imported, or undefined where no copy is kept. Its type says nothing, so that no browser shows or runs what came from outside. */
  async function original(hash: string): Promise<Blob | undefined> {
    const opened = await database.open()
    const bytes = opened.ok ? await originalOf(opened.value, hash) : undefined
    return bytes && new Blob([bytes], { type: 'application/octet-stream' })
  }

  /** Whether a copy of a file is kept. */
  async function keepsOriginal(hash: string): Promise<boolean> {
    const opened = await database.open()
    return opened.ok && (await hasOriginal(opened.value, hash))
  }

  follow(load, () => originals.value !== null)

  return {
    settings: computed(() => settings.value),
    /** How many originals are kept and how many bytes they take, and how many of them may be deleted; `null` until read. */
    originals: computed(() => originals.value),
    load,
    set,
    forgetOriginals,
    files,
    original,
    hasOriginal: keepsOriginal,
  }
})
