import type { RegisterFileFault } from '../exports/registerFile'
import type { AddedAgency, ChangedAgency, RegisterPlan } from '../register/table/plan'
import type { Result } from '../report/report'
import type { Language } from '../report/wording'
import type { Journal } from '../store/journal'
import type { StoreError } from '../store/storeError'
import type { Call } from './rpc'

/** What taking a table over would do, as far as a page shows it: the first of each, and how many there are. */
export interface PlanShown {
  readonly added: readonly AddedAgency[]
  readonly changed: readonly ChangedAgency[]
  readonly refused: RegisterPlan['refused']
  readonly ignored: RegisterPlan['ignored']
  readonly counts: Readonly<Record<'added' | 'changed' | 'refused' | 'refusedRows' | 'unchanged' | 'absent', number>>
}

export type PlanFailure =
  { readonly kind: 'file'; readonly fault: RegisterFileFault } | { readonly kind: 'store'; readonly error: StoreError }

/** How many agencies were written, and how many were left because somebody has changed them since the plan was made. */
export interface TakenPlan {
  readonly written: number
  readonly stale: number
  /** ISO date-time of the step. */
  readonly at: string
}

/** `register.worker.ts`: a table of thousands of rows read, compared with the register, and written. */
export interface RegisterApi {
  /** With `file` a table is read first and kept; without, the one that is kept is compared with the register as it is now. */
  plan: Call<
    { readonly database: string; readonly file: Blob | null; readonly language: Language },
    Result<PlanShown, PlanFailure>
  >
  /** Writes the plan that was made last. Tells meanwhile what it changed, some rows at a time: together they are the step's journal. */
  take: Call<{ readonly database: string }, Result<TakenPlan, StoreError>, Journal['changes']>
}
