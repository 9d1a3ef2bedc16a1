import type { Catalogue, CoverageResult, Filter, LatestMissing, Query, QueryResult } from '../cube/query'
import type { Result } from '../report/report'
import type { Fingerprint } from '../store/fingerprint'
import type { StoreError } from '../store/storeError'
import type { AgencyYear } from '../store/versions'
import type { Call } from './rpc'

/** Reports read into memory, of how many. Told while a database is opened for the first time; once it is, answers come at once. */
export interface FillingProgress {
  readonly done: number
  readonly of: number
}

/** What changed in a database: a part of what the page's own announcement says. */
export interface CubeChange {
  readonly database: string
  readonly reports: readonly AgencyYear[] | 'all'
  readonly agencies: boolean
  readonly settings?: boolean
}

type Answer<Params, Value> = Call<{ readonly database: string } & Params, Result<Value, StoreError>, FillingProgress>

/** `cube.worker.ts`: answers queries over a database by its name. Every change sent before a query is in its answer. */
export interface CubeApi {
  query: Answer<{ readonly query: Query }, QueryResult>
  coverage: Answer<{ readonly where: Filter }, CoverageResult>
  latestMissing: Answer<unknown, LatestMissing | null>
  catalogue: Answer<unknown, Catalogue>
  /** Of the database as it is, without filling the cube. */
  fingerprint: Answer<unknown, Fingerprint>
  changed: Call<CubeChange, null>
}
