import type { FindingWord } from '../check/decisions'
import type { FieldId } from '../form/fields'
import type { Agency } from '../register/agency'
import type { FormVersion, Label, TableId } from '../form/version'
import type { Cell, Severity, Source } from '../report/report'
import type { Language } from '../report/wording'

/** The agency of a report, in words as people read them; what is not known is `''`. */
export interface DatasetAgency {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly region: string
  readonly regionCode: string
  readonly system: string
  /** Name of the agency whose report sums it. */
  readonly parent: string
  readonly scope: string
  /** Names that it gave up, each with its last year where that is known. */
  readonly formerNames: string
  /** Name of the agency that took its duties over. */
  readonly successor: string
}

/** An issue of reading or a finding of a rule, with its words. */
export interface DatasetNote {
  /** Issue code or rule id. */
  readonly code: string
  readonly severity: Severity
  readonly fields: readonly FieldId[]
  readonly at: string
  readonly message: string
  /** Of a finding. */
  readonly formula?: string
  readonly difference?: number
  /** Of an issue that needs no look any more: who compared it with the original and when, ISO date-time; `by` is empty where nobody signed or its cells were corrected. */
  readonly settled?: { readonly by: string; readonly at: string }
  /** Of a finding that somebody said a word on; `changed`: a number among its own has changed since. `at`: ISO date-time. */
  readonly word?: {
    readonly says: FindingWord | 'changed'
    readonly reason: string
    readonly by: string
    readonly at: string
  }
}

/** One report of a data set on its way into a file: as read, with what people and rules have to say about it. */
export interface DatasetReport {
  readonly agency: DatasetAgency
  readonly year: number | null
  readonly published?: string
  readonly source: Source
  /** Hash of the file, where it was kept. */
  readonly hash?: string
  /** Agency and year as read, before anybody corrected them. */
  readonly readAgency: string | null
  readonly readYear: number | null
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  readonly cells: Readonly<Partial<Record<FieldId, Cell>>>
  readonly corrected: Readonly<Partial<Record<FieldId, number | null>>>
  readonly forced: Readonly<Partial<Record<FieldId, number>>>
  readonly inError: readonly FieldId[]
  /** Cells that a person compared with the original and found right as read. */
  readonly vouched?: readonly FieldId[]
  readonly issues: readonly DatasetNote[]
  readonly findings: readonly DatasetNote[]
}

/** Reports at hand, or as they are read. */
export type DatasetReports = Iterable<DatasetReport> | AsyncIterable<DatasetReport>

export interface DatasetOptions {
  readonly language: Language
  /** Data of the fictional city: marked on every sheet, line and file. */
  readonly example: boolean
  /** When the file is made, ISO date-time. */
  readonly created: string
  /** The register, which goes along whole, so that it can be read back. */
  readonly agencies?: readonly Agency[]
}

/** How a value came to be, as files say it. */
type DatasetState = 'printed' | 'repaired' | 'inferred' | 'corrected' | 'blank' | 'unread'

export const STATE_LABELS: Readonly<Record<DatasetState, Label>> = {
  printed: { zh: '照录', en: 'as printed' },
  repaired: { zh: '修', en: 'repaired' },
  inferred: { zh: '推', en: 'inferred' },
  corrected: { zh: '改', en: 'corrected' },
  blank: { zh: '空白', en: 'blank' },
  unread: { zh: '未读出', en: 'unread' },
}

/** Put after the state of a cell that a person found right: it stays what it was. */
const VOUCHED: Label = { zh: '（已核）', en: ' (compared with the original)' }

/** Put after the state of a blank or unread cell that the sums force. */
const FORCED: Label = { zh: '（可推）', en: ' (determined by the sums)' }

export const EXAMPLE_MARK: Label = {
  zh: '示例数据：虚构的城市，不是真实年报',
  en: 'Example data: a fictional city, not real reports',
}

/** One cell of a data set: the number that counts, and how it came to be. */
export interface DatasetValue {
  /** `null` for blank and unread cells, forced ones too: what the sums force stands beside it. */
  readonly value: number | null
  readonly state: DatasetState
  /** The value as read, where a person corrected it. */
  readonly original: number | null
  readonly forced: number | null
  /** Stands in an error finding. */
  readonly inError: boolean
  /** A person compared it with the original and found it right as read. */
  readonly vouched: boolean
}

/** The value of a field; `undefined` where the report's forms do not have it. */
export function valueOf(report: DatasetReport, field: FieldId): DatasetValue | undefined {
  const cell = report.cells[field]
  if (!cell) return undefined
  const inError = report.inError.includes(field)
  const correction = report.corrected[field]
  if (correction !== undefined)
    return { value: correction, state: 'corrected', original: cell.value, forced: null, inError, vouched: false }
  const forced = cell.value === null ? (report.forced[field] ?? null) : null
  const vouched = report.vouched?.includes(field) ?? false
  return { value: cell.value, state: cell.state, original: null, forced, inError, vouched }
}

/** The state of a value in words: 照录, 修, 推, 改, 空白, 未读出. */
export function stateText({ state, forced, vouched }: DatasetValue, language: Language): string {
  return STATE_LABELS[state][language] + (forced === null ? '' : FORCED[language]) + (vouched ? VOUCHED[language] : '')
}
