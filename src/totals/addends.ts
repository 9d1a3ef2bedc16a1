import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import { REQUEST_COLUMNS, requestRows } from '../form/requests'
import type { RequestColumn } from '../form/requests'
import type { FormVersion } from '../form/version'
import type { CountingCell } from '../report/countingCell'
import type { FiledReport } from './filed'
import type { Member } from './members'

/**
 * How a member's figure enters a sum. With a number: `printed`, `repaired`, `inferred`, `corrected` as its cell is · `joined` the three rows of 其他处理 of the 2021
 * form as the one row of the 2019 form, or a 0 of that one row as a 0 of each · `nil` 0 by declaration. Without one: `blank`, `unread` as its cell is · `unsplit` the
 * member has 其他处理 as one row, which is not 0, and the sum has three · `notOnForm` its form does not have the cell · `tableAbsent` its document lacks the table ·
 * `missing` it has no report.
 */
export const NUMBER_STATES = ['printed', 'repaired', 'inferred', 'corrected', 'joined', 'nil'] as const
export const GAP_STATES = ['blank', 'unread', 'unsplit', 'notOnForm', 'tableAbsent', 'missing'] as const
export type NumberState = (typeof NUMBER_STATES)[number]
export type GapState = (typeof GAP_STATES)[number]

export type CellReading =
  | { readonly value: number; readonly state: Exclude<NumberState, 'nil'> }
  | { readonly value: null; readonly state: Exclude<GapState, 'missing'> }

/** A member's part in a sum. A cell that a person marked as blank is `blank`. */
export interface Addend {
  readonly member: Member
  readonly value: number | null
  readonly state: NumberState | GapState
  /** The number stands in an open error finding of its report. */
  readonly inError?: true
}

const OTHERWISE = /^requests\.otherwise\.(?:notCorrected|feeUnpaid|other|all)\.(\w+)$/u

function otherwiseColumn(field: FieldId): RequestColumn | undefined {
  const column = OTHERWISE.exec(field)?.[1]
  return REQUEST_COLUMNS.find((known) => known === column)
}

/** The cells of 其他处理 in one column of a version's table 三: three in 2021, one in 2019. */
export function otherwiseFields(version: FormVersion, column: RequestColumn): FieldId[] {
  return requestRows(version)
    .filter(({ outcome }) => outcome === 'otherwise')
    .map(({ key }) => `requests.${key}.${column}` as const)
}

/** What a report says to a field of either form version. */
export function readingOf(report: FiledReport, field: FieldId): CellReading {
  const cell = report.cells.get(field)
  if (cell) return plainReading(cell)
  const { table } = fieldOf(field)
  const version = report.forms[table]
  if (version === undefined) return { value: null, state: 'tableAbsent' }
  const column = otherwiseColumn(field)
  return column === undefined ? { value: null, state: 'notOnForm' } : otherwiseReading(report, version, column)
}

function plainReading({ value, state }: CountingCell): CellReading {
  if (value === null) return { value, state: state === 'unread' ? 'unread' : 'blank' }
  return { value, state: state === 'blank' || state === 'unread' ? 'printed' : state }
}

/** 其他处理 of the other version: three rows are summed into one; one row is split only where it is 0. */
function otherwiseReading(report: FiledReport, version: FormVersion, column: RequestColumn): CellReading {
  const parts = otherwiseFields(version, column).map((field) => readingOf(report, field))
  const numbers = parts.flatMap(({ value }) => value ?? [])
  if (numbers.length < parts.length)
    return { value: null, state: parts.some(({ state }) => state === 'unread') ? 'unread' : 'blank' }
  const value = plainSum(numbers)
  return version === '2021' || value === 0 ? { value, state: 'joined' } : { value: null, state: 'unsplit' }
}

/** Whether what a report says to a field rests on a cell in an open error finding. */
function isInError({ cells, forms, inError }: FiledReport, field: FieldId): boolean {
  if (inError === undefined || inError.size === 0) return false
  if (cells.has(field)) return inError.has(field)
  const { requests: version } = forms
  const column = otherwiseColumn(field)
  if (version === undefined || column === undefined) return false
  return otherwiseFields(version, column).some((part) => inError.has(part))
}

/** A member's part in the sum of a field. */
export function addendOf(member: Member, field: FieldId): Addend {
  const { report } = member
  if (report) {
    const { value, state } = readingOf(report, field)
    return { member, value, state, ...(value !== null && isInError(report, field) ? { inError: true } : {}) }
  }
  return member.status === 'nil' ? { member, value: 0, state: 'nil' } : { member, value: null, state: 'missing' }
}
