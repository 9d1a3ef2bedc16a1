import type { Chart, ChartContext } from './chart'
import { basisOf } from './basis'
import { changeCell } from './changes'
import { drawCompareBars } from './compareBars'
import { drawCompareLines } from './compareLines'
import { drawCompareMatrix, MATRIX_HEAD, MATRIX_ROW } from './compareMatrix'
import type { ComparedAgency, Comparison } from './comparison'
import { CONTINUOUS_NOTE, notesOfRows, spansForms } from './notes'
import { formulaOfFigure } from './ranked'
import { sourceOfFigure } from './sources'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { both, titleOf, WORDS } from './words'
import type { QueryResult } from '../cube/query'
import { figureOf } from '../form/indicators'
import type { Label } from '../form/version'

export const COMPARE_MODES = ['matrix', 'lines', 'bars', 'table'] as const
export type CompareMode = (typeof COMPARE_MODES)[number]

/** A comparison as a chart of one kind. `shown` are the agencies drawn, in order; `chosen` those picked out, at most three. */
export function compareChart(
  comparison: Comparison,
  byYear: QueryResult,
  mode: CompareMode,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
): Chart {
  const { label, years, unit, figure, agencies, whole, wholeChange, leastN, ranked } = comparison
  const rate = unit === 'ratio'
  const small = agencies.length - ranked
  return {
    id: `compare-${mode}`,
    title: titleOf(label, years),
    unit: unitOf(figure, unit),
    basis: basisOf(byYear),
    figures: [figure],
    notes: [
      ...(rate && leastN > 0 && small > 0
        ? [
            {
              tone: 'plain' as const,
              text: both(
                `n < ${String(leastN)} 或没有数的 ${String(small)} 个机关不参与排名，${SMALL[mode].zh}。`,
                `${String(small)} agencies with n < ${String(leastN)} or without a number are not ranked, ${SMALL[mode].en}.`,
              ),
            },
          ]
        : []),
      ...(mode === 'bars' ? [BARS_NOTE] : mode === 'lines' ? [LINES_NOTE] : []),
      ...breakNotes(figure, years),
      ...notesOfRows(
        agencies.map(({ figures }) => figures),
        'agency',
        [wholeChange, ...agencies].filter((one) => one.changeInError).length,
      ),
    ],
    source: sourceOfFigure(figure),
    reading: readingOf(comparison),
    table: {
      columns: [
        startColumn(WORDS.agency),
        endColumn(both('名次', 'Rank')),
        ...years.map((year) => endColumn(both(String(year), String(year)))),
        endColumn(unit === 'count' || unit === 'money' ? WORDS.relativeChange : WORDS.difference),
      ],
      rows: [
        [
          textCell('全部合计', 'All together'),
          textCell('', ''),
          ...whole.map((one) => figureCell(one, unit)),
          changeCell(wholeChange, unit),
        ],
        ...shown.map((agency) => [
          textCell(agency.name),
          textCell(agency.rank === null ? '—' : String(agency.rank)),
          ...agency.figures.map((one) => figureCell(one, unit)),
          changeCell(agency, unit),
        ]),
      ],
    },
    heightAt: (width) => heightOf(mode, shown.length, width),
    option: (context: ChartContext) => {
      if (mode === 'lines') return drawCompareLines(comparison, chosen, context)
      if (mode === 'bars') return drawCompareBars(comparison, shown, context)
      return drawCompareMatrix(comparison, shown, context)
    },
  }
}

/** What becomes of rates on too small an n. */
const SMALL: Readonly<Record<CompareMode, Label>> = {
  matrix: both('也不着色', 'nor coloured'),
  lines: both(
    'n 小的年份不画灰线，突出的机关画空心点',
    'and years with a small n are left out of the grey lines; of the agencies picked out they are hollow',
  ),
  bars: both('n 小的年份只画边框', 'and years with a small n have an edge and no fill'),
  table: both('n 小的数不参与比较', 'and a small n is no ground for comparison'),
}

const LINES_NOTE: Chart['notes'][number] = {
  tone: 'plain',
  text: both('灰带为四分位区间，虚线为中位数。', 'Band: quartiles; dashed: median.'),
}

const BARS_NOTE: Chart['notes'][number] = {
  tone: 'plain',
  text: both('柱图按次序画到画不下为止，其余的见表格。', 'Bars go as far as there is room; the table has the rest.'),
}

function heightOf(mode: CompareMode, rows: number, width: number): number {
  if (mode === 'lines' || mode === 'bars') return width < 500 ? 300 : 420
  return MATRIX_HEAD + (rows + 1) * MATRIX_ROW
}

function unitOf(figure: string, unit: Comparison['unit']): Label {
  const formula = formulaOfFigure(figure)
  if (formula) return both(`${formula.zh}，%`, `${formula.en}, %`)
  return unit === 'money' ? both('万元', '10,000 yuan') : WORDS.cases
}

function breakNotes(id: string, years: readonly number[]): Chart['notes'] {
  if (!spansForms(years)) return []
  const figure = figureOf(id)
  const series = figure?.kind === 'measure' ? figure.measure.series : 'continuous'
  if (series === 'continuous') return [CONTINUOUS_NOTE]
  return [
    {
      tone: 'plain',
      text: both(
        `只有 ${series} 版表式有这一项，另一版的年份不适用。`,
        `Only the ${series} form has this item; it does not apply to the years of the other.`,
      ),
    },
  ]
}

function readingOf({ label, years, agencies }: Comparison): Label {
  const span = years.length > 0 ? `${String(years[0])}–${String(years.at(-1))}` : ''
  return both(
    `${String(agencies.length)} 个机关 ${span} 年的${label.zh}，数字见表格。`,
    `${label.en} of ${String(agencies.length)} agencies, ${span}; the table has the numbers.`,
  )
}
