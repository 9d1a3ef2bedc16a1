import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { DatabaseId, Store } from '@/store/db'
import { reportsOf, undoStep } from '@/store/journal'
import type { Journal, Journaled } from '@/store/journal'
import type { StoreError } from '@/store/storeError'
import { announce } from './changes'
import { databaseOf } from './openDatabases'
import { useDatabase } from './database'

/** What a step was, for its words: `agencies.steps.<what>` with these names and numbers. */
export interface StepWords {
  readonly what: 'edit' | 'rename' | 'merge' | 'split' | 'remove' | 'distinct' | 'table'
  readonly params: Readonly<Record<string, string | number>>
}

/** One step of work on the register in this visit. */
export interface RegisterStep {
  readonly key: number
  readonly words: StepWords
  readonly journal: Journal
}

type Done<T> = Promise<Result<T, StoreError>>

/** Steps kept for undoing; each holds the rows that it changed. */
const MOST_STEPS = 100

/** The steps of work on the register in this visit, each of which can be taken back and done again. */
export const useRegisterHistory = defineStore('registerHistory', () => {
  const database = useDatabase()
  const done = shallowRef<ReadonlyMap<DatabaseId, readonly RegisterStep[]>>(new Map())
  const undone = shallowRef<ReadonlyMap<DatabaseId, readonly RegisterStep[]>>(new Map())
  let keys = 0

  const stepsOf = (steps: typeof done): readonly RegisterStep[] => steps.value.get(database.id) ?? []
  const keep = (steps: typeof done, id: DatabaseId, list: readonly RegisterStep[]): void => {
    steps.value = new Map(steps.value).set(id, list.slice(-MOST_STEPS))
  }

  /** Does a step, tells the pages, and keeps it for undoing. A step that changed nothing is not kept. */
  async function run<T>(work: (store: Store) => Done<Journaled<T>>, words: (value: T) => StepWords): Done<T> {
    const { id } = database
    const opened = await databaseOf(id)
    if (!opened.ok) return opened
    const result = await work(opened.value)
    if (!result.ok) return result
    const { value, journal } = result.value
    if (journal.changes.length > 0) {
      tell(id, journal)
      keys += 1
      keep(done, id, [...(done.value.get(id) ?? []), { key: keys, words: words(value), journal }])
      keep(undone, id, [])
    }
    return { ok: true, value }
  }

  async function turn(from: typeof done, to: typeof done): Done<RegisterStep | null> {
    const { id } = database
    const steps = from.value.get(id) ?? []
    const last = steps.at(-1)
    if (!last) return { ok: true, value: null }
    const opened = await databaseOf(id)
    if (!opened.ok) return opened
    const result = await undoStep(opened.value, last.journal)
    if (!result.ok) return result
    tell(id, result.value)
    keep(from, id, steps.slice(0, -1))
    keep(to, id, [...(to.value.get(id) ?? []), { ...last, journal: result.value }])
    return { ok: true, value: last }
  }

  return {
    /** Steps that can be taken back, the latest last. */
    done: computed(() => stepsOf(done)),
    /** Steps that were taken back and can be done again, the latest last. */
    undone: computed(() => stepsOf(undone)),
    run,
    /** Takes the latest step back. Gives it, or `null` where there is none. */
    undo: () => turn(done, undone),
    /** Does the step again that was taken back last. */
    redo: () => turn(undone, done),
  }
})

function tell(database: DatabaseId, journal: Journal): void {
  announce({ database, reports: reportsOf(journal), agencies: true, rest: true })
}
