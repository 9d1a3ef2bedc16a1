import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS, requestRows } from '@/form/requests'

/** Table 三 of a city government's office for 2019 as printed: zeros left blank, 总计 left blank on most rows. Filled cells by row and column. */
const PRINTED: Readonly<Record<string, readonly (number | null)[]>> = {
  received: [821, 35, null, null, 2, 1, 859],
  carriedIn: [18, null, null, null, null, null, 18],
  granted: [258, 12, null, null, 1, 1, null],
  partial: [3],
  'refused.stateSecret': [14],
  'refused.internal': [5],
  'refused.process': [3, 1],
  'refused.adminQuery': [10, 2],
  'unavailable.notHeld': [252, 12, null, null, 1],
  'unavailable.needsCreation': [44, 3],
  'unavailable.unclear': [25],
  'notProcessed.petition': [148, 1],
  'notProcessed.repeated': [5, 4],
  settled: [767, 35, null, null, 2, 1, 805],
  carriedOut: [72, null, null, null, null, null, 72],
}

export const blankZeros2019: ReadonlyMap<FieldId, number | null> = new Map(
  requestRows('2019').flatMap(({ key }) =>
    REQUEST_COLUMNS.map((column, index) => [`requests.${key}.${column}` as const, PRINTED[key]?.[index] ?? null]),
  ),
)
