import type { QueryResult } from '../cube/query'
import { basisOfYear } from './basis'
import type { Bin, Histogram } from './bins'
import { histogramOf } from './bins'
import type { Chart, ChartNote } from './chart'
import type { Comparison } from './comparison'
import { counted } from './counted'
import { unitWords } from './figureWords'
import { drawHistogram, HISTOGRAM_HEIGHT, histogramPlaces } from './histogramDrawing'
import type { NativeChart } from './native'
import { notesOfRows } from './notes'
import { amountLabel, valueLabel } from './numbers'
import { halfText, nBeside } from './readingN'
import { sourceOfFigure } from './sources'
import { countCell, endColumn, startColumn, textCell } from './table'
import type { TableNumber } from './table'
import { highestOf, tiedNames } from './ties'
import { both, lowered, titleOf, WORDS } from './words'

/** Agencies by a figure in one year, counted in round classes: filled those with enough cases, hollow those without, the chosen named. Takes a comparison that holds the year, and the result by year that it was made of. */
export function histogramChart(
  comparison: Comparison,
  byYear: QueryResult,
  year: number,
  chosen: readonly string[],
): Chart {
  const histogram = histogramOf(comparison, year)
  const { figure, label, unit, agencies, years } = comparison
  const { bins, firm, small } = histogram
  const at = years.indexOf(year)
  return {
    id: 'histogram',
    title: titleOf(both(`各机关${label.zh}的分布`, `Distribution of agencies by ${lowered(label.en)}`), [year]),
    unit: spreadWords(histogram, unitWords(figure, unit)),
    nativeUnit: spreadWords(histogram, unitWords(figure, unit), false),
    basis: basisOfYear(byYear, year),
    figures: [figure],
    notes: [
      ...notesOf(histogram, comparison),
      ...notesOfRows(
        agencies.map(({ figures }) => [figures[at]]),
        'agency',
      ),
    ],
    source: sourceOfFigure(figure),
    readings: readingsOf(histogram, comparison),
    table: {
      columns: [
        startColumn(label),
        endColumn(AGENCIES),
        ...(small > 0 ? [endColumn(smallLabel(comparison.leastN))] : []),
        startColumn(WORDS.agency),
      ],
      rows: bins.map((bin) => {
        const { zh, en } = bin.label
        const names = [...bin.firm, ...bin.small].map(({ name }) => name)
        return [
          textCell(zh, en),
          agenciesCell(bin, 'firm'),
          ...(small > 0 ? [agenciesCell(bin, 'small')] : []),
          textCell(names.join('、'), names.join(', ')),
        ]
      }),
    },
    heightAt: () => HISTOGRAM_HEIGHT,
    option: (context) => drawHistogram(histogram, chosen, context),
    // Agencies that are named are places of their own, and lead to the number that they are named for.
    places: (context) =>
      histogramPlaces(histogram, chosen, context).map((place) =>
        place.mark.agency === undefined ? place : { ...place, figure },
      ),
    ...(firm + small > 0 && { native: [nativeOf(bins, small, comparison.leastN)] }),
  }
}

const agenciesCell = (bin: Bin, of: 'firm' | 'small'): TableNumber => ({
  ...countCell(bin[of].length),
  ...(bin.inError[of] > 0 && { states: { repaired: 0, inferred: 0, corrected: 0, inError: bin.inError[of] } }),
})

const AGENCIES = both('机关数', 'Agencies')
const smallLabel = (leastN: number) => both(`另有 n < ${String(leastN)} 的`, `In addition, n < ${String(leastN)}`)

function nativeOf(bins: readonly Bin[], small: number, leastN: number): NativeChart {
  return {
    kind: 'column',
    stacked: true,
    unit: 'count',
    categories: bins.map(({ label, inError }) =>
      inError.firm + inError.small > 0 ? both(`${label.zh} E`, `${label.en} E`) : label,
    ),
    series: [
      { name: AGENCIES, colour: 'fill', values: bins.map((bin) => bin.firm.length) },
      ...(small > 0
        ? [
            {
              name: smallLabel(leastN),
              colour: 'peer' as const,
              onColour: 'ink' as const,
              values: bins.map((bin) => bin.small.length),
            },
          ]
        : []),
    ],
  }
}

/** Definition, median and, of enough, quartiles; `drawn`: with the lines that show them. */
function spreadWords({ median, low, high, unit }: Histogram, definition: Chart['unit'], drawn = true): Chart['unit'] {
  if (median === null) return definition
  const [middle, from, to] = [valueLabel(median, unit), valueLabel(low, unit), valueLabel(high, unit)]
  const [dashed, thin] = drawn ? [both('虚线为', 'dashed: '), both('细线为', 'thin: ')] : [both('', ''), both('', '')]
  const quartiles =
    low === null
      ? both('', '')
      : both(`，${thin.zh}四分位 ${from.zh}、${to.zh}`, `, ${thin.en}quartiles ${from.en} and ${to.en}`)
  return both(
    `${definition.zh}；${dashed.zh}中位数 ${middle.zh}${quartiles.zh}`,
    `${definition.en}; ${dashed.en}median ${middle.en}${quartiles.en}`,
  )
}

function notesOf({ small, without, isEven, year }: Histogram, { leastN }: Comparison): ChartNote[] {
  const plain = (zh: string, en: string): ChartNote => ({ tone: 'plain', text: both(zh, en) })
  return [
    ...(small > 0
      ? [
          plain(
            `n < ${String(leastN)} 的 ${String(small)} 个机关另列，不计入中位数和四分位。`,
            `${counted(small, 'agency')} with n < ${String(leastN)}: shown apart, and not in the median and quartiles.`,
          ),
          { ...plain('n 小的机关只画边框。', 'Agencies with a small n are outlined only.'), ofDrawing: true as const },
        ]
      : []),
    ...(without > 0
      ? [
          plain(
            `${String(year)} 年没有这个数的 ${String(without)} 个机关不在图中。`,
            `${counted(without, 'agency')} without this figure in ${String(year)}: not drawn.`,
          ),
        ]
      : []),
    ...(isEven
      ? []
      : [plain('各组按 1、2、5 递进，宽度不等。', 'Class limits follow 1, 2, 5, so that the widths differ.')]),
  ]
}

function readingsOf(
  { bins, firm, year, median, low, high, unit }: Histogram,
  { agencies, years }: Comparison,
): Chart['readings'] {
  const largest = highestOf(bins, (bin) => bin.firm.length)
  const [most] = largest
  if (!most || firm === 0 || median === null)
    return [
      both(
        `${String(year)} 年没有可以计入分布的数（共 ${String(agencies.length)} 个机关）。`,
        `No figure to count for ${String(year)} (${counted(agencies.length, 'agency')}).`,
      ),
    ]
  const middle = amountLabel(median, unit)
  const half = halfText(low, high, unit)
  const where = tiedNames(largest.map(({ label }) => label))
  const n = nBeside(most.firm[0]?.figures[years.indexOf(year)], unit)
  if (firm === 1)
    return [
      both(
        `${String(year)} 年计入分布的只有 1 个机关，${middle.zh}${n.zh}，在 ${where.zh} 一组。`,
        `Only one agency counts in ${String(year)}: ${middle.en}${n.en}, in the class ${where.en}.`,
      ),
    ]
  return [
    both(
      `${String(year)} 年 ${String(firm)} 个机关计入分布，中位数 ${middle.zh}${half.zh}。`,
      `${counted(firm, 'agency')} in ${String(year)}: median ${middle.en}${half.en}.`,
    ),
    both(
      `机关最多的一组是 ${where.zh}，${largest.length > 1 ? '各 ' : ''}${String(most.firm.length)} 个机关。`,
      `Largest class: ${where.en}, ${counted(most.firm.length, 'agency')}${largest.length > 1 ? ' each' : ''}.`,
    ),
  ]
}
