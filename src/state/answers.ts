import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { Catalogue, CoverageResult, Filter, LatestMissing, Query, QueryEngine, QueryResult } from '@/cube/query'
import { useDatabase } from './database'
import { useEngine } from './engine'
import { useImporting } from './importing'

/** An answer that follows its question and the data, for as long as the component lives. */
export interface Answer<T> {
  /** `null` until the first answer, or without a question. While a new answer is awaited the last one of the same database stays. */
  readonly value: Readonly<ShallowRef<T | null>>
  readonly pending: Readonly<ShallowRef<boolean>>
  /** Why there is no answer: `FiguresUnavailable`, or what broke the worker; `null` while all is well. */
  readonly failure: Readonly<ShallowRef<Error | null>>
}

/** Answers a query, and again whenever the query or the data changes. A question of `null` asks nothing. On every page an agency counts as the one that took its duties over. */
export function useQuery(question: () => Query | null): Answer<QueryResult> {
  return useAnswer(question, (engine, query) => engine.query({ lineage: true, ...query }))
}

/** Who has reported for which year, as the data stands. */
export function useCoverage(question: () => Filter | null): Answer<CoverageResult> {
  return useAnswer(question, (engine, where) => engine.coverage(where))
}

/** Who is missing from the newest year, once something else has had the data read, and while nothing is being imported. */
export function useLatestMissing(): Answer<LatestMissing | null> {
  const { running } = useEngine()
  const importing = useImporting()
  return useAnswer(
    () => (running.value && importing.position === null ? true : null),
    (engine) => engine.latestMissing(),
  )
}

/** What there is to filter by, as the data stands. */
export function useCatalogue(): Answer<Catalogue> {
  return useAnswer(
    () => true,
    (engine) => engine.catalogue(),
  )
}

function useAnswer<Q, T>(question: () => Q | null, ask: (engine: QueryEngine, asked: Q) => Promise<T>): Answer<T> {
  const engine = useEngine()
  const database = useDatabase()
  const value = shallowRef<T | null>(null)
  const pending = shallowRef(false)
  const failure = shallowRef<Error | null>(null)
  let last = 0

  const answer = async (asked: Q | null): Promise<void> => {
    const turn = ++last
    if (asked === null) {
      value.value = null
      pending.value = false
      return
    }
    pending.value = true
    try {
      const given = await ask(engine, asked)
      if (turn !== last) return
      value.value = given
      failure.value = null
    } catch (thrown) {
      if (turn !== last) return
      value.value = null
      failure.value = thrown instanceof Error ? thrown : new Error(String(thrown))
    }
    pending.value = false
  }

  watch(
    () => database.id,
    () => {
      value.value = null
    },
    { flush: 'sync' },
  )
  watch([question, engine.generation], ([asked]) => void answer(asked), { immediate: true })
  return { value, pending, failure }
}
