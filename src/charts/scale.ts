/** Round steps of an axis: 1, 2 or 5 times a power of ten, about `count` of them. */
export function niceStep(span: number, count: number): number {
  const rough = Math.max(span, Number.MIN_VALUE) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = rough / power
  return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power
}

export interface AxisRange {
  readonly from: number
  readonly to: number
  /** Round values from the first within the range to the last. */
  readonly ticks: readonly number[]
}

/** Rates that lie closer together than this are not spread over the whole axis: ten points. */
export const LEAST_RATE_SPAN = 0.1

/** Without what multiplying a step has added: 47 times 0.02 is 0.94, and an axis that ends at a hair above it is refused. */
const exact = (value: number): number => Number(value.toPrecision(12))

/** A range with round ends that holds all values, and is at least `span` wide. */
export function rangeOf(
  values: readonly number[],
  count: number,
  bounds: { least?: number; most?: number; span?: number } = {},
): AxisRange {
  const wider = Math.max(0, (bounds.span ?? 0) - (Math.max(...values) - Math.min(...values))) / 2
  const low = Math.max(Math.min(...values) - wider, bounds.least ?? Number.NEGATIVE_INFINITY)
  const high = Math.min(Math.max(...values) + wider, bounds.most ?? Number.POSITIVE_INFINITY)
  if (values.length === 0) return { from: 0, to: 1, ticks: [0, 1] }
  const step = niceStep(high - low || Math.abs(high) || 1, count)
  const from = Math.max(Math.floor(low / step) * step, bounds.least ?? Number.NEGATIVE_INFINITY)
  const to = Math.min(Math.max(Math.ceil(high / step) * step, from + step), bounds.most ?? Number.POSITIVE_INFINITY)
  const ticks: number[] = []
  for (let tick = Math.ceil(from / step - 1e-9) * step; tick <= to + step * 1e-6; tick += step) ticks.push(exact(tick))
  return { from: exact(from), to: exact(to), ticks }
}
