import { figureOf } from '../form/indicators'
import { changeByGroup, valueOf } from './change'
import type { YearBefore } from './change'
import type { DataSet } from './dataSet'
import type { Grouping } from './grouping'
import { GAPS, STATE_COUNT } from './marks'
import { measureColumn } from './measureColumns'
import type { Figure, FigureGaps, FigureStates, Query } from './query'
import { statesByGroup, sumByGroup } from './sums'
import type { FigureColumns } from './sums'

/** The columns of a figure; throws on an id that names none, which is a mistake of the program. */
export function figureColumns(data: DataSet, id: string, inferred: boolean): FigureColumns {
  const figure = figureOf(id)
  if (!figure) throw new Error(`neither a measure nor an indicator: ${id}`)
  if (figure.kind === 'measure') return { numerator: measureColumn(data, figure.measure, inferred), denominator: null }
  return {
    numerator: measureColumn(data, figure.numerator, inferred),
    denominator: measureColumn(data, figure.denominator, inferred),
  }
}

/** Computes one figure for all groups at once; what it returns makes the figure of one group. */
export function computeFigure(
  columns: FigureColumns,
  grouping: Grouping,
  change: { readonly how: NonNullable<Query['change']>; readonly before: YearBefore } | null,
): (group: number) => Figure {
  const sums = sumByGroup(columns, grouping, grouping.size)
  const states = statesByGroup(columns, grouping, grouping.size)
  const changeOf = change && changeByGroup(columns, sums, change.before, grouping.size, change.how)
  const isRatio = columns.denominator !== null
  return (group) => {
    const reports = sums.reports[group] ?? 0
    const value = valueOf(columns, sums, group)
    const gaps = gapsAt(sums.gaps, group * GAPS.length)
    const rests = statesAt(states, group * STATE_COUNT)
    const figure: Figure =
      isRatio && reports > 0
        ? {
            value,
            numerator: sums.numerator[group] ?? 0,
            denominator: sums.denominator[group] ?? 0,
            reports,
            gaps,
            states: rests,
          }
        : { value, reports, gaps, states: rests }
    return changeOf ? { ...figure, change: changeOf(group) } : figure
  }
}

/** Most groups have none: one object for all of them is quicker to make and to post. */
const NO_GAPS: FigureGaps = { notOnForm: 0, tableAbsent: 0, unread: 0, blank: 0 }
const NO_STATES: FigureStates = { repaired: 0, inferred: 0, corrected: 0, inError: 0 }

function gapsAt(counts: Int32Array, first: number): FigureGaps {
  const notOnForm = counts[first] ?? 0
  const tableAbsent = counts[first + 1] ?? 0
  const unread = counts[first + 2] ?? 0
  const blank = counts[first + 3] ?? 0
  return notOnForm + tableAbsent + unread + blank === 0 ? NO_GAPS : { notOnForm, tableAbsent, unread, blank }
}

function statesAt(counts: Int32Array | null, first: number): FigureStates {
  if (counts === null) return NO_STATES
  const repaired = counts[first] ?? 0
  const inferred = counts[first + 1] ?? 0
  const corrected = counts[first + 2] ?? 0
  const inError = counts[first + 3] ?? 0
  return repaired + inferred + corrected + inError === 0 ? NO_STATES : { repaired, inferred, corrected, inError }
}
