import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { LookedAt } from '@/store/share'
import type { OpenedShare } from '@/store/shareLabel'
import type { ShareChoice } from '@/store/sharePick'
import type { ShareSize } from '@/store/shareSize'
import type { StoreError } from '@/store/storeError'
import type { BackupProgress } from '@/workers/backupApi'
import { backupWorker } from './backupWorker'
import { announce } from './changes'
import { useChecks } from './checks'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'

/** The data as one file for others, and others' files beside one's own data. */
export const useShare = defineStore('share', () => {
  const database = useDatabase()
  const checks = useChecks()
  const progress = shallowRef<BackupProgress | null>(null)
  const onProgress = (now: BackupProgress): void => {
    progress.value = now
  }

  /** The shown data, or a part of them, as one file, with the marks of errors as all rules give them: where it is opened they cannot be written. */
  async function make(choice: ShareChoice): Promise<Result<Blob, StoreError>> {
    const unmarked = await checks.markNow()
    if (unmarked) return { ok: false, error: unmarked }
    try {
      return await backupWorker.call('share', { database: databaseName(database.id), choice }, { onProgress })
    } finally {
      progress.value = null
    }
  }

  /** How much of the shown data a choice takes, about. */
  const sizeOf = (choice: ShareChoice): Promise<Result<ShareSize, StoreError>> =>
    backupWorker.call('shareSize', { database: databaseName(database.id), choice })

  /** Whose data a file holds, or why it cannot be opened. Nothing is touched. */
  const inspect = (file: File): Promise<Result<LookedAt, StoreError>> => backupWorker.call('inspectShared', { file })

  /** What is open beside one's own data, shown or not; `null` where nothing is. */
  const held = (): Promise<OpenedShare | null> => backupWorker.call('heldShare', { database: databaseName('shared') })

  /** Puts a file in place of the one that is open, after it was checked whole, and shows it unless it is to be merged. */
  async function open(file: File, { show = true } = {}): Promise<Result<OpenedShare, StoreError>> {
    try {
      const request = { database: databaseName('shared'), file }
      const result = await backupWorker.call('openShared', request, { onProgress })
      if (!result.ok) return result
      announce({ database: 'shared', reports: 'all', agencies: true, rest: true, kept: true, settings: true })
      if (database.id === 'shared') await database.lookAgain()
      else if (show) await database.select('shared')
      return result
    } finally {
      progress.value = null
    }
  }

  /** Deletes what was opened from this browser, and goes back to one's own data. */
  async function forget(): Promise<Result<null, StoreError>> {
    const result = await backupWorker.call('forgetShare', { database: databaseName('shared') })
    if (!result.ok) return result
    announce({ database: 'shared', reports: 'all', agencies: true, rest: true, kept: true, settings: true })
    if (database.id === 'shared') await database.select('real')
    return result
  }

  return {
    /** Where the work is; `null` while none is under way. */
    progress: computed(() => progress.value),
    make,
    sizeOf,
    inspect,
    held,
    open,
    forget,
  }
})
