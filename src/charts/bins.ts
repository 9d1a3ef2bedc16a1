import type { Label } from '../form/version'
import { isFirm } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { rowInError } from './notes'
import { numberText } from './numbers'
import type { FigureUnit } from './numbers'
import { quantile, quartilesOf } from './ranked'
import { niceStep } from './scale'
import { both } from './words'

/** A class of values: from its lower bound to below the upper one, the last with its upper bound. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly label: Label
  readonly firm: readonly ComparedAgency[]
  /** With too small an n. */
  readonly small: readonly ComparedAgency[]
  /** Agencies whose figure rests on an open error, of those with enough cases and of the others. */
  readonly inError: { readonly firm: number; readonly small: number }
}

/** Agencies of one year in classes of a figure. */
export interface Histogram {
  readonly year: number
  readonly unit: FigureUnit
  readonly bins: readonly Bin[]
  /** Classes of one width on an axis; counts, which are skew, go along 1, 2, 5, 10 … */
  readonly isEven: boolean
  readonly firm: number
  readonly small: number
  readonly without: number
  /** Of the firm; quartiles only of enough. */
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
}

/** More classes than this do not tell more. */
const MOST_BINS = 12

export function histogramOf({ agencies, years, unit, leastN }: Comparison, year: number): Histogram {
  const at = years.indexOf(year)
  const valued = agencies.flatMap((agency) => {
    const figure = agency.figures[at]
    return figure?.value == null ? [] : [{ agency, value: figure.value, firm: isFirm(figure, unit, leastN) }]
  })
  const bounds = boundsOf(
    valued.map(({ value }) => value),
    unit,
  )
  const isEven = unit === 'ratio' || unit === 'signedCount'
  const last = bounds.length - 2
  const bins = bounds.slice(0, -1).map((from, index): Bin => {
    const to = bounds[index + 1] ?? from
    const within = valued.filter(({ value }) => value >= from && (value < to || (index === last && value <= to)))
    const of = (firm: boolean): ComparedAgency[] => within.flatMap((one) => (one.firm === firm ? [one.agency] : []))
    const [firm, small] = [of(true), of(false)]
    const wrong = (own: readonly ComparedAgency[]): number =>
      own.filter(({ figures }) => rowInError([figures[at]])).length
    const inError = { firm: wrong(firm), small: wrong(small) }
    return { from, to, label: labelOf(from, to, unit), firm, small, inError }
  })
  const values = valued.flatMap(({ firm, value }) => (firm ? [value] : []))
  return {
    year,
    unit,
    bins,
    isEven,
    firm: values.length,
    small: valued.length - values.length,
    without: agencies.length - valued.length,
    median: quantile(values, 0.5),
    ...quartilesOf(values),
  }
}

/** Round bounds of classes that hold all values: rates by five or ten points, counts along 1, 2, 5, 10 … */
export function boundsOf(values: readonly number[], unit: FigureUnit): number[] {
  if (values.length === 0) return []
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (unit === 'ratio' || unit === 'signedCount') {
    const points = high - low <= 0.5 ? 5 : Math.max(10, niceStep((high - low) * 100, MOST_BINS))
    const [step, by] = unit === 'ratio' ? [points, 100] : [Math.max(1, niceStep(high - low, MOST_BINS - 2)), 1]
    const first = Math.floor((low * by) / step + 1e-9)
    const beyond = Math.max(first + 1, Math.ceil((high * by) / step - 1e-9))
    return Array.from({ length: beyond - first + 1 }, (_, at) => ((first + at) * step) / by)
  }
  const bounds = [0]
  const least = unit === 'count' ? 1 : 10 ** Math.floor(Math.log10(Math.min(...values.filter((value) => value > 0), 1)))
  for (let power = least; (bounds.at(-1) ?? 0) <= high; power *= 10)
    for (const factor of [1, 2, 5])
      if ((bounds.at(-1) ?? 0) <= high) bounds.push(Number((power * factor).toPrecision(12)))
  return bounds.length - 1 > MOST_BINS ? [0, ...bounds.slice(-MOST_BINS)] : bounds
}

/** `30%–35%`, `20–49`, `5`: counts are whole, and so their classes end below the next bound. */
function labelOf(from: number, to: number, unit: FigureUnit): Label {
  const written = (value: number): string =>
    unit === 'ratio' ? `${numberText(value * 100, 'zh', 0, 1)}%` : numberText(value, 'zh', 0, 4)
  if (unit === 'count' || unit === 'signedCount') {
    const text = to - from <= 1 ? written(from) : `${written(from)}–${written(to - 1)}`
    return both(text, text)
  }
  return both(`${written(from)}–${written(to)}`, `${written(from)}–${written(to)}`)
}
