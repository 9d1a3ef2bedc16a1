import type { Column } from './column'
import { COUNTED_STATES, GAPS, INT_FLOOR, INT_LIMIT, STATE_COUNT } from './marks'

/** The columns that a figure rests on: one of a measure, two of an indicator. */
export interface FigureColumns {
  readonly numerator: Column
  readonly denominator: Column | null
}

/** Rows with the group of each. */
export interface PlacedRows {
  readonly rows: Int32Array
  readonly groups: Int32Array
}

/** Sums of one figure by group. */
export interface Sums {
  readonly numerator: Float64Array
  readonly denominator: Float64Array
  /** Reports that have every cell. */
  readonly reports: Int32Array
  /** The others by their first gap: `GAPS.length` to a group. */
  readonly gaps: Int32Array
}

/** Sums a figure over rows by group. Whole numbers, the common case, have loops of their own, so that each stays of one element type. */
export function sumByGroup({ numerator, denominator }: FigureColumns, placed: PlacedRows, size: number): Sums {
  const sums: Sums = {
    numerator: new Float64Array(size),
    denominator: new Float64Array(denominator ? size : 0),
    reports: new Int32Array(size),
    gaps: new Int32Array(size * GAPS.length),
  }
  const top = numerator.values
  const bottom = denominator?.values
  if (!(top instanceof Int32Array) || bottom instanceof Float64Array) sumAny(numerator, denominator, placed, sums)
  else if (bottom) sumRatio(top, bottom, placed, sums)
  else sumWhole(top, placed, sums)
  return sums
}

function sumWhole(values: Int32Array, { rows, groups }: PlacedRows, { numerator, reports, gaps }: Sums): void {
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] ?? 0] ?? 0
    const group = groups[at] ?? 0
    if (value < INT_LIMIT) {
      const gap = group * GAPS.length + (value - INT_FLOOR)
      gaps[gap] = (gaps[gap] ?? 0) + 1
    } else {
      numerator[group] = (numerator[group] ?? 0) + value
      reports[group] = (reports[group] ?? 0) + 1
    }
  }
}

function sumRatio(top: Int32Array, bottom: Int32Array, { rows, groups }: PlacedRows, sums: Sums): void {
  const { numerator, denominator, reports, gaps } = sums
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const over = top[row] ?? 0
    const under = bottom[row] ?? 0
    const group = groups[at] ?? 0
    if (over < INT_LIMIT || under < INT_LIMIT) {
      const gap = group * GAPS.length + (Math.min(over, under) - INT_FLOOR)
      gaps[gap] = (gaps[gap] ?? 0) + 1
    } else {
      numerator[group] = (numerator[group] ?? 0) + over
      denominator[group] = (denominator[group] ?? 0) + under
      reports[group] = (reports[group] ?? 0) + 1
    }
  }
}

function sumAny(top: Column, bottom: Column | null, { rows, groups }: PlacedRows, sums: Sums): void {
  const { numerator, denominator, reports, gaps } = sums
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const group = groups[at] ?? 0
    const missing = firstGap(top.gapAt(row), bottom ? bottom.gapAt(row) : -1)
    if (missing >= 0) {
      const gap = group * GAPS.length + missing
      gaps[gap] = (gaps[gap] ?? 0) + 1
    } else {
      numerator[group] = (numerator[group] ?? 0) + top.rawAt(row)
      if (bottom) denominator[group] = (denominator[group] ?? 0) + bottom.rawAt(row)
      reports[group] = (reports[group] ?? 0) + 1
    }
  }
}

function firstGap(one: number, other: number): number {
  if (one < 0) return other
  return other < 0 ? one : Math.min(one, other)
}

/** Contributing reports by the states of the cells that they rest on: `STATE_COUNT` to a group; `null` where every cell of the data is as printed. */
export function statesByGroup(
  { numerator, denominator }: FigureColumns,
  placed: PlacedRows,
  size: number,
): Int32Array | null {
  const top = numerator.states
  const bottom = denominator?.states ?? null
  if (!top && !bottom) return null
  const counts = new Int32Array(size * STATE_COUNT)
  const { rows, groups } = placed
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const states = ((top?.[row] ?? 0) | (bottom?.[row] ?? 0)) & COUNTED_STATES
    if (states === 0 || numerator.gapAt(row) >= 0 || (denominator?.gapAt(row) ?? -1) >= 0) continue
    const first = (groups[at] ?? 0) * STATE_COUNT
    for (let bit = 0; bit < STATE_COUNT; bit++)
      if ((states & (1 << bit)) !== 0) counts[first + bit] = (counts[first + bit] ?? 0) + 1
  }
  return counts
}
