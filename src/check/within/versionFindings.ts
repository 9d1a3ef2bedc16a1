import { TABLE_IDS, versionOfYear } from '../../form/version'
import type { TableId } from '../../form/version'
import type { Finding } from '../../report/finding'
import type { CheckInput } from '../input'
import { makeFinding } from '../makeFinding'

/** Tables with a layout of each version; that of review and litigation is one, its version follows the year. */
const VERSIONED: readonly TableId[] = TABLE_IDS.filter((table) => table !== 'disputes')

/** W19: a table on a form version that is not the year's, or of a year that had neither. */
export function versionFindings(input: CheckInput): Finding[] {
  const { year } = input
  if (year === null) return []
  const due = versionOfYear(year)
  return VERSIONED.flatMap((table) => {
    const used = input.forms[table]
    if (used === undefined || used === due) return []
    const finding = {
      rule: 'W19',
      severity: 'warning',
      fields: [],
      formula: `${used} ≠ ${due ?? String(year)}`,
    } as const
    return [
      due === null
        ? makeFinding(input, { ...finding, reason: 'before-form', params: { table, used } })
        : makeFinding(input, { ...finding, reason: 'other-version', params: { table, used, due } }),
    ]
  })
}
