import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { askerOf } from '@/analysis/asker'
import type { Asker, RecordingAsker } from '@/analysis/asker'
import type { Asked, FigureKind } from '@/analysis/figure'
import type { Params } from '@/analysis/params'
import type { Chart } from '@/charts/chart'
import type { Catalogue, CoverageResult, Filter, LatestMissing, QueryEngine } from '@/cube/query'
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

/** Answers of the data as they stand now, which figures that ask the same share: as many as two pages need. */
const KEPT = 16
let shared: { readonly of: string; readonly asker: RecordingAsker } | null = null

/** The asker of the shown database as it stands at the time of the call. */
function useAsker(): () => RecordingAsker {
  const engine = useEngine()
  const database = useDatabase()
  return () => {
    const of = `${database.id} ${String(engine.generation.value)}`
    if (shared?.of !== of) shared = { of, asker: askerOf(engine, KEPT) }
    return shared.asker
  }
}

/** Answers what is asked of the data, and again whenever the question or the data change. A question of `null` asks nothing. */
export function useAsked<Q, T>(question: () => Q | null, ask: (asker: Asker, asked: Q) => Promise<T>): Answer<T> {
  const asker = useAsker()
  return useAnswer(question, (_, asked) => ask(asker(), asked))
}

/** A figure that follows its filter, its switches and the data. */
export function useFigure<P extends Params>(kind: FigureKind<P>, asked: () => Asked<P> | null): Answer<Chart | null> {
  return useAsked(asked, (asker, now) => kind.ask(asker, now))
}

/** Who has reported for which year, as the data stands. */
export function useCoverage(question: () => Filter | null): Answer<CoverageResult> {
  return useAsked(question, (asker, where) => asker.coverage(where))
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
  return useAsked(
    () => true,
    (asker) => asker.catalogue(),
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
