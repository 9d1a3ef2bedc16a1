import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS, DISPUTE_KIND_LABELS } from './disputes'
import type { DisputeColumn, DisputeKind } from './disputes'
import { PROACTIVE_BLOCKS } from './proactive'
import type { ProactiveRow, Unit } from './proactive'
import { OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, REQUEST_ROWS } from './requests'
import type { RequestColumn, RequestRow, RequestRowKey } from './requests'
import type { FormVersion, Label, TableId } from './version'

export type RequestFieldId = `requests.${RequestRowKey}.${RequestColumn}`
export type DisputeFieldId = `${DisputeKind}.${DisputeColumn}`
export type ProactiveFieldId = `proactive.${string}.${string}`
/** The stable name of one cell of the form; `FIELDS` holds all 226. */
export type FieldId = RequestFieldId | DisputeFieldId | ProactiveFieldId

export interface Field {
  readonly id: FieldId
  readonly table: TableId
  readonly era: FormVersion | 'both'
  /** `count` whole number ≥ 0, `signedCount` whole number, `money` decimal ≥ 0 in 万元. */
  readonly unit: Unit
  /** Row and column names as the form gives them. */
  readonly row: string
  readonly column: string
  readonly label: Label
  /** What charts call it; absent where that is the label. */
  readonly short?: Label
}

function proactiveFields(): Field[] {
  const seen = new Map<string, Field>()
  for (const version of ['2021', '2019'] as const)
    for (const block of PROACTIVE_BLOCKS[version])
      for (const row of block.rows)
        for (const field of rowFields(row)) if (!seen.has(field.id)) seen.set(field.id, field)
  return [...seen.values()]
}

function rowFields(row: ProactiveRow): Field[] {
  return row.cells.map((cell) => {
    const plain = cell.printed.replace(/（.*）/u, '')
    const name = cell.era === 'both' ? '处理决定数量' : plain
    return {
      id: `proactive.${row.row}.${cell.column}` as const,
      table: 'proactive',
      era: cell.era,
      unit: cell.unit,
      row: row.printed,
      column: cell.era === 'both' ? '本年处理决定数量（2019版：处理决定数量）' : cell.printed,
      label: {
        zh: `${row.printed}·${name}`,
        en: cell.column === 'amount' && row.row === 'fees' ? 'administrative fees collected' : `${row.en}: ${cell.en}`,
      },
    }
  })
}

function requestFields(): Field[] {
  return REQUEST_ROWS.flatMap((row) =>
    REQUEST_COLUMNS.map((column): Field => {
      const head = REQUEST_COLUMN_LABELS[column]
      return {
        id: `requests.${row.key}.${column}`,
        table: 'requests',
        era: row.era,
        unit: 'count',
        row: row.official,
        column: head.official,
        label: { zh: `${row.official}·${head.official}`, en: `${row.en}, ${head.en}` },
        short: shortOf(row, column),
      }
    }),
  )
}

/** The row's short name, a reason's after its outcome, and of a column that is not the total that one's, too. */
function shortOf(row: RequestRow, column: RequestColumn): Label {
  const outcome = row.outcome === undefined || row.key === row.outcome ? undefined : OUTCOME_LABELS[row.outcome]
  const head = column === 'total' ? undefined : REQUEST_COLUMN_LABELS[column].short
  const parts = [outcome, row.short, head].flatMap((part) => part ?? [])
  return { zh: parts.map(({ zh }) => zh).join('·'), en: parts.map(({ en }) => en).join(': ') }
}

function disputeFields(): Field[] {
  return DISPUTE_KINDS.flatMap((kind) =>
    DISPUTE_COLUMNS.map((column): Field => {
      const side = DISPUTE_KIND_LABELS[kind]
      const head = DISPUTE_COLUMN_LABELS[column]
      return {
        id: `${kind}.${column}`,
        table: 'disputes',
        era: 'both',
        unit: 'count',
        row: side.official,
        column: head.printed,
        label: { zh: `${side.official}·${head.printed}`, en: `${side.fieldEn}: ${head.fieldEn}` },
      }
    }),
  )
}

/** Every cell of both versions of the form, in printed order (2021 first in table 二). */
export const FIELDS: readonly Field[] = [...proactiveFields(), ...requestFields(), ...disputeFields()]

const BY_ID: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.id, field]))

/** Whether a string from outside names a cell of the form. */
export function isFieldId(id: string): id is FieldId {
  return BY_ID.has(id)
}

/** The field of an id; throws on an id that is not of the form, which is a mistake of the program, not of a file. */
export function fieldOf(id: FieldId): Field {
  const field = BY_ID.get(id)
  if (!field) throw new Error(`not a field of the form: ${id}`)
  return field
}

const OF_TABLE = new Map<string, readonly Field[]>()

/** The fields that one table has in one version, in printed order. */
export function fieldsOf(table: TableId, version: FormVersion): readonly Field[] {
  const key = `${table}.${version}`
  let fields = OF_TABLE.get(key)
  if (!fields) {
    fields = FIELDS.filter((field) => field.table === table && (field.era === 'both' || field.era === version))
    OF_TABLE.set(key, fields)
  }
  return fields
}
