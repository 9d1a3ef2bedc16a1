import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { Language } from '@/report/wording'
import type { Journal } from '@/store/journal'
import type { StoreError } from '@/store/storeError'
import type { PlanFailure, PlanShown, RegisterApi, TakenPlan } from '@/workers/registerApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'
import { useRegisterHistory } from './registerHistory'

/** A register's table on its way into the register: read, compared and written in a worker of its own that starts at its first use. */
export const useRegisterTable = defineStore('registerTable', () => {
  const database = useDatabase()
  const history = useRegisterHistory()
  const plan = shallowRef<Result<PlanShown, PlanFailure> | null>(null)
  let connection: Connection<RegisterApi> | null = null
  let turn = 0

  function worker(): Connection<RegisterApi> {
    connection ??= connect<RegisterApi>(
      new Worker(new URL('../workers/register.worker.ts', import.meta.url), { type: 'module', name: 'gouji-register' }),
    )
    return connection
  }

  async function compare(file: Blob | null, language: Language): Promise<void> {
    const mine = ++turn
    const made = await worker().call('plan', { database: databaseName(database.id), file, language })
    if (mine === turn) plan.value = made
  }

  return {
    /** What taking the table over would do; `null` while there is none. */
    plan,
    /** Reads a file and compares it with the register. */
    open: (file: Blob, language: Language) => compare(file, language),
    /** Compares the table anew, because the register or the language has changed. */
    again: (language: Language) => (plan.value?.ok ? compare(null, language) : Promise.resolve()),
    close: (): void => {
      turn++
      plan.value = null
    },
    /** Writes what the plan says, in one step that can be taken back. */
    take: (): Promise<Result<TakenPlan, StoreError>> =>
      history.run(
        async () => {
          const changes: Journal['changes'][number][] = []
          const taken = await worker().call(
            'take',
            { database: databaseName(database.id) },
            {
              onProgress: (piece) => {
                changes.push(...piece)
              },
            },
          )
          return taken.ok
            ? { ok: true, value: { value: taken.value, journal: { at: taken.value.at, changes } } }
            : taken
        },
        ({ written }) => ({ what: 'table', params: { n: written } }),
      ),
  }
})
