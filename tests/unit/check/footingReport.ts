import type { CheckCell, CheckInput } from '@/check/input'
import type { CountingState } from '@/report/countingCell'
import { DISPUTE_KINDS, DISPUTE_RESULTS } from '@/form/disputes'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import { APPLICANTS, requestRows } from '@/form/requests'
import type { FormVersion, TableId } from '@/form/version'

export type Values = Map<FieldId, number | null>

/** Tables 三 and 四 that foot in every identity; `next` gives the numbers ≥ 0 that are free. */
export function footingValues(version: FormVersion, next: () => number): Values {
  const values = new Map<FieldId, number>()
  const get = (field: FieldId): number => values.get(field) ?? 0
  const rows = requestRows(version)
  for (const column of APPLICANTS) {
    let settled = 0
    for (const row of rows.filter(({ outcome }) => outcome !== undefined)) {
      const count = next()
      values.set(`requests.${row.key}.${column}`, count)
      settled += count
    }
    const carriedOut = next()
    const carriedIn = Math.min(next(), settled + carriedOut)
    values.set(`requests.settled.${column}`, settled)
    values.set(`requests.carriedOut.${column}`, carriedOut)
    values.set(`requests.carriedIn.${column}`, carriedIn)
    values.set(`requests.received.${column}`, settled + carriedOut - carriedIn)
  }
  for (const { key } of rows)
    values.set(
      `requests.${key}.total`,
      APPLICANTS.reduce((sum, column) => sum + get(`requests.${key}.${column}`), 0),
    )
  for (const kind of DISPUTE_KINDS) {
    for (const result of DISPUTE_RESULTS) values.set(`${kind}.${result}`, next())
    values.set(
      `${kind}.total`,
      DISPUTE_RESULTS.reduce((sum, result) => sum + get(`${kind}.${result}`), 0),
    )
  }
  return values
}

/** A check input of the given numbers; `null` is blank, fields without an entry are blank too. */
export function inputOf(
  values: ReadonlyMap<FieldId, number | null>,
  forms: Partial<Record<TableId, FormVersion>> = { requests: '2021', disputes: '2021' },
  special: Partial<Record<FieldId, Partial<CheckCell>>> = {},
): CheckInput {
  const cells = new Map<FieldId, CheckCell>()
  for (const table of ['proactive', 'requests', 'disputes'] as const) {
    const version = forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const value = values.get(id) ?? null
      const state: CountingState = value === null ? 'blank' : 'printed'
      cells.set(id, { value, state, place: { table: 1, row: 1, column: 1 }, inferredBy: [], ...special[id] })
    }
  }
  return {
    file: 'report.docx',
    format: 'docx',
    agency: '示例市某局',
    year: 2024,
    body: null,
    title: null,
    sections: [],
    forms,
    cells,
    issues: [],
  }
}
