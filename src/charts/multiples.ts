import type { QueryResult } from '../cube/query'
import { basisOf } from './basis'
import type { Chart, ChartNote } from './chart'
import { isFirm, spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { counted } from './counted'
import { breakNotes, unitWords } from './figureWords'
import { drawMultiples } from './multiplesDrawing'
import { multiplesHeight, multiplesPlaces } from './multiplesLayout'
import { notesOfRows } from './notes'
import { amountLabel } from './numbers'
import { halfText, nBeside } from './readingN'
import { sourceOfFigure } from './sources'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { turnNotes } from './turns'
import { both, titleOf, WORDS } from './words'

/** A small drawing for each agency on one scale, in the order given, as many as there is room for and always the chosen; behind each what all together have of a rate, or the median of a count. `asked` is the year told, where one is asked for. */
export function multiplesChart(
  comparison: Comparison,
  byYear: QueryResult,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  asked: number | null = null,
): Chart {
  const { figure, label, unit, years, agencies } = comparison
  return {
    id: 'multiples',
    title: titleOf(both(`各机关${label.zh}`, `${label.en}, by agency`), years),
    unit: unitWords(figure, unit),
    basis: basisOf(byYear),
    figures: [figure],
    notes: [
      behindNote(comparison),
      ...turnNotes(agencies, chosen),
      ...breakNotes(figure, years),
      ...notesOfRows(
        shown.map(({ figures }) => figures),
        'agency',
      ),
    ],
    source: sourceOfFigure(figure),
    readings: [readingOf(comparison, asked ?? comparison.lastYear)],
    table: {
      columns: [startColumn(WORDS.agency), ...years.map((year) => endColumn(both(String(year), String(year))))],
      rows: [
        [textCell('全部合计', 'All agencies'), ...comparison.whole.map((one) => figureCell(one, unit))],
        ...shown.map(({ name, figures }) => [textCell(name), ...figures.map((one) => figureCell(one, unit))]),
      ],
    },
    ...(asked !== null && { told: asked }),
    heightAt: (width) => multiplesHeight(shown.length, width),
    option: (context) => drawMultiples(comparison, shown, chosen, context, asked),
    places: (context) => multiplesPlaces(comparison, shown, chosen, context),
  }
}

function behindNote({ unit, leastN }: Comparison): ChartNote {
  const least = String(leastN)
  const small = unit === 'ratio' && leastN > 0
  return {
    tone: 'plain',
    text:
      unit === 'ratio'
        ? both(
            `各图同一刻度，灰线为全部合计${small ? `；n < ${least} 的年份画空心点` : ''}。`,
            `All on one scale; grey: all agencies together${small ? `; years with n < ${least}: hollow` : ''}.`,
          )
        : both('各图同一刻度，灰线为各机关中位数。', 'All on one scale; grey: median of the agencies.'),
  }
}

/** How the agencies spread in a year. */
function readingOf(comparison: Comparison, year: number): Chart['readings'][number] {
  const { unit, years, agencies, leastN } = comparison
  const at = years.indexOf(year)
  const firm = agencies.flatMap(({ figures }) => (isFirm(figures[at], unit, leastN) ? [figures[at]] : []))
  const { median, low, high } = spreadOf(comparison)[at] ?? { median: null, low: null, high: null }
  if (median === null) return both('没有可比的数，见表格。', 'No figures to compare; see the table.')
  const middle = amountLabel(median, unit)
  const half = halfText(low, high, unit)
  // One has no middle half.
  const n = nBeside(firm[0], unit)
  if (firm.length === 1)
    return both(
      `${String(year)} 年可比的只有 1 个机关，${middle.zh}${n.zh}。`,
      `Only one agency can be compared in ${String(year)}: ${middle.en}${n.en}.`,
    )
  return both(
    `${String(year)} 年可比的 ${String(firm.length)} 个机关，中位数 ${middle.zh}${half.zh}。`,
    `${counted(firm.length, 'agency')} comparable in ${String(year)}: median ${middle.en}${half.en}.`,
  )
}
