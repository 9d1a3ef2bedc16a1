import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { Language } from '@/report/wording'
import type { StoreError } from '@/store/storeError'
import type { DatasetApi, DatasetFile, DatasetFormat, DatasetProgress } from '@/workers/datasetApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'

/** The whole shown data set as one file, made in a worker of its own that starts at its first use. */
export const useDataset = defineStore('dataset', () => {
  const database = useDatabase()
  const progress = shallowRef<DatasetProgress | null>(null)
  let connection: Connection<DatasetApi> | null = null

  function worker(): Connection<DatasetApi> {
    connection ??= connect<DatasetApi>(
      new Worker(new URL('../workers/dataset.worker.ts', import.meta.url), { type: 'module', name: 'gouji-dataset' }),
    )
    return connection
  }

  /** Every current report with its numbers, their states and notes. */
  async function make(format: DatasetFormat, language: Language): Promise<Result<DatasetFile, StoreError>> {
    progress.value = { done: 0, of: 0 }
    try {
      return await worker().call(
        'make',
        { database: databaseName(database.id), format, language, example: database.isExample },
        {
          onProgress: (now) => {
            progress.value = now
          },
        },
      )
    } finally {
      progress.value = null
    }
  }

  return {
    /** Where the work is; `null` while none is under way. */
    progress: computed(() => progress.value),
    make,
  }
})
