import { effectScope, readonly, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { Catalogue, CoverageResult, Filter, LatestMissing, Query, QueryEngine, QueryResult } from '@/cube/query'
import type { Result } from '@/report/report'
import type { Fingerprint } from '@/store/fingerprint'
import type { StoreError } from '@/store/storeError'
import type { CubeApi, FillingProgress } from '@/workers/cubeApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { onStoreChange } from './changes'
import { useDatabase } from './database'
import { databaseName } from './openDatabases'

/** A quarter of a second: an import changes the store many times a second. */
const PAUSE = 250

/** The database under the figures cannot be read. Its wording is that of `storeError`. */
class FiguresUnavailable extends Error {
  readonly storeError: StoreError
  constructor(storeError: StoreError) {
    super(`the database cannot be read: ${storeError.reason}`)
    this.name = 'FiguresUnavailable'
    this.storeError = storeError
  }
}

/** The page's end of the cube: figures of the shown database. Calls reject with `FiguresUnavailable` where it cannot be read. */
export interface PageEngine extends QueryEngine {
  /** Grows when the shown database is another one or has changed, at most a few times a second: what shows figures asks again. */
  readonly generation: Readonly<ShallowRef<number>>
  /** How far the database has been read into memory; `null` when it is not being read. */
  readonly filling: Readonly<ShallowRef<FillingProgress | null>>
  /** Of the data that the figures are made of; costs no filling. */
  fingerprint(): Promise<Fingerprint>
  /** Whether anything was asked yet, so that a question more costs next to nothing. */
  readonly running: Readonly<ShallowRef<boolean>>
}

let engine: PageEngine | null = null

/** The one engine of the page; its worker starts at the first question. Call it where Pinia is active. */
export function useEngine(): PageEngine {
  engine ??= effectScope(true).run(startEngine) ?? null
  if (!engine) throw new Error('the engine could not be started')
  return engine
}

function startEngine(): PageEngine {
  const database = useDatabase()
  const generation = shallowRef(0)
  const filling = shallowRef<FillingProgress | null>(null)
  const running = shallowRef(false)
  let connection: Connection<CubeApi> | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  watch(
    () => database.id,
    () => {
      generation.value++
    },
    { flush: 'sync' },
  )
  onStoreChange(({ database: changed, reports, agencies, settings = false }) => {
    if (reports !== 'all' && reports.length === 0 && !agencies && !settings) return
    void connection?.call('changed', { database: databaseName(changed), reports, agencies, settings })
    if (changed !== database.id) return
    timer ??= setTimeout(() => {
      timer = null
      generation.value++
    }, PAUSE)
  })

  const asked = async <T>(call: (worker: Connection<CubeApi>) => Promise<Result<T, StoreError>>): Promise<T> => {
    connection ??= connect<CubeApi>(
      new Worker(new URL('../workers/cube.worker.ts', import.meta.url), { type: 'module', name: 'gouji-cube' }),
    )
    running.value = true
    const result = await call(connection)
    if (!result.ok) throw new FiguresUnavailable(result.error)
    return result.value
  }
  const options = {
    onProgress: (progress: FillingProgress) => {
      filling.value = progress.done < progress.of ? progress : null
    },
  }
  const shown = () => databaseName(database.id)

  return {
    generation: readonly(generation),
    filling: readonly(filling),
    running: readonly(running),
    query: (query: Query): Promise<QueryResult> =>
      asked((worker) => worker.call('query', { database: shown(), query: plain(query) }, options)),
    coverage: (where: Filter): Promise<CoverageResult> =>
      asked((worker) => worker.call('coverage', { database: shown(), where: plain(where) }, options)),
    latestMissing: (): Promise<LatestMissing | null> =>
      asked((worker) => worker.call('latestMissing', { database: shown() }, options)),
    catalogue: (): Promise<Catalogue> => asked((worker) => worker.call('catalogue', { database: shown() }, options)),
    fingerprint: (): Promise<Fingerprint> => asked((worker) => worker.call('fingerprint', { database: shown() })),
  }
}

/** A query may hold lists that Vue watches, and such cannot be posted to a worker. */
function plain<T>(asked: T): T {
  return JSON.parse(JSON.stringify(asked)) as T
}
