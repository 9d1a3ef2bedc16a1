import type { TotalFormat } from '../exports/total/totalFormat'
import type { Result } from '../report/report'
import type { Language } from '../report/wording'
import type { StoreError } from '../store/storeError'
import type { Total, TotalRefusal } from '../totals/total'
import type { Call } from './rpc'

/** A government and a report year. */
export interface TotalChoice {
  /** Name of the database. */
  readonly database: string
  /** Id of the agency whose report sums its members'. */
  readonly parent: string
  readonly year: number
}

/** A total as the page shows it. */
export interface TotalAnswer {
  readonly total: Result<Total, TotalRefusal>
  /** Who confirmed the member list as it is, and when; `null` where nobody did, or it is another since. */
  readonly confirmed: { readonly by: string; readonly at: string } | null
}

/** `total.worker.ts`: members' reports of a year summed into their government's, read from the store at each call. `null` where the register has no such agency. */
export interface TotalApi {
  total: Call<TotalChoice, Result<TotalAnswer | null, StoreError>>
  /** The total as a file: Word in the statutory layout, a workbook of formulas, or JSON. `null` where there is no total. */
  file: Call<
    TotalChoice & { readonly format: TotalFormat; readonly language: Language; readonly example: boolean },
    Result<Blob | null, StoreError>
  >
}
