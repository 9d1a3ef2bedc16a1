import { isFieldId } from '../form/fields'
import type { Measure, Terms } from '../form/measures'
import type { FormVersion } from '../form/version'
import { TABLE_POSITIONS, VERSION_CODES, positionOf } from './cells'
import type { Column } from './column'
import type { DataSet } from './dataSet'
import {
  BLANK,
  COUNTED_STATES,
  FORCED_OVER_BLANK,
  FORCED_OVER_UNREAD,
  NOT_ON_FORM,
  TABLE_ABSENT,
  UNREAD,
} from './marks'
import type { GapCode } from './marks'

interface ColumnTerms {
  readonly columns: readonly Column[]
  /** 1 or -1, beside each column. */
  readonly signs: readonly number[]
}

/**
 * The column of a measure: the field's own, or one derived from its terms as each report's form version states them. Every term is needed: a report that lacks one gets the first gap that applies.
 * Without `inferred`, numbers forced by the identities are gaps again.
 */
export function measureColumn(data: DataSet, measure: Measure, inferred: boolean): Column {
  const own = isFieldId(measure.id) ? data.columns[positionOf(measure.id)] : undefined
  if (own && (inferred || own.forced === 0)) return own
  const byVersion = [measure.terms['2019'], measure.terms['2021']].map((terms) => columnTerms(data, terms))
  const hasForced = byVersion.some((terms) => terms?.columns.some((column) => column.forced > 0))
  const plain = !inferred && hasForced
  const table = TABLE_POSITIONS[measure.table]
  const termsOf = (row: number): ColumnTerms | null | undefined => {
    const version = data.versions[table]?.[row] ?? 0
    return version === 0 ? undefined : byVersion[version - 1]
  }
  return data.derived(plain ? `${measure.id} as read` : measure.id, (column, row) => {
    const terms = termsOf(row)
    if (!terms) column.setGap(row, terms === null ? NOT_ON_FORM : TABLE_ABSENT)
    else fill(column, row, terms, plain)
  })
}

/** Form versions under their codes: `byVersion` above stands in this order. */
const ORDER: readonly FormVersion[] = ['2019', '2021']
if (ORDER.some((version, position) => VERSION_CODES[version] !== position + 1))
  throw new Error('form versions and their codes disagree')

function columnTerms(data: DataSet, terms: Terms | undefined): ColumnTerms | null {
  if (!terms) return null
  const minus = terms.minus ?? []
  const columns = [...terms.plus, ...minus]
    .map((field) => data.columns[positionOf(field)])
    .filter((column) => column !== undefined)
  return { columns, signs: [...terms.plus.map(() => 1), ...minus.map(() => -1)] }
}

function fill(into: Column, row: number, terms: ColumnTerms, plain: boolean): void {
  let sum = 0
  let states = 0
  let gap: GapCode | -1 = -1
  for (let term = 0; term < terms.columns.length; term++) {
    const column = terms.columns[term]
    if (!column) continue
    const state = column.stateAt(row)
    const here = plain ? gapAsRead(column, row, state) : column.gapAt(row)
    if (here === -1) {
      sum += column.rawAt(row) * (terms.signs[term] ?? 1)
      states |= state & COUNTED_STATES
    } else if (gap === -1 || here < gap) gap = here
  }
  if (gap === -1) into.setNumber(row, sum, states)
  else into.setGap(row, gap)
}

function gapAsRead(column: Column, row: number, state: number): GapCode | -1 {
  if ((state & FORCED_OVER_BLANK) !== 0) return BLANK
  if ((state & FORCED_OVER_UNREAD) !== 0) return UNREAD
  return column.gapAt(row)
}
