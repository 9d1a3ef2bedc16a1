import type { CoverageResult, QueryResult } from '../cube/query'
import { plainSum } from '../form/plainSum'
import type { Chart, ChartContext } from './chart'
import { counted, nounOf } from './counted'
import { fitName } from './nameLines'
import { numberText, textWidth } from './numbers'
import type { AgencyNames } from './ranked'
import type { Place } from './places'
import { NO_REPORTS } from './readings'
import { Sketch } from './sketch'
import { countCell, endColumn, startColumn, textCell } from './table'
import { baseOption } from './theme'
import { tiedNames } from './ties'
import { both, titleOf, WORDS } from './words'

interface ProblemRow {
  readonly agency: string
  readonly name: string
  readonly errors: number
}

const ROW = 26
/** Rows of the drawing; the table has all. */
const MOST = 15

/** Whose reports of one year have numbers that do not foot: agencies by their open errors, most first. `scope` is the one that the coverage was asked for. */
export function problemsChart(
  coverage: CoverageResult,
  year: number,
  scope: QueryResult['scope'],
  names: AgencyNames,
): Chart {
  const cells = coverage.rows.flatMap(({ agency, years }) => {
    const cell = years[year]
    return cell && cell.status !== 'notOwed' ? [{ agency, name: names.get(agency) ?? agency, ...cell }] : []
  })
  const reported = cells.filter(({ status }) => status !== 'missing')
  const rows = reported
    .filter(({ errors }) => errors > 0)
    .sort((one, other) => other.errors - one.errors)
    .map(({ agency, name, errors }): ProblemRow => ({ agency, name, errors }))
  const shown = rows.slice(0, MOST)
  const left = rows.length - shown.length
  return {
    id: 'problems',
    title: titleOf(both('勾稽不等的年报', 'Reports whose figures do not balance'), [year]),
    unit: both('未处理的错误（处）', 'open errors'),
    basis: {
      years: [year],
      scope,
      agencies: cells.length,
      reports: reported.length,
      missing: cells.length - reported.length,
    },
    figures: [],
    notes: [
      {
        tone: 'plain',
        text: both(
          '只计勾稽所见、未搁置的错误；提醒不计。数字均照录，未改动。',
          'Only errors found by the checks and not set aside are counted; warnings are not. All figures are as printed.',
        ),
      },
      ...(left > 0
        ? [
            {
              tone: 'plain' as const,
              text: both(`另有 ${String(left)} 个机关见表格。`, `${counted(left, 'agency')} more: see the table.`),
            },
          ]
        : []),
    ],
    source: both('勾稽', 'the checks'),
    readings: readingsOf(rows, reported.length, year),
    table: {
      columns: [startColumn(WORDS.agency), endColumn(both('未处理的错误', 'Open errors'))],
      rows: rows.map(({ name, errors }) => [textCell(name), countCell(errors)]),
    },
    heightAt: () => Math.max(1, shown.length) * ROW + 8,
    option: (context) => draw(shown, reported.length, context),
    places: (context) => placesOf(shown, year, context),
    native:
      shown.length === 0
        ? []
        : [
            {
              kind: 'bar',
              stacked: false,
              unit: 'count',
              categories: shown.map(({ name }) => both(name, name)),
              series: [
                {
                  name: both('未处理的错误', 'Open errors'),
                  colour: 'error',
                  values: shown.map(({ errors }) => errors),
                },
              ],
            },
          ],
  }
}

function readingsOf(rows: readonly ProblemRow[], reported: number, year: number): Chart['readings'] {
  if (reported === 0) return [NO_REPORTS]
  const [first] = rows
  if (!first)
    return [
      both(
        `${String(year)} 年 ${numberText(reported, 'zh')} 份年报${reported > 1 ? '均' : ''}没有未处理的错误。`,
        `${String(year)}: ${counted(reported, 'report')}, no open errors.`,
      ),
    ]
  const errors = plainSum(rows.map((row) => row.errors))
  const most = rows.filter((row) => row.errors === first.errors)
  const names = tiedNames(most.map(({ name }) => both(name, name)))
  const each = most.length > 1
  const [many, count] = [both(numberText(errors, 'zh'), counted(errors, 'error')), counted(reported, 'report')]
  if (reported === 1)
    return [
      both(
        `${first.name} ${String(year)} 年的年报有未处理的错误，${many.zh} 处。`,
        `The ${String(year)} report of ${first.name} has ${numberText(errors, 'en')} open ${nounOf(errors, 'error')}.`,
      ),
    ]
  if (rows.length === 1)
    return [
      both(
        `${String(year)} 年 ${numberText(reported, 'zh')} 份年报中，只有${first.name}的一份有未处理的错误，${many.zh} 处。`,
        `${String(year)}: one of ${count}, that of ${first.name}, has ${numberText(errors, 'en')} open ${nounOf(errors, 'error')}.`,
      ),
    ]
  return [
    both(
      `${String(year)} 年 ${numberText(reported, 'zh')} 份年报中，${numberText(rows.length, 'zh')} 份有未处理的错误，共 ${many.zh} 处。`,
      `${String(year)}: ${numberText(rows.length, 'en')} of ${count} have open errors, ${many.en} in total.`,
    ),
    ...(first.errors === 1
      ? []
      : [
          both(
            `错误最多的是${names.zh}，${each ? '各 ' : ''}${numberText(first.errors, 'zh')} 处。`,
            `Most errors: ${names.en}, ${numberText(first.errors, 'en')}${each ? ' each' : ''}.`,
          ),
        ]),
  ]
}

function layoutOf(
  rows: readonly ProblemRow[],
  { width, height, scale }: Pick<ChartContext, 'width' | 'height' | 'scale'>,
) {
  const px = (length: number): number => Math.round(length * scale)
  const row = (height - px(8)) / Math.max(1, rows.length)
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name, px(13))))
  const label = Math.min(longest + px(10), width * 0.4)
  return { row, label, plot: width - label - px(50), top: px(4) }
}

function placesOf(rows: readonly ProblemRow[], year: number, context: ChartContext): readonly Place[] {
  const { row, top } = layoutOf(rows, context)
  return rows.map(({ agency }, at) => ({
    mark: { agency, year },
    box: { x: 0, y: top + at * row, width: context.width, height: row },
  }))
}

function draw(rows: readonly ProblemRow[], reported: number, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { row, label, plot, top } = layoutOf(rows, context)
  const most = Math.max(1, ...rows.map(({ errors }) => errors))
  if (rows.length === 0)
    sketch.text(0, context.height / 2, reported === 0 ? NO_REPORTS[language] : WORDS.noErrors[language], { size: 13 })
  rows.forEach(({ name, errors }, at) => {
    const y = top + (at + 0.5) * row
    const long = (errors / most) * plot
    sketch.text(label - sketch.px(10), y, fitName(name, sketch.px(13), label - sketch.px(10)), {
      size: 13,
      colour: 'ink',
      align: 'right',
    })
    sketch.box({ x: label, y: y - row * 0.28, width: long, height: row * 0.56 }, sketch.colour('error'))
    sketch.text(label + long + sketch.px(8), y, numberText(errors, language), { weight: 600, colour: 'ink' })
  })
  if (rows.length > 0)
    sketch.line(
      [
        [label, top],
        [label, top + row * rows.length],
      ],
      'rule',
    )
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}
