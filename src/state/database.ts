import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import { DATABASES } from '@/store/db'
import type { DatabaseId, Store } from '@/store/db'
import { hasReports } from '@/store/empty'
import { readSettings } from '@/store/settings'
import { readShare } from '@/store/share'
import type { OpenedShare } from '@/store/shareLabel'
import type { StoreError } from '@/store/storeError'
import type { ImportPosition } from '@/workers/importApi'
import { carried } from './carried'
import { announce, onStoreChange, STORE_PAUSE } from './changes'
import { importWorker } from './importWorker'
import { databaseOf, onDatabaseLost } from './openDatabases'

/** Which database the pages show (the address says which: `databaseAddress.ts`), and whether it can be read and written. */
export const useDatabase = defineStore('database', () => {
  const id = ref<DatabaseId>(carried ? 'shared' : 'real')
  const status = ref<'opening' | 'ready' | 'failed'>('opening')
  /** Why nothing can be written, though it can be read; `null` where it can. */
  const readOnly = shallowRef<StoreError | null>(null)
  /** Why it could not be opened or was lost; `null` while it is well. */
  const failure = shallowRef<StoreError | null>(null)
  /** Whether it holds no report at all; `null` until known. */
  const empty = ref<boolean | null>(null)
  /** What is open beside one's own data; `null` while nothing is, or it is not known yet. */
  const share = shallowRef<OpenedShare | null>(null)
  /** Where loading the example city is; `null` while it is not being loaded. */
  const examplePosition = shallowRef<ImportPosition | null>(null)
  /** Why the example city was not loaded; `null` where it was, or was not asked for. */
  const exampleFailure = shallowRef<StoreError | null>(null)

  /** Opens the chosen database. Pages call it through `use`; the app calls it once at its start. */
  async function open(): Promise<Result<Store, StoreError>> {
    const wanted = id.value
    const result = await databaseOf(wanted)
    // Read once, and again when another file took its place: figures ask for the database all the time.
    const isNew = wanted === 'shared' && result.ok && share.value === null
    const held = isNew ? await readShare(result.value) : null
    if (wanted !== id.value) return open()
    if (isNew) share.value = held
    status.value = result.ok ? 'ready' : 'failed'
    failure.value = result.ok ? null : result.error
    readOnly.value = result.ok ? result.value.readOnly : null
    if (result.ok && empty.value === null) await look(result.value)
    return result
  }

  async function look(store: Store): Promise<void> {
    const wanted = id.value
    const found = await hasReports(store)
    if (wanted === id.value) empty.value = !found
  }

  async function lookAgain(): Promise<void> {
    const result = await open()
    if (!result.ok) return
    const held = id.value === 'shared' ? await readShare(result.value) : null
    if (id.value === 'shared') share.value = held
    await look(result.value)
  }

  /** Shows the real data, the example city or what is shared. What shows figures watches `id`. */
  async function select(wanted: DatabaseId): Promise<void> {
    if (wanted === id.value && status.value === 'ready') return
    id.value = wanted
    share.value = null
    status.value = 'opening'
    empty.value = null
    await open()
  }

  /** Shows the example city, and fills its database first where that was not yet done. Gives the error where it could not be written. */
  async function loadExample(): Promise<StoreError | null> {
    if (examplePosition.value) return null
    examplePosition.value = { file: '', phase: 'reading', done: 0, of: 0, share: 0, left: null }
    try {
      await select('example')
      exampleFailure.value = await fillExample()
    } finally {
      examplePosition.value = null
    }
    return exampleFailure.value
  }

  async function fillExample(): Promise<StoreError | null> {
    const opened = await databaseOf('example')
    if (!opened.ok) return opened.error
    if ((await readSettings(opened.value)).cityLoaded) return null
    try {
      const { stopped } = await importWorker.call(
        'sample',
        { database: DATABASES.example },
        {
          onProgress: ({ position }) => {
            examplePosition.value = position
          },
        },
      )
      return stopped
    } finally {
      announce({ database: 'example', reports: 'all', agencies: true, rest: true })
    }
  }

  onDatabaseLost((lost, error) => {
    if (lost !== id.value) return
    status.value = 'failed'
    failure.value = error
  })
  let timer: ReturnType<typeof setTimeout> | null = null
  onStoreChange(({ database, reports, rest }) => {
    if (database !== id.value || !(reports === 'all' || reports.length > 0 || rest === true)) return
    timer ??= setTimeout(() => {
      timer = null
      void lookAgain()
    }, STORE_PAUSE)
  })

  return {
    id: computed(() => id.value),
    /** Whether what is shown was made up: the example city, or what somebody shared of it. */
    isExample: computed(() => id.value === 'example' || share.value?.example === true),
    share: computed(() => share.value),
    /** Whether this page is a file that carries its data, and so shows no other. */
    isCarried: carried !== null,
    status: computed(() => status.value),
    readOnly: computed(() => readOnly.value),
    failure: computed(() => failure.value),
    empty: computed(() => empty.value),
    examplePosition: computed(() => examplePosition.value),
    exampleFailure: computed(() => exampleFailure.value),
    open,
    /** Reads again what the shown database is: all of it was replaced. */
    lookAgain,
    select,
    loadExample,
  }
})
