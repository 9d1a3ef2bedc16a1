import type { Figure } from '../cube/query'
import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { isFirm } from './comparison'
import { spreadLabels } from './labelSpread'
import { fitText, NO_NUMBER, numberText, textWidth, valueText } from './numbers'
import { besideYear } from './places'
import type { Place } from './places'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { Sketch } from './sketch'
import { gapOf, isHatched, statesOfFigure } from './table'
import { baseOption } from './theme'
import type { Trend, TrendLine } from './trend'
import { toneOfYear } from './told'
import { axisWidth, drawValueAxis, heightIn } from './valueAxis'
import { both, WORDS } from './words'

const COLOURS_IN_ORDER = ['accent', 'mark2', 'mark3', 'ink2', 'oUnavailable'] as const satisfies readonly ColourName[]
const POINT = 18
const WIDEST_YEAR = 64
const BELOW = 28
/** What a name at the end of a line gets on a phone. */
const NAME_ROOM = 124
const N_ROW = 15

export const trendColour = (at: number): ColourName => COLOURS_IN_ORDER[at % COLOURS_IN_ORDER.length] ?? 'accent'
export const trendHeight = (width: number): number => (width < 500 ? 280 : 340)

const valueOf = (line: TrendLine, at: number): number | null => line.figures[at]?.value ?? null

/** The lines whose n is told: the first for all where they rest on one. */
function nRowsOf({ years, lines, unit }: Trend): { line: TrendLine; colour: ColourName }[] {
  if (unit !== 'ratio') return []
  const isOne = years.every(
    (_, at) => new Set(lines.flatMap(({ figures }) => figures[at]?.denominator ?? [])).size <= 1,
  )
  const rows = lines.map((line, index) => ({ line, colour: trendColour(index) }))
  return isOne ? rows.slice(0, 1).map(({ line }) => ({ line, colour: 'ink3' })) : rows
}

/** Where years and values stand. */
function layoutOf(trend: Trend, sketch: Sketch, context: ChartContext) {
  const { years, lines, unit } = trend
  const nRows = nRowsOf(trend)
  const { language, width, height } = context
  const size = sketch.px(13)
  const written = (value: number): string => valueText(value, unit, language) + (unit === 'ratio' ? '%' : '')
  const values = lines.flatMap((line) => years.flatMap((_, at) => valueOf(line, at) ?? []))
  const range = rangeOf(values, 5, {
    ...(unit !== 'signedCount' && { least: 0 }),
    ...(unit === 'ratio' && { span: LEAST_RATE_SPAN }),
  })
  const left = axisWidth(sketch, range, unit, language)
  const ends = lines.map((line) => {
    const at = years.reduce((last, _, index) => (valueOf(line, index) === null ? last : index), -1)
    const told = years.indexOf(trend.told?.year ?? 0)
    // The name stands at the end of its line, with the number of the year told.
    const of = told < 0 ? at : told
    return { at, of, value: at < 0 ? null : valueOf(line, at), told: of < 0 ? null : valueOf(line, of) }
  })
  /** The number of the year told; one that is not the axis's last is named. */
  function nameOf(end: (typeof ends)[number] | undefined): string {
    const number = end?.told == null ? '' : `${written(end.told)} `
    return end === undefined || number === '' || end.of === years.length - 1
      ? number
      : `${String(years[end.of])} ${number}`
  }
  const wanted = Math.max(
    sketch.px(40),
    ...lines.map(({ label }, index) =>
      textWidth(`${trend.told ? nameOf(ends[index]) : `${written(ends[index]?.value ?? 0)} `}${label[language]}`, size),
    ),
  )
  const right = Math.min(wanted, Math.max(width * 0.3, sketch.px(NAME_ROOM))) + sketch.px(20)
  const plot = {
    x: left + sketch.px(10),
    y: sketch.px(26),
    width: Math.max(40, width - left - right - sketch.px(10)),
    height: height - sketch.px(26 + BELOW + (nRows.length > 0 ? 6 : 0) + N_ROW * nRows.length),
  }
  const step = years.length > 1 ? plot.width / (years.length - 1) : 0
  const x = (at: number): number => (years.length > 1 ? plot.x + step * at : plot.x + plot.width / 2)
  return { range, plot, right, step, x, y: heightIn(range, plot), ends, nameOf, nRows }
}

/** Columns of years, and in them the points. */
export function trendPlaces(trend: Trend, context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { plot, step, x, y } = layoutOf(trend, sketch, context)
  const wide = Math.min(step, sketch.px(WIDEST_YEAR)) || sketch.px(WIDEST_YEAR)
  const point = sketch.px(POINT)
  return [
    ...trend.years.map((year, at) => ({
      mark: { year },
      box: { x: x(at) - wide / 2, y: plot.y, width: wide, height: context.height - plot.y },
      sign: besideYear(sketch, x(at), plot.y + plot.height + sketch.px(15)),
    })),
    ...trend.lines.flatMap((line) =>
      trend.years.flatMap((year, at): Place[] => {
        const value = valueOf(line, at)
        if (value === null) return []
        const box = { x: x(at) - point / 2, y: y(value) - point / 2, width: point, height: point }
        return [{ mark: { year, part: line.id }, box, figure: line.id }]
      }),
    ),
  ]
}

/**
 * Lines over the years, named at their ends, broken where there is no number and where the meaning changed with the form; n under the years. Rates on too small an n are hollow, inferred numbers hollow on a dashed line.
 */
export function drawTrend(trend: Trend, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { years, lines, unit, leastN } = trend
  const layout = layoutOf(trend, sketch, context)
  const { range, plot, right, step, x, y, ends, nameOf, nRows } = layout
  const base = plot.y + plot.height
  drawValueAxis(sketch, range, plot, unit, language, 0)
  const first = years.findIndex(
    (year, at) => at > 0 && year >= FIRST_YEAR_OF_2021_FORM && (years[at - 1] ?? year) < FIRST_YEAR_OF_2021_FORM,
  )
  const isCut = lines.some(({ goesOn }) => !goesOn)
  if (first > 0) drawBoundary(x(first) - step / 2)
  years.forEach((year, at) => {
    sketch.text(x(at), base + sketch.px(15), String(year), {
      align: 'center',
      ...toneOfYear(year, trend.told?.year ?? null),
    })
    drawAbsences(at)
  })
  lines.forEach((line, index) => {
    const colour = trendColour(index)
    line.figures.forEach((figure, at) => {
      if (figure?.value == null) return
      const before = line.figures[at - 1]
      if (before?.value != null && (line.goesOn || at !== first)) {
        const way = [
          [x(at - 1), y(before.value)],
          [x(at), y(figure.value)],
        ] as const
        sketch.line(way, colour, 2.2, isInferred(figure) || isInferred(before) ? [5, 3] : undefined)
      }
    })
  })
  lines.forEach((line, index) => {
    line.figures.forEach((figure, at) => {
      if (figure?.value == null) return
      const firm = isFirm(figure, unit, leastN) && !isInferred(figure)
      sketch.circle(x(at), y(figure.value), 3.2, trendColour(index), firm)
      sketch.signs(x(at), y(figure.value) - sketch.px(11), statesOfFigure(figure), language)
    })
  })
  drawN()
  drawNames()
  return { ...baseOption(context), graphic: { elements: sketch.elements } }

  /** Under the years, in the colour of its line where lines rest on different ones. */
  function drawN(): void {
    nRows.forEach(({ line, colour }, row) => {
      const under = base + sketch.px(33 + N_ROW * row)
      sketch.text(plot.x - sketch.px(24), under, 'n', { align: 'right', colour, size: 11 })
      line.figures.forEach((figure, at) => {
        if (figure?.denominator !== undefined)
          sketch.text(x(at), under, numberText(figure.denominator, language), { align: 'center', colour, size: 11 })
      })
    })
  }
  function drawBoundary(at: number): void {
    const short = textWidth(WORDS.newForm[language], sketch.px(12)) > plot.x + plot.width - at
    const words = isCut ? both('2021 年起口径不同', 'Redefined from 2021') : short ? WORDS.newFormShort : WORDS.newForm
    sketch.line(
      [
        [at, sketch.px(6)],
        [at, base],
      ],
      'control',
      1,
      [3, 3],
    )
    sketch.text(at + sketch.px(6), sketch.px(10), words[language], { colour: 'ink3' })
    if (isCut) sketch.text(at, base, '//', { align: 'center', halo: true, weight: 600 })
  }
  /** On the axis: 空白 hatched, 未报 framed, 0/0 a dash, side by side in the order of the lines. */
  function drawAbsences(at: number): void {
    const gaps = lines.flatMap((line, index) => {
      const figure: Figure | undefined = line.figures[at]
      const gap = trend.groups[at]?.reports === 0 ? ('missing' as const) : gapOf(figure)
      return figure?.value != null ? [] : [{ gap, colour: trendColour(index) }]
    })
    gaps.forEach(({ gap, colour }, index) => {
      const wide = sketch.px(14)
      const from = x(at) + wide * (index - gaps.length / 2)
      const box = { x: from + 1, y: base - sketch.px(20), width: wide - 2, height: sketch.px(20) }
      if (isHatched(gap)) sketch.hatched(box)
      else if (gap === 'missing') sketch.framed(box)
      else if (gap === 'noCases')
        sketch.text(from + wide / 2, base - sketch.px(8), NO_NUMBER, { align: 'center', weight: 600, colour })
    })
  }
  function drawNames(): void {
    const named = lines.flatMap((line, index) => {
      const end = ends[index]
      if (end?.value == null) return []
      return [{ line, at: end.at, value: end.value, name: nameOf(end), colour: trendColour(index) }]
    })
    const places = spreadLabels(
      named.map(({ value }) => y(value)),
      sketch.px(17),
      plot.y,
      base,
    )
    const from = plot.x + plot.width + sketch.px(16)
    named.forEach(({ line, at, value, name, colour }, index) => {
      const place = places[index] ?? 0
      sketch.text(from, place, fitText(`${name}${line.label[language]}`, sketch.px(13), right - sketch.px(16)), {
        size: 13,
        weight: 600,
        colour,
      })
      if (at === years.length - 1 && Math.abs(place - y(value)) > sketch.px(2))
        sketch.line(
          [
            [x(at) + sketch.px(5), y(value)],
            [from - sketch.px(3), place],
          ],
          'control',
          0.7,
        )
    })
  }
}

/** A sum is inferred where every report that it rests on is; of one among many the sign tells. */
const isInferred = ({ states, reports }: Figure): boolean => reports > 0 && states.inferred === reports
