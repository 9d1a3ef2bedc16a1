import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Result } from '@/report/report'
import type { DatabaseId, Store } from '@/store/db'
import { turnBack } from '@/store/keptChanges'
import type { Kept, KeptChange } from '@/store/keptChanges'
import type { StoreError } from '@/store/storeError'
import { announce } from './changes'
import { useDatabase } from './database'
import { withStep, withoutLast } from './keptSteps'
import type { KeptStep, StepWords } from './keptSteps'
import { databaseOf } from './openDatabases'

type Done<T> = Promise<Result<T, StoreError>>
type Steps = ReadonlyMap<DatabaseId, readonly KeptStep[]>

/** What was done to saved views, notes and decks in this visit, each step of which can be taken back and done again: one history for all of them. */
export const useKeptHistory = defineStore('keptHistory', () => {
  const database = useDatabase()
  const done = shallowRef<Steps>(new Map())
  const undone = shallowRef<Steps>(new Map())
  let keys = 0
  let last: Promise<unknown> = Promise.resolve()
  const readers = new Set<() => Promise<void>>()

  const stepsOf = (steps: typeof done): readonly KeptStep[] => steps.value.get(database.id) ?? []
  const change = (
    steps: typeof done,
    id: DatabaseId,
    work: (list: readonly KeptStep[]) => readonly KeptStep[],
  ): void => {
    steps.value = new Map(steps.value).set(id, work(steps.value.get(id) ?? []))
  }

  /** One after the other, so that two quick keys take back two steps. */
  function inTurn<T>(work: () => Done<T>): Done<T> {
    const mine = last.then(work)
    last = mine.catch(() => null)
    return mine
  }

  /** Lets this page read at once what it wrote; the others follow. */
  async function tell(of: DatabaseId, changes: readonly KeptChange[]): Promise<void> {
    const rest = changes.some(({ table }) => table === 'settings')
    announce({ database: of, reports: [], agencies: false, kept: true, rest })
    if (of === database.id) await Promise.all([...readers].map((read) => read()))
  }

  /** Does a step, tells the pages, and keeps it for undoing. A step that changed nothing is not kept. */
  function run<T>(work: (store: Store) => Done<Kept<T>>, words: (value: T) => StepWords): Done<T> {
    const { id } = database
    return inTurn(async () => {
      const opened = await databaseOf(id)
      if (!opened.ok) return opened
      const result = await work(opened.value)
      if (!result.ok) return result
      const { value, changes } = result.value
      if (changes.length > 0) {
        keys += 1
        const step = { key: keys, words: words(value), changes }
        change(done, id, (list) => withStep(list, step))
        change(undone, id, () => [])
        await tell(id, changes)
      }
      return { ok: true, value }
    })
  }

  function turn(from: typeof done, to: typeof done): Done<KeptStep | null> {
    const { id } = database
    return inTurn(async () => {
      const step = (from.value.get(id) ?? []).at(-1)
      if (!step) return { ok: true, value: null }
      const opened = await databaseOf(id)
      if (!opened.ok) return opened
      const result = await turnBack(opened.value, step.changes)
      // One that was overtaken can never be taken back, and must not stand before those that can.
      if (result.ok || result.error.reason === 'step-overtaken') change(from, id, withoutLast)
      if (!result.ok) return result
      change(to, id, (list) => withStep(list, { ...step, changes: result.value }))
      await tell(id, result.value)
      return { ok: true, value: step }
    })
  }

  return {
    /** Steps that can be taken back, the latest last. */
    done: computed(() => stepsOf(done)),
    /** Steps that were taken back and can be done again, the latest last. */
    undone: computed(() => stepsOf(undone)),
    run,
    /** Has `read` called after every step of this page, before the step is said to be done. */
    onStep: (read: () => Promise<void>): void => {
      readers.add(read)
    },
    /** Takes the latest step back. Gives it, or `null` where there is none. */
    undo: () => turn(done, undone),
    /** Does the step again that was taken back last. */
    redo: () => turn(undone, done),
  }
})
