import type { NativeChart } from '../charts/native'
import type { FigureUnit } from '../charts/numbers'

/** Numbers as the page writes them, in the codes of office programs. */
export const NUMBER_FORMATS: Readonly<Record<FigureUnit, string>> = {
  count: '#,##0',
  signedCount: '#,##0;−#,##0;0',
  money: '#,##0.00',
  ratio: '0.0%',
}

/** The code of one number in a cell: a median of counts between two of them is not rounded. */
export const cellFormat = (unit: FigureUnit, value: number | null): string =>
  unit === 'count' && value !== null && !Number.isInteger(value) ? '#,##0.0#' : NUMBER_FORMATS[unit]

/** More labels than this lie upon each other: on parts of bars, beside bars. */
const MOST_LABELS = { stacked: 60, bar: 30, column: 24, line: 0 } as const
/** Parts thinner than this share of the longest bar have no room for their digits. */
const THIN = 0.03

/** How many series of a chart have room for their numbers, from the first on: all, of bars side by side else the first alone, or none. */
export function labelledSeries({ kind, stacked, categories, series }: NativeChart): number {
  const most = MOST_LABELS[stacked ? 'stacked' : kind]
  if (categories.length * series.length <= most) return series.length
  return !stacked && categories.length <= most ? 1 : 0
}

/** Whether a chart has room for all its numbers, and so needs no scale. */
export const isLabelled = (chart: NativeChart): boolean => labelledSeries(chart) === chart.series.length

/** Whether there is more than one series to tell apart, and nothing on them that does. */
export const needsLegend = ({ series }: NativeChart): boolean =>
  series.length > 1 && series.every(({ nameAt }) => nameAt === undefined)

/** The code of numbers on a chart; on the parts of a stack none where they would lie over each other. */
export function labelFormat({ unit, stacked, categories, series }: NativeChart): string {
  if (!stacked) return NUMBER_FORMATS[unit]
  if (unit === 'ratio') return '[<0.04]"";0.0%'
  const sums = categories.map((_, at) => series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0))
  const least = Math.max(0, ...sums) * THIN
  return unit === 'count' ? `[<${String(Math.max(1, Math.ceil(least)))}]"";#,##0` : NUMBER_FORMATS[unit]
}

/** So many bars fill a chart; fewer would become slabs. */
const FULL = 6

/** The gap between bars in percent of a bar: wide where there are few of them. */
export const gapWidth = ({ stacked, categories }: Pick<NativeChart, 'stacked' | 'categories'>): number =>
  Math.min(500, Math.round((stacked ? 60 : 50) * Math.max(1, (FULL / Math.max(1, categories.length)) ** 1.4)))
