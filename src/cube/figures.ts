import { figureOf } from '../form/indicators'
import { changeByGroup, valueOf } from './change'
import type { YearBefore } from './change'
import type { DataSet } from './dataSet'
import type { Grouping } from './grouping'
import { GAPS, STATE_COUNT } from './marks'
import { measureColumn } from './measureColumns'
import type { Figure, FigureGaps, FigureStates, Query } from './query'
import { statesByGroup, sumByGroup } from './sums'
import type { FigureColumns, Sums } from './sums'

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
  return (group) => ({
    value: valueOf(columns, sums, group),
    ...ratioSums(columns, sums, group),
    reports: sums.reports[group] ?? 0,
    gaps: gapsAt(sums.gaps, group * GAPS.length),
    states: statesAt(states, group * STATE_COUNT),
    ...(changeOf ? { change: changeOf(group) } : {}),
  })
}

function ratioSums(columns: FigureColumns, sums: Sums, group: number): Pick<Figure, 'numerator' | 'denominator'> {
  if (columns.denominator === null || (sums.reports[group] ?? 0) === 0) return {}
  return { numerator: sums.numerator[group] ?? 0, denominator: sums.denominator[group] ?? 0 }
}

function gapsAt(counts: Int32Array, first: number): FigureGaps {
  return {
    notOnForm: counts[first] ?? 0,
    tableAbsent: counts[first + 1] ?? 0,
    unread: counts[first + 2] ?? 0,
    blank: counts[first + 3] ?? 0,
  }
}

function statesAt(counts: Int32Array | null, first: number): FigureStates {
  return {
    repaired: counts?.[first] ?? 0,
    inferred: counts?.[first + 1] ?? 0,
    corrected: counts?.[first + 2] ?? 0,
    inError: counts?.[first + 3] ?? 0,
  }
}
