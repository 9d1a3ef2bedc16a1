import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Result } from '@/report/report'
import { forgetLeft, leftOver } from '@/store/queue'
import type { LeftOver } from '@/store/queue'
import type { StoreError } from '@/store/storeError'
import { aliveRuns } from './aliveRuns'
import { carried } from './carried'
import { announce, onStoreChange } from './changes'
import { databaseOf } from './openDatabases'
import { useImporting } from './importing'

/** Milliseconds after which it is asked again whether a run that seems alive is. */
const AGAIN = 1000

/** What imports have left undone because they were cancelled, their page was closed or crashed, the disk was full, or the program stopped. */
export const useLeftOver = defineStore('leftOver', () => {
  const importing = useImporting()
  const left = shallowRef<LeftOver | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null

  async function load(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    // A page that carries its data imports nothing.
    if (carried) return
    const opened = await databaseOf('real')
    if (!opened.ok) return
    const now = Date.now()
    left.value = await leftOver(opened.value, now, await aliveRuns())
    const { unsure } = left.value
    if (unsure !== null && !importing.running) timer = setTimeout(() => void load(), Math.max(0, unsure) + AGAIN)
  }

  /** Gives up what is left: nothing that is stored goes. */
  async function forget(): Promise<Result<null, StoreError>> {
    const opened = await databaseOf('real')
    if (!opened.ok) return opened
    const result = await forgetLeft(opened.value, Date.now(), await aliveRuns())
    announce({ database: 'real', reports: [], agencies: false, rest: true })
    await load()
    return result
  }

  watch(
    () => importing.running,
    () => void load(),
    { immediate: true },
  )
  onStoreChange(({ database, reports, rest }) => {
    if (database === 'real' && reports.length === 0 && rest === true && !importing.running) void load()
  })

  const files = computed(() => left.value?.files ?? [])
  return {
    /** How many files wait. */
    count: computed(() => files.value.length),
    files,
    /** How many wait besides, of which not even the name is known. */
    unnamed: computed(() => left.value?.unnamed ?? 0),
    /** Of them, those whose bytes are not here, nor the files on this page: a person has to choose them again. */
    named: computed(() => files.value.filter((file) => !importing.canGoOn(file))),
    /** All of it was left on purpose. */
    cancelled: computed(() => left.value?.cancelled ?? false),
    load,
    forget,
  }
})
