import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS, requestRows } from '@/form/requests'
import type { RequestRowKey } from '@/form/requests'
import { TABLE_IDS } from '@/form/version'
import type { FormVersion, TableId } from '@/form/version'

/** What a careful reader finds in a report, read off by hand from the document. `null`: nothing to be taken. */
export interface Expected {
  readonly agency: string
  readonly year: number
  readonly published?: string
  readonly forms: Readonly<Record<TableId, FormVersion>>
  readonly values: ReadonlyMap<FieldId, number | null>
  /** Fields that an issue must name; every other field must be free of issues. */
  readonly flagged: ReadonlySet<FieldId>
}

type Row = readonly (number | null)[]
const _ = null
const both = (version: FormVersion): Record<TableId, FormVersion> => ({
  proactive: version,
  requests: version,
  disputes: version,
})

/** Every field of a version with one value, then what differs. Rows of table 三 come as their seven cells. */
function values(
  version: FormVersion,
  all: Readonly<Record<TableId, number | null>>,
  rows: Readonly<Partial<Record<RequestRowKey, Row>>>,
  cells: Readonly<Partial<Record<FieldId, number | null>>> = {},
): Map<FieldId, number | null> {
  const found = new Map<FieldId, number | null>()
  for (const table of TABLE_IDS) for (const field of fieldsOf(table, version)) found.set(field.id, all[table])
  for (const { key } of requestRows(version))
    for (const [at, value] of (rows[key] ?? []).entries())
      found.set(`requests.${key}.${REQUEST_COLUMNS[at] ?? 'total'}`, value)
  for (const [field, value] of Object.entries(cells)) found.set(field as FieldId, value ?? null)
  return found
}

const idsOf = (version: FormVersion, tables: readonly TableId[] = TABLE_IDS): FieldId[] =>
  tables.flatMap((table) => fieldsOf(table, version).map((field) => field.id))

const rowOf = (key: RequestRowKey): FieldId[] => REQUEST_COLUMNS.map((column): FieldId => `requests.${key}.${column}`)

/** All zero; the label of （一）予以公开 was overwritten by a 0. */
export const BUREAU_2024: Omit<Expected, 'agency'> = {
  year: 2024,
  forms: both('2021'),
  values: values('2021', { proactive: 0, requests: 0, disputes: 0 }, {}),
  flagged: new Set(rowOf('granted')),
}

/** Zeros left blank, row totals left blank, procurement in 元. */
export const OFFICE_2019: Omit<Expected, 'agency'> = {
  year: 2019,
  published: '2020-01-31',
  forms: both('2019'),
  values: values(
    '2019',
    { proactive: 0, requests: null, disputes: null },
    {
      received: [821, 35, _, _, 2, 1, 859],
      carriedIn: [18, _, _, _, _, _, 18],
      granted: [258, 12, _, _, 1, 1, _],
      partial: [3, _, _, _, _, _, _],
      'refused.stateSecret': [14, _, _, _, _, _, _],
      'refused.internal': [5, _, _, _, _, _, _],
      'refused.process': [3, 1, _, _, _, _, _],
      'refused.adminQuery': [10, 2, _, _, _, _, _],
      'unavailable.notHeld': [252, 12, _, _, 1, _, _],
      'unavailable.needsCreation': [44, 3, _, _, _, _, _],
      'unavailable.unclear': [25, _, _, _, _, _, _],
      'notProcessed.petition': [148, 1, _, _, _, _, _],
      'notProcessed.repeated': [5, 4, _, _, _, _, _],
      settled: [767, 35, _, _, 2, 1, 805],
      carriedOut: [72, _, _, _, _, _, 72],
    },
    {
      'proactive.regulations.made': 13,
      'proactive.regulations.published': 13,
      'proactive.regulations.publicTotal': 524,
      'proactive.normativeDocs.made': 60,
      'proactive.normativeDocs.published': 60,
      'proactive.normativeDocs.publicTotal': 368,
      'proactive.procurement.items': 6,
      'proactive.procurement.amount': 25.1,
      'review.upheld': 5,
      'review.pending': 2,
      'review.total': 7,
      'litigation.direct.upheld': 8,
      'litigation.direct.pending': 1,
      'litigation.direct.total': 9,
    },
  ),
  flagged: new Set<FieldId>(['proactive.procurement.amount']),
}

/** Cells run together: table 二 cannot be parted, every row of 三 in one way. */
export const ZONE_2019: Omit<Expected, 'agency'> = {
  year: 2019,
  forms: both('2019'),
  values: values(
    '2019',
    { proactive: null, requests: 0, disputes: 0 },
    {
      received: [23, 0, 0, 0, 0, 0, 23],
      granted: [7, 0, 0, 0, 0, 0, 7],
      partial: [1, 0, 0, 0, 0, 0, 1],
      'unavailable.notHeld': [7, 0, 0, 0, 0, 0, 7],
      'unavailable.unclear': [5, 0, 0, 0, 0, 0, 5],
      'notProcessed.repeated': [3, 0, 0, 0, 0, 0, 3],
      settled: [23, 0, 0, 0, 0, 0, 23],
    },
  ),
  flagged: new Set(idsOf('2019')),
}

/** The same a year on; its totals do not foot, and （六）其他处理 has its cells parted by spaces. */
export const ZONE_2020: Omit<Expected, 'agency'> = {
  year: 2020,
  forms: both('2019'),
  values: values(
    '2019',
    { proactive: null, requests: 0, disputes: 0 },
    {
      received: [20, 0, 0, 0, 0, 1, 21],
      granted: [6, 0, 0, 0, 0, 1, 7],
      partial: [6, 0, 0, 0, 0, 0, 6],
      'unavailable.notHeld': [4, 0, 0, 0, 0, 0, 4],
      'unavailable.unclear': [3, 0, 0, 0, 0, 0, 3],
      'notProcessed.repeated': [3, 0, 0, 0, 0, 0, 3],
      'otherwise.all': [4, 0, 0, 0, 0, 0, 4],
      settled: [20, 0, 0, 0, 0, 1, 21],
    },
  ),
  flagged: new Set(idsOf('2019').filter((field) => !field.startsWith('requests.otherwise.all.'))),
}

/** The row of 新收 has six digits for seven cells. */
export const POLICE_2019: Omit<Expected, 'agency'> = {
  year: 2019,
  forms: both('2019'),
  values: values('2019', { proactive: null, requests: 0, disputes: 0 }, { received: [_, _, _, _, _, _, _] }),
  flagged: new Set(idsOf('2019')),
}

export const POLICE_2021: Omit<Expected, 'agency'> = {
  year: 2021,
  forms: both('2021'),
  values: values(
    '2021',
    { proactive: null, requests: 0, disputes: 0 },
    {
      received: [1, 0, 0, 0, 0, 0, 1],
      'otherwise.other': [1, 0, 0, 0, 0, 0, 1],
      settled: [1, 0, 0, 0, 0, 0, 1],
      carriedOut: [1, 0, 0, 0, 0, 0, 1],
    },
  ),
  flagged: new Set(idsOf('2021')),
}
