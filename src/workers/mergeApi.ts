import type { Result } from '../report/report'
import type { MergeWish } from '../store/merge/merge'
import type { MergeOutcome } from '../store/merge/outcome'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

/** Agencies and years gone through, of how many. */
export interface MergeProgress {
  readonly done: number
  readonly of: number
}

interface MergeRequest {
  /** Database of one's own data. */
  readonly own: string
  /** Database of the shared file that is open. */
  readonly shared: string
  readonly wish: MergeWish
}

/** `merge.worker.ts`: a shared file into one's own data. */
export interface MergeApi {
  /** What it would do; changes nothing. */
  preview: Call<MergeRequest, Result<MergeOutcome, StoreError>, MergeProgress>
  /** Does it, all or nothing. */
  merge: Call<MergeRequest, Result<MergeOutcome, StoreError>, MergeProgress>
}
