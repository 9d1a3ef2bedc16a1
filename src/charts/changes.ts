import type { Change, Figure, Filter } from '../cube/query'
import type { Label } from '../form/version'
import { counted } from './counted'
import { rowInError } from './notes'
import { numberText, shownDifference, shownPercent, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import type { TableNumber } from './table'
import { both } from './words'

/** The years that changes reach back to beyond the filter: an open error in them must be asked for apart. Empty where all years are let in. */
export const yearsBefore = ({ years = [] }: Filter): number[] =>
  years.map((year) => year - 1).filter((year) => !years.includes(year))

/** The figure of one agency's series, without a change that leaves out a part of what the series is in either year. */
export function withWholeChange(figure: Figure): Figure {
  const { change, ...rest } = figure
  return change === undefined || change.leftOut === 0 ? figure : rest
}

/** A change as it is shown: of a rate the points between the shown percentages, of an amount of 增/减 the difference, of a count its share of the earlier one; `null` without both years. */
export function shownChange(figure: Figure | undefined, unit: FigureUnit): number | null {
  const change = figure?.change
  if (change?.from == null || change.to === null) return null
  if (unit === 'ratio') return shownPercent(change.to) - shownPercent(change.from)
  return unit === 'signedCount' ? change.difference : change.relative
}

/**
 * Whether a change on the year before rests on an open error in either year. The engine's change does not tell whether its earlier side does, so the earlier
 * year's own figure answers. Among comparable agencies that is a superset: it may hold an agency that the change leaves out, and then the mark is one too many.
 */
export const changeInError = (now: Figure | undefined, before: Figure | undefined): boolean =>
  now?.change?.difference != null && rowInError([now, before])

/** Reports in error on both sides of a change, as a number of a table carries them. */
function statesOfChange(now: Figure | undefined, before: Figure | undefined): Pick<TableNumber, 'states'> {
  if (!changeInError(now, before)) return {}
  const inError = (now?.states.inError ?? 0) + (before?.states.inError ?? 0)
  return { states: { repaired: 0, inferred: 0, corrected: 0, inError } }
}

/** The difference on the year before in the figure's own unit: unrounded, and for the page the one between the shown values. */
export function differenceCell(now: Figure | undefined, before: Figure | undefined, unit: FigureUnit): TableNumber {
  const value = now?.change?.difference ?? null
  if (value === null) return { kind: 'number', unit, value, signed: true, gap: 'notComparable' }
  const shown = unit === 'ratio' ? shownChange(now, unit) : null
  return {
    kind: 'number',
    unit,
    value,
    signed: true,
    ...(shown !== null && { shown }),
    ...statesOfChange(now, before),
  }
}

/** A change as the page shows it, as a number of a table: the difference of what is signed or a rate, of a count its share of the earlier one. */
export const changeCell = (
  { now, before }: { now: Figure | undefined; before: Figure | undefined },
  unit: FigureUnit,
): TableNumber =>
  unit === 'ratio' || unit === 'signedCount' ? differenceCell(now, before, unit) : relativeCell(now, before)

/** The difference between the figures of two years that need not be neighbours, in the figures' own unit. */
export function betweenCell(from: Figure | undefined, to: Figure | undefined, unit: FigureUnit): TableNumber {
  if (from?.value == null || to?.value == null)
    return { kind: 'number', unit, value: null, signed: true, gap: 'notComparable' }
  const inError = from.states.inError + to.states.inError
  return {
    kind: 'number',
    unit,
    value: to.value - from.value,
    signed: true,
    ...((unit === 'ratio' || unit === 'money') && { shown: shownDifference(from.value, to.value, unit) }),
    ...(inError > 0 && { states: { repaired: 0, inferred: 0, corrected: 0, inError } }),
  }
}

/** The difference as a share of the year before; rates have none. `null` stands where the year before is 0 or missing. */
export function relativeCell(now: Figure | undefined, before: Figure | undefined): TableNumber {
  const value = now?.change?.relative ?? null
  if (value === null)
    return {
      kind: 'number',
      unit: 'ratio',
      value,
      signed: true,
      gap: now?.denominator === undefined ? 'notComparable' : 'notOwed',
    }
  return { kind: 'number', unit: 'ratio', value, signed: true, ...statesOfChange(now, before) }
}

/** What a like-for-like change rests on: the two values, and over how many agencies. */
export function comparedText(change: Change | undefined, unit: FigureUnit, year: number): Label {
  if (change?.from == null || change.to === null) return both('没有可比的上年', 'no comparable year before')
  const from = valueLabel(change.from, unit)
  const to = valueLabel(change.to, unit)
  const left = change.leftOut
  const taken = change.predecessors
  return both(
    `${String(year - 1)} 年 ${from.zh} → ${String(year)} 年 ${to.zh}，${numberText(change.agencies, 'zh')} 个机关${left > 0 ? `，未计 ${numberText(left, 'zh')} 个` : ''}${taken > 0 ? `，其中 ${numberText(taken, 'zh')} 个的上年数是其前身的` : ''}`,
    `${String(year - 1)}: ${from.en} → ${String(year)}: ${to.en}, ${counted(change.agencies, 'agency')}${left > 0 ? `, ${numberText(left, 'en')} left out` : ''}${taken > 0 ? `, ${numberText(taken, 'en')} compared with predecessors` : ''}`,
  )
}
