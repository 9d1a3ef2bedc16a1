import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import { REQUEST_COLUMNS } from '../form/requests'
import { otherwiseFields, readingOf } from './addends'
import type { CellReading } from './addends'
import { causesOf } from './causes'
import type { Cause, Known } from './causes'
import type { OwnedReport } from './filed'
import type { Member } from './members'
import { sumField } from './sums'
import type { CellSum, Sums } from './sums'

/**
 * How a published figure stands to the sum of the members: `equal` · `unequal` whatever the members without a number may have had · `open` those could make up the
 * difference · `unstated` the published report has no number there.
 */
type Verdict = 'equal' | 'unequal' | 'open' | 'unstated'

export interface CellComparison {
  readonly field: FieldId
  readonly published: CellReading
  readonly sum: CellSum
  /** Published − sum; `null` where either has no number. */
  readonly difference: number | null
  readonly verdict: Verdict
}

/** A published report beside the sum of its members. */
export interface Comparison {
  readonly report: OwnedReport
  readonly cells: readonly CellComparison[]
  /** What could explain several of the gaps at once. */
  readonly causes: readonly Cause[]
}

/** A comparison whose two figures are known and differ, whatever blanks hold. */
export interface Gap extends CellComparison {
  readonly difference: number
  /** The published figure, and what the members that have one add up to. */
  readonly said: number
  readonly summed: number
}

/** Compares a parent's published report with the sum of its members, cell by cell of the total's form; 其他处理 also as one row where the published report has it so. */
export function compareWithPublished(members: readonly Member[], sums: Sums, report: OwnedReport): Comparison {
  const asOneRow = report.forms.requests === '2019' && sums.joined.size === 0 && !sums.cells.has(ONE_ROW)
  const oneRow = asOneRow ? REQUEST_COLUMNS.flatMap((column) => otherwiseFields('2019', column)) : []
  const all = [...sums.cells.values(), ...sums.joined.values(), ...oneRow.map((field) => sumField(members, field))]
  const cells = all.map((sum) => compare(sum, readingOf(report, sum.field)))
  return { report, cells, causes: causesOf(cells.flatMap((cell) => knownOf(cell) ?? [])) }
}

const ONE_ROW: FieldId = 'requests.otherwise.all.total'

function compare(sum: CellSum, published: CellReading): CellComparison {
  const base = { field: sum.field, published, sum }
  if (published.value === null) return { ...base, difference: null, verdict: 'unstated' }
  if (sum.value === null) return { ...base, difference: null, verdict: 'open' }
  const difference = plainSum([published.value, -sum.value])
  return { ...base, difference, verdict: verdictOf(sum, difference) }
}

/** What a member without a number may have had is 0 or more, but for changes, which may be negative. */
function verdictOf({ field, complete }: CellSum, difference: number): Verdict {
  if (complete) return difference === 0 ? 'equal' : 'unequal'
  return difference < 0 && fieldOf(field).unit !== 'signedCount' ? 'unequal' : 'open'
}

function knownOf({ field, difference, sum }: CellComparison): Known | undefined {
  return difference === null ? undefined : { field, difference, sum }
}

/** The cells in which the published report and the sum differ for certain. */
export function gapsOf({ cells }: Comparison): Gap[] {
  return cells.flatMap((cell): Gap[] => {
    const { verdict, difference, published, sum } = cell
    if (verdict !== 'unequal' || difference === null || published.value === null || sum.value === null) return []
    return [{ ...cell, difference, said: published.value, summed: sum.value }]
  })
}
