import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { BackupManifest } from '@/store/backupFormat'
import type { StoreError } from '@/store/storeError'
import type { BackupProgress } from '@/workers/backupApi'
import { backupWorker } from './backupWorker'
import { announce } from './changes'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'

/** Everything into one file, and back. */
export const useBackup = defineStore('backup', () => {
  const database = useDatabase()
  const progress = shallowRef<BackupProgress | null>(null)

  const onProgress = (now: BackupProgress): void => {
    progress.value = now
  }

  /** The shown database as one zip file. */
  async function make(): Promise<Result<Blob, StoreError>> {
    try {
      return await backupWorker.call('backup', { database: databaseName(database.id) }, { onProgress })
    } finally {
      progress.value = null
    }
  }

  /** What a file is a backup of, or why it cannot be restored here. Nothing is touched. */
  const inspect = (file: File): Promise<Result<BackupManifest, StoreError>> =>
    backupWorker.call('inspect', { database: databaseName(database.id), file })

  /** Replaces the shown database by a backup, after the whole file was checked against its own hashes; otherwise nothing is touched. */
  async function restore(file: File): Promise<Result<BackupManifest, StoreError>> {
    try {
      const result = await backupWorker.call('restore', { database: databaseName(database.id), file }, { onProgress })
      if (result.ok) announce({ database: database.id, reports: 'all', agencies: true, rest: true })
      return result
    } finally {
      progress.value = null
    }
  }

  return {
    /** Where the work is; `null` while none is under way. */
    progress: computed(() => progress.value),
    make,
    inspect,
    restore,
  }
})
