import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { StoreError } from '@/store/storeError'
import type { Letters, LettersProgress, LettersRequest } from '@/workers/lettersOfStore'
import { useChecks } from './checks'
import { useDatabase } from './database'

/** Letters to agencies on what the checks found, made in the worker of the checks; one sending at a time. */
export const useLetters = defineStore('letters', () => {
  const database = useDatabase()
  const checks = useChecks()
  const progress = shallowRef<LettersProgress | null>(null)

  async function make(request: Omit<LettersRequest, 'example'>): Promise<Result<Letters, StoreError>> {
    progress.value = { done: 0, of: 0 }
    try {
      return await checks.letters({ ...request, example: database.isExample }, (now) => {
        progress.value = now
      })
    } finally {
      progress.value = null
    }
  }

  return {
    /** Where the work is; `null` while none is under way. `of` is 0 while the findings are being computed. */
    progress: computed(() => progress.value),
    make,
  }
})
