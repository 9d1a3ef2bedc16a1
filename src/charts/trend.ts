import type { Figure, Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { basisOf, yearLabel, yearOf } from './basis'
import type { Chart, ChartNote } from './chart'
import { isFirm } from './comparison'
import { breakNotes, seriesOf } from './figureWords'
import { firmValue, markedLabel, smallLeftOut } from './native'
import type { NativeChart } from './native'
import { notesOfRows, spansForms } from './notes'
import type { FigureUnit } from './numbers'
import { labelOfFigure, unitOfFigure } from './ranked'
import { changeText, firmText, tooSmall } from './rateChange'
import { isAlike, NO_REPORTS, OF_OTHERS } from './readings'
import { sourceOfFigure } from './sources'
import { countCell, endColumn, figureCell, startColumn, textCell } from './table'
import type { Told } from './told'
import { drawTrend, trendColour, trendHeight, trendPlaces } from './trendDrawing'
import { both, lowered, titleOf, WORDS } from './words'

/** One figure over the years. */
export interface TrendLine {
  readonly id: string
  readonly label: Label
  /** One for each year. */
  readonly figures: readonly (Figure | undefined)[]
  /** Whether the meaning of the figure goes on over the change of form. */
  readonly goesOn: boolean
}

/** Figures of one unit over the years. */
export interface Trend {
  readonly groups: readonly Group[]
  readonly years: readonly number[]
  readonly unit: FigureUnit
  readonly lines: readonly TrendLine[]
  readonly leastN: number
  /** `null` where no year is asked for: then the last is told against the one before it. */
  readonly told: Told | null
}

/** A few figures of one unit as lines over the years, each named at its end. Takes a result grouped by year; `told` where a year is asked for. Throws where units differ: one axis cannot have two. */
export function trendChart(
  result: QueryResult,
  figures: readonly string[],
  leastN: number,
  told: Told | null = null,
): Chart {
  const { groups } = result
  const units = new Set(figures.map(unitOfFigure))
  const [unit = 'count'] = units
  if (units.size > 1) throw new Error(`figures of several units on one axis: ${figures.join(', ')}`)
  const years = groups.map(yearOf)
  const lines = figures.map((id) => ({
    id,
    label: labelOfFigure(id),
    figures: groups.map((group) => group.figures[id]),
    goesOn: seriesOf(id) === 'continuous',
  }))
  const trend: Trend = { groups, years, unit, lines, leastN, told }
  const [first] = lines
  const names = both(
    lines.map(({ label }) => label.zh).join('、'),
    lines.map(({ label }, at) => (at === 0 ? label.en : lowered(label.en))).join(', '),
  )
  const sources = new Map(figures.map((id) => [sourceOfFigure(id).zh, sourceOfFigure(id)]))
  return {
    id: 'trend',
    title: titleOf(names, years),
    unit: unit === 'ratio' ? both('%', '%') : unit === 'money' ? both('万元', '10,000 yuan') : WORDS.cases,
    basis: basisOf(result),
    figures,
    notes: [
      ...smallNotes(trend),
      ...distinct(figures.flatMap((id) => breakNotes(id, years))),
      ...notesOfRows(
        groups.map((group) => figures.map((id) => group.figures[id])),
        'year',
      ),
    ],
    source: sources.size > 1 ? WORDS.manyTables : first ? sourceOfFigure(first.id) : both('', ''),
    readings: readingsOf(trend),
    table: {
      columns: [
        startColumn(WORDS.year),
        ...lines.map(({ label }) => endColumn(label)),
        endColumn(WORDS.reports),
        endColumn(WORDS.missing),
      ],
      rows: groups.map((group) => [
        textCell(String(yearOf(group))),
        ...figures.map((id) => figureCell(group.figures[id], unit)),
        countCell(group.reports),
        countCell(group.missing),
      ]),
    },
    ...(told && { told: told.year }),
    heightAt: trendHeight,
    option: (context) => drawTrend(trend, context),
    places: (context) => trendPlaces(trend, context),
    native: [nativeOf(trend)],
  }
}

const distinct = (notes: readonly ChartNote[]): ChartNote[] => [
  ...new Map(notes.map((note) => [note.text.zh, note])).values(),
]

const hasSmall = ({ lines, unit, leastN }: Trend): boolean =>
  lines.some(({ figures }) => figures.some((figure) => figure?.value != null && !isFirm(figure, unit, leastN)))

function smallNotes(trend: Trend): ChartNote[] {
  const least = String(trend.leastN)
  return hasSmall(trend)
    ? [
        {
          tone: 'plain',
          text: both(`n < ${least} 的年份画空心点。`, `Years with n < ${least}: hollow points.`),
          ofDrawing: true,
        },
      ]
    : []
}

function nativeOf(trend: Trend): NativeChart {
  const { groups, lines, unit, leastN } = trend
  return {
    kind: 'line',
    stacked: false,
    unit,
    categories: groups.map((group) =>
      markedLabel(
        yearLabel(group),
        lines.map(({ id }) => group.figures[id]),
      ),
    ),
    series: lines.map(({ label, figures }, at) => ({
      name: label,
      colour: trendColour(at),
      values: figures.map((figure) => firmValue(figure, unit, leastN)),
    })),
    ...smallLeftOut(
      lines.flatMap(({ figures }) => figures),
      unit,
      leastN,
    ),
  }
}

const withoutText = ({ label }: TrendLine, year: number): Label =>
  both(
    `${String(year)} 年${label.zh}没有数（空白、未读出、0/0 或表式没有这一项）。`,
    `${label.en}: no figure in ${String(year)} (blank, unreadable, 0/0 or not on the form).`,
  )

/** Each figure in the year told, else its last, against its other year, else the one before, as far as the two are comparable. */
function readingsOf(trend: Trend): Label[] {
  const { unit, leastN } = trend
  const lines = trend.lines.flatMap((line): { said: Label; isOfOthers: boolean }[] => {
    const known = trend.groups.flatMap((group, at) => {
      const figure = line.figures[at]
      return figure?.value == null ? [] : [{ group, figure, value: figure.value, year: yearOf(group) }]
    })
    const inYear = (year: number | null) => known.find((one) => one.year === year)
    const last = trend.told ? inYear(trend.told.year) : known.at(-1)
    const first = trend.told ? inYear(trend.told.against) : known.at(-2)
    if (!last) return trend.told ? [{ said: withoutText(line, trend.told.year), isOfOthers: false }] : []
    const now = firmText(last.figure, unit, leastN)
    const told = both(
      `${String(last.year)} 年${line.label.zh} ${now.zh}`,
      `${line.label.en}: ${now.en} in ${String(last.year)}`,
    )
    const isLarge = [first, last].every((one) => one === undefined || isFirm(one.figure, unit, leastN))
    if (!first || first === last) {
      const small = isLarge ? both('', '') : both(`，n 不足 ${String(leastN)}`, `; n below ${String(leastN)}`)
      return [{ said: both(`${told.zh}${small.zh}。`, `${told.en}${small.en}.`), isOfOthers: false }]
    }
    const then = firmText(first.figure, unit, leastN)
    const isAmongSame = isAlike(first.group, last.group, [line.id])
    const isComparable =
      isLarge && (line.goesOn || !spansForms([first.year, last.year])) && (unit === 'ratio' || isAmongSame)
    const [since, until] = first.year > last.year ? [last, first] : [first, last]
    const change = !isLarge
      ? tooSmall(leastN)
      : isComparable
        ? changeText(since.value, until.value, unit)
        : both('不宜直接相比', 'not directly comparable')
    return [
      {
        said: both(
          `${told.zh}，${String(first.year)} 年 ${then.zh}，${change.zh}。`,
          `${told.en}, ${then.en} in ${String(first.year)}; ${change.en}.`,
        ),
        // A rate may move because others report.
        isOfOthers: isComparable && !isAmongSame,
      },
    ]
  })
  const readings = lines.map(({ said }) => said)
  if (lines.some(({ isOfOthers }) => isOfOthers)) readings.push(OF_OTHERS)
  if (readings.length > 0) return readings
  return trend.groups.some(({ reports }) => reports > 0)
    ? [both('有年报，但没有可以画的数（空白或 0/0）。', 'There are reports, but no figure to draw (blank or 0/0).')]
    : [NO_REPORTS]
}
