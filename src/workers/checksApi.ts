import type { FindingWord } from '../check/decisions'
import type { Result } from '../report/report'
import type { Language } from '../report/wording'
import type { FindingDecisionRow } from '../store/decisionRows'
import type { StoreError } from '../store/storeError'
import type { AgencyYear } from '../store/versions'
import type { CubeChange, FillingProgress } from './cubeApi'
import type { StandingFinding } from './findingLine'
import type { Letters, LettersProgress, LettersRequest } from './lettersOfStore'
import type { Call } from './rpc'
import type { OpenCounts, ReportLines } from './standingFindings'

/** Up to what a page has been told. It holds for one worker: another one tells everything anew. */
export interface Mark {
  readonly run: string
  readonly serial: number
}

/** What is told while lines are asked for: how far the reading is, then some reports' lines at a time, so that receiving them never holds the page up. */
export type LinesProgress =
  | { readonly kind: 'filling'; readonly filling: FillingProgress }
  | { readonly kind: 'reports'; readonly reports: readonly ReportLines[] }

export interface LinesAnswer {
  readonly mark: Mark
  /** Keys of all reports with findings, in the order of the list. */
  readonly order: readonly string[]
  /** Everything was told: what was known before no longer holds. */
  readonly whole: boolean
}

/** A person's word, and what it took the place of: what it takes to undo it. */
export interface Decided {
  readonly reports: readonly AgencyYear[]
  /** Rows that were written. */
  readonly written: readonly string[]
  /** Rows as they were. */
  readonly before: readonly FindingDecisionRow[]
}

type Answer<Params, Value, Progress = FillingProgress> = Call<
  { readonly database: string } & Params,
  Result<Value, StoreError>,
  Progress
>

/** `checks.worker.ts`: the findings of all rules over a database by its name. Every change sent before a question is in its answer. */
export interface ChecksApi {
  lines: Answer<{ readonly since: Mark | null }, LinesAnswer, LinesProgress>
  counts: Answer<unknown, OpenCounts>
  /** One finding whole, `null` where there is none of this id (any more). */
  finding: Answer<{ readonly id: string }, (AgencyYear & StandingFinding) | null>
  findingsOf: Answer<AgencyYear, readonly StandingFinding[]>
  /** Says one thing of many findings; ids that are no findings any more are passed over. */
  decide: Answer<
    { readonly ids: readonly string[]; readonly says: FindingWord; readonly reason: string; readonly by: string },
    Decided
  >
  /** Takes what was said of findings back. */
  withdraw: Answer<{ readonly ids: readonly string[] }, Decided>
  /** Makes words on findings as they were before. */
  undo: Answer<{ readonly decided: Decided }, readonly AgencyYear[]>
  /** Findings by their ids as an Excel workbook, in that order, with what was said of each; ids that are no findings any more are passed over. */
  workbook: Answer<{ readonly ids: readonly string[]; readonly language: Language; readonly example: boolean }, Blob>
  /** Marks the store's figures with their open errors by all rules. Gives the reports whose marks changed. */
  mark: Answer<unknown, readonly AgencyYear[]>
  /** Letters to agencies (整改通知). */
  letters: Answer<
    LettersRequest,
    Letters,
    { readonly kind: 'filling'; readonly filling: FillingProgress } | ({ readonly kind: 'letters' } & LettersProgress)
  >
  changed: Call<CubeChange, null>
}
