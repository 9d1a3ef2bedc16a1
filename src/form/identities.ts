import { DISPUTE_KINDS, DISPUTE_RESULTS } from './disputes'
import type { FieldId } from './fields'
import { APPLICANTS, REQUEST_COLUMNS, requestRows } from './requests'
import type { FormVersion, TableId } from './version'

/** An equation between cells of one report: the sum of `left` equals the sum of `right`. */
export interface Identity {
  /** The rule that states it (E1–E4). */
  readonly rule: 'E1' | 'E2' | 'E3' | 'E4'
  readonly table: TableId
  readonly left: readonly FieldId[]
  readonly right: readonly FieldId[]
}

function requestIdentities(version: FormVersion): Identity[] {
  const rows = requestRows(version)
  const e1 = REQUEST_COLUMNS.map((column): Identity => ({
    rule: 'E1',
    table: 'requests',
    left: [`requests.received.${column}`, `requests.carriedIn.${column}`],
    right: [`requests.settled.${column}`, `requests.carriedOut.${column}`],
  }))
  const e2 = REQUEST_COLUMNS.map((column): Identity => ({
    rule: 'E2',
    table: 'requests',
    left: [`requests.settled.${column}`],
    right: rows.filter((row) => row.outcome).map((row) => `requests.${row.key}.${column}` as const),
  }))
  const e3 = rows.map((row): Identity => ({
    rule: 'E3',
    table: 'requests',
    left: [`requests.${row.key}.total`],
    right: APPLICANTS.map((column) => `requests.${row.key}.${column}` as const),
  }))
  return [...e1, ...e2, ...e3]
}

const DISPUTE_IDENTITIES = DISPUTE_KINDS.map((kind): Identity => ({
  rule: 'E4',
  table: 'disputes',
  left: [`${kind}.total`],
  right: DISPUTE_RESULTS.map((result) => `${kind}.${result}` as const),
}))

const REQUEST_IDENTITIES: Readonly<Record<FormVersion, readonly Identity[]>> = {
  '2019': requestIdentities('2019'),
  '2021': requestIdentities('2021'),
}

/** Every identity that one table's version states: E1, E2, E3 for 三 (RULES: printed on the form itself), E4 for 四, none for 二. */
export function identitiesOf(table: TableId, version: FormVersion): readonly Identity[] {
  if (table === 'requests') return REQUEST_IDENTITIES[version]
  return table === 'disputes' ? DISPUTE_IDENTITIES : []
}
