import { ref, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { TotalFormat } from '@/exports/total/totalFormat'
import type { Result } from '@/report/report'
import type { Language } from '@/report/wording'
import type { Store } from '@/store/db'
import { confirmMembers, declareNil, withdrawMembers, withdrawNil } from '@/store/memberWords'
import type { StoreError } from '@/store/storeError'
import type { AgencyYear } from '@/store/versions'
import type { TotalAnswer, TotalApi } from '@/workers/totalApi'
import { announce } from './changes'
import { useDatabase } from './database'
import { follow } from './follow'
import { databaseName } from './openDatabases'
import { usePreferences } from './preferences'
import { WorkerLink } from './workerLink'

const totalWorker = new WorkerLink<TotalApi>(
  () => new Worker(new URL('../workers/total.worker.ts', import.meta.url), { type: 'module', name: 'gouji-total' }),
)

export interface ShownTotal {
  /** `undefined` while it is made, `null` where nothing is chosen or the register has no such agency. */
  readonly answer: Readonly<ShallowRef<TotalAnswer | null | undefined>>
  /** Why the database could not be read or written; `null` while all is well. */
  readonly failure: Readonly<ShallowRef<StoreError | null>>
  /** What is being made into a file; `null` while nothing is. */
  readonly making: Readonly<Ref<TotalFormat | null>>
  /** The total as a file; `null` where there is none. */
  readonly file: (format: TotalFormat, language: Language) => Promise<Blob | null>
  /** Notes that a member declared to have had nothing, or takes that back. */
  readonly sayNil: (member: string, isNil: boolean) => Promise<void>
  /** Notes that the member list is the right one, or takes that back. */
  readonly confirm: (members: readonly string[] | null) => Promise<void>
}

/** A government's total of a year, made by a worker; follows the choice and every change of the store. */
export function useTotal(choice: Ref<AgencyYear | null>): ShownTotal {
  const database = useDatabase()
  const preferences = usePreferences()
  const answer = shallowRef<TotalAnswer | null | undefined>(undefined)
  const failure = shallowRef<StoreError | null>(null)
  const making = ref<TotalFormat | null>(null)
  let loads = 0

  async function load(): Promise<void> {
    const turn = ++loads
    const wanted = choice.value
    if (!wanted) {
      answer.value = null
      return
    }
    const { agency: parent, year } = wanted
    const result = await totalWorker.call('total', { database: databaseName(database.id), parent, year })
    if (turn !== loads) return
    failure.value = result.ok ? null : result.error
    if (result.ok) answer.value = result.value
  }

  async function file(format: TotalFormat, language: Language): Promise<Blob | null> {
    const wanted = choice.value
    if (!wanted) return null
    making.value = format
    try {
      const { id, isExample: example } = database
      const { agency: parent, year } = wanted
      const request = { database: databaseName(id), parent, year, format, language, example }
      const result = await totalWorker.call('file', request)
      failure.value = result.ok ? null : result.error
      return result.ok ? result.value : null
    } finally {
      making.value = null
    }
  }

  async function say(work: (store: Store, key: AgencyYear) => Promise<Result<AgencyYear, StoreError>>): Promise<void> {
    const wanted = choice.value
    const opened = await database.open()
    if (!wanted || !opened.ok) return
    const result = await work(opened.value, wanted)
    failure.value = result.ok ? null : result.error
    if (result.ok) announce({ database: database.id, reports: [result.value], agencies: false, rest: true })
  }

  watch(
    () => (choice.value ? `${database.id} ${choice.value.agency} ${String(choice.value.year)}` : ''),
    () => {
      answer.value = undefined
      void load()
    },
    { immediate: true },
  )
  follow(load, () => choice.value !== null)

  return {
    answer,
    failure,
    making,
    file,
    sayNil: (agency, isNil) =>
      say((store, { year }) =>
        isNil ? declareNil(store, { agency, year }, preferences.name) : withdrawNil(store, { agency, year }),
      ),
    confirm: (members) =>
      say((store, key) =>
        members ? confirmMembers(store, key, members, preferences.name) : withdrawMembers(store, key),
      ),
  }
}
