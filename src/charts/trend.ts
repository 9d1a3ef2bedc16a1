import type { Figure, Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { basisOf, yearLabel, yearOf } from './basis'
import type { Chart, ChartNote } from './chart'
import { isFirm } from './comparison'
import { breakNotes, seriesOf } from './figureWords'
import { firmValue, markedLabel, smallLeftOut } from './native'
import type { NativeChart } from './native'
import { notesOfRows, spansForms } from './notes'
import { numberText, shownPercent, valueLabel } from './numbers'
import type { FigureUnit } from './numbers'
import { labelOfFigure, unitOfFigure } from './ranked'
import { fewBeside } from './readingN'
import { isAlike, NO_REPORTS } from './readings'
import { sourceOfFigure } from './sources'
import { countCell, endColumn, figureCell, startColumn, textCell } from './table'
import type { Told } from './told'
import { drawTrend, trendColour, trendHeight, trendPlaces } from './trendDrawing'
import { both, titleOf, WORDS } from './words'

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
  /** `null` where no year is asked for: then the last is told against the first. */
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
  const names = both(lines.map(({ label }) => label.zh).join('、'), lines.map(({ label }) => label.en).join(', '))
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
    ? [{ tone: 'plain', text: both(`n < ${least} 的年份画空心点。`, `Years with n < ${least} are hollow.`) }]
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

/** Each figure in the year told, else its last, against its other year, else its first, as far as the two are comparable. */
function readingsOf(trend: Trend): Label[] {
  const lines = trend.lines.flatMap((line): { said: Label; isOfOthers: boolean }[] => {
    const known = trend.groups.flatMap((group, at) => {
      const figure = line.figures[at]
      return figure?.value == null ? [] : [{ group, figure, value: figure.value, year: yearOf(group) }]
    })
    const inYear = (year: number | null) => known.find((one) => one.year === year)
    const last = trend.told ? inYear(trend.told.year) : known.at(-1)
    const first = trend.told ? inYear(trend.told.against) : known[0]
    if (!last) return []
    const { zh, en } = line.label
    const now = valueLabel(last.value, trend.unit)
    const [n, nEn] = nText(last.figure, trend)
    const told = both(`${String(last.year)} 年${zh} ${now.zh}${n}`, `${en} in ${String(last.year)}: ${now.en}${nEn}`)
    if (!first || first === last) return [{ said: both(`${told.zh}。`, `${told.en}.`), isOfOthers: false }]
    const then = valueLabel(first.value, trend.unit)
    const [m, mEn] = nText(first.figure, trend)
    const before = both(`${String(first.year)} 年 ${then.zh}${m}`, `${then.en}${mEn} in ${String(first.year)}`)
    const isComparable =
      (line.goesOn || !spansForms([first.year, last.year])) &&
      isFirm(first.figure, trend.unit, trend.leastN) &&
      isFirm(last.figure, trend.unit, trend.leastN) &&
      (trend.unit === 'ratio' || isAlike(first.group, last.group, [line.id]))
    const change = isComparable
      ? first.year > last.year
        ? changeText(last.value, first.value, trend.unit)
        : changeText(first.value, last.value, trend.unit)
      : both('，不宜直接相比', '; not to be set against each other')
    return [
      {
        said: both(`${told.zh}，${before.zh}${change.zh}。`, `${told.en}, ${before.en}${change.en}.`),
        // A rate may move because others report.
        isOfOthers: isComparable && !isAlike(first.group, last.group, [line.id]),
      },
    ]
  })
  const readings = lines.map(({ said }) => said)
  if (lines.some(({ isOfOthers }) => isOfOthers))
    readings.push(
      both(
        `${trend.told ? '这' : '首尾'}两年上报的机关不全或不同，升降里有机关不同的影响。`,
        `${trend.told ? 'The two years' : 'The first and the last year'} do not stand on the same agencies in full, which is part of the change.`,
      ),
    )
  if (readings.length > 0) return readings
  return trend.groups.some(({ reports }) => reports > 0)
    ? [both('有年报，但没有可以画的数（空白或 0/0）。', 'There are reports, but no number to draw (blank or 0/0).')]
    : [NO_REPORTS]
}

function nText(figure: Figure, { unit, leastN }: Trend): readonly [zh: string, en: string] {
  const { denominator } = figure
  if (unit !== 'ratio' || denominator === undefined || denominator >= leastN) {
    const { zh, en } = fewBeside([figure], unit)
    return [zh, en]
  }
  return [`（n ${String(denominator)}，偏小）`, ` (n ${String(denominator)}, small)`]
}

function changeText(from: number, to: number, unit: FigureUnit): Label {
  const by = unit === 'ratio' ? shownPercent(to) - shownPercent(from) : to - from
  const amount = numberText(Math.abs(by), 'zh', unit === 'ratio' ? 1 : 0, unit === 'ratio' ? 1 : 2)
  if (!/[1-9]/u.test(amount)) return both('，持平', '; the same')
  const points = unit === 'ratio' ? both('个百分点', ' points') : both('', '')
  return both(
    `，${by > 0 ? '升' : '降'} ${amount}${points.zh === '' ? '' : ` ${points.zh}`}`,
    `; ${amount}${points.en} ${by > 0 ? 'up' : 'down'}`,
  )
}
