import { TABLE_IDS, versionOfYear } from '../form/version'
import type { TableId } from '../form/version'
import type { Finding } from '../report/finding'
import type { CheckInput } from './input'
import { makeFinding } from './makeFinding'

/** Tables with a layout of each version; that of review and litigation is one, its version follows the year. */
const VERSIONED: readonly TableId[] = TABLE_IDS.filter((table) => table !== 'disputes')

/** W19: a table on a form version that is not the year's. */
export function versionFindings(input: CheckInput): Finding[] {
  const due = input.year === null ? null : versionOfYear(input.year)
  if (due === null) return []
  return VERSIONED.flatMap((table) => {
    const used = input.forms[table]
    if (used === undefined || used === due) return []
    return [
      makeFinding(input, {
        rule: 'W19',
        severity: 'warning',
        reason: 'other-version',
        fields: [],
        formula: `${used} ≠ ${due}`,
        params: { table, used, due },
      }),
    ]
  })
}
