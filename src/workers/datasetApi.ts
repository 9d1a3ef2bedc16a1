import type { Result } from '../report/report'
import type { Language } from '../report/wording'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

export type DatasetFormat = 'xlsx' | 'csv' | 'json'

export interface DatasetRequest {
  /** Name of the database. */
  readonly database: string
  readonly format: DatasetFormat
  readonly language: Language
  /** Marks every sheet and line as 示例数据. */
  readonly example: boolean
}

/** The file, and how many reports are in it. */
export interface DatasetFile {
  readonly file: Blob
  readonly reports: number
}

/** Reports gone through, of how many. */
export interface DatasetProgress {
  readonly done: number
  readonly of: number
}

/** `dataset.worker.ts`: every current report with its numbers, their states and notes, as one file. */
export interface DatasetApi {
  make: Call<DatasetRequest, Result<DatasetFile, StoreError>, DatasetProgress>
}
