import type { Query, QueryResult } from '@/cube/query'
import type { Call } from '@/workers/rpc'

/** The same cells as CSV, for a database; column names are the figures' positions in `FIELDS`. */
export interface Filled {
  readonly csv: readonly Uint8Array<ArrayBuffer>[]
  /** Milliseconds spent on putting the reports into the columns. */
  readonly filling: number
  /** Region of the first report. */
  readonly region: string
}

/** `cubeBench.worker.ts`: the cube over sample reports that no store holds. */
export interface BenchApi {
  fill: Call<{ readonly reports: number }, Filled>
  query: Call<Query, QueryResult>
}
