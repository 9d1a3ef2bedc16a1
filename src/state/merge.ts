import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { MergeWish } from '@/store/merge/merge'
import { bringsAnything } from '@/store/merge/outcome'
import type { MergeOutcome } from '@/store/merge/outcome'
import type { StoreError } from '@/store/storeError'
import type { MergeApi, MergeProgress } from '@/workers/mergeApi'
import { announce } from './changes'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'
import { WorkerLink } from './workerLink'

type Done = Promise<Result<MergeOutcome, StoreError>>

/** The shared file that is open on its way into the shown data. */
export const useMerge = defineStore('merge', () => {
  const database = useDatabase()
  const progress = shallowRef<MergeProgress | null>(null)
  const link = new WorkerLink<MergeApi>(
    () => new Worker(new URL('../workers/merge.worker.ts', import.meta.url), { type: 'module', name: 'gouji-merge' }),
  )

  async function ask(method: 'preview' | 'merge', wish: MergeWish): Done {
    const request = { own: databaseName(database.id), shared: databaseName('shared'), wish }
    try {
      return await link.call(method, request, {
        onProgress: (now) => {
          progress.value = now
        },
      })
    } finally {
      progress.value = null
    }
  }

  return {
    /** Where the work is; `null` while none is under way. */
    progress: computed(() => progress.value),
    /** What merging would do. Nothing is touched. */
    preview: (wish: MergeWish): Done => ask('preview', wish),
    /** Merges, all or nothing, and tells the pages. */
    merge: async (wish: MergeWish): Done => {
      const of = database.id
      const result = await ask('merge', wish)
      if (result.ok) announce({ database: of, reports: 'all', agencies: true, rest: true, kept: true })
      return result
    },
    bringsAnything,
  }
})
