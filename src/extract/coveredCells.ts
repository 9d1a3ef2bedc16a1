import { statutoryLayout } from '../form/layout'
import { REQUEST_ROWS } from '../form/requests'
import type { RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'

/**
 * How many cells at the beginning of each row of table 三 lie under a label that reaches down from a row above. A text that gives every cell a line has an
 * empty one for each of them.
 */
export function coveredCells(version: FormVersion): ReadonlyMap<RequestRowKey, number> {
  const covered = new Map<RequestRowKey, number>()
  /** For how many rows each label above reaches on. */
  let hanging: readonly number[] = []
  for (const row of statutoryLayout('requests', version)) {
    const field = row.find((cell) => cell.field !== undefined)?.field
    const key = REQUEST_ROWS.find((one) => field?.startsWith(`requests.${one.key}.`) === true)?.key
    if (key !== undefined) covered.set(key, hanging.length)
    hanging = [...hanging, ...row.map(({ rowspan }) => rowspan)].map((rows) => rows - 1).filter((rows) => rows > 0)
  }
  return covered
}
