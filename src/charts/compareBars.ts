import type { Figure } from '../cube/query'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { isFirm } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { nameLines } from './nameLines'
import { numberText, textWidth, valueText } from './numbers'
import type { Place } from './places'
import { rangeOf } from './scale'
import { drawKey, keyLines } from './segmentLabels'
import { HIGHLIGHTS } from './sets'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { gapOf, statesOfFigure, isHatched } from './table'
import { baseOption } from './theme'
import { axisWidth, drawValueAxis, heightIn } from './valueAxis'
import { both } from './words'

const YEAR_FILLS = ['y2019', 'y2020', 'y2021', 'y2022', 'y2023', 'y2024'] as const satisfies readonly ColourName[]

/** Lines of a sketch lie at 10. */
const ABOVE_GRID = 12
/** Width of one agency's bars and name. */
const SLOT = 92
const BELOW = 44
/** Room for the value and signs over the highest bar. */
const OVER = 30
const KEY_LINE = 20
const SMALL = 10

/** Colour of a year among years: the newest darkest. */
export const yearFill = (at: number, count: number): ColourName =>
  YEAR_FILLS[Math.max(0, YEAR_FILLS.length - count + at)] ?? 'y2024'

/** The agencies that there is room for: the first in order, and always the chosen, each where it stands. */
export function barsShown(
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  room: number,
): readonly ComparedAgency[] {
  const picked = new Set(chosen)
  const beyond = shown.slice(room).filter(({ id }) => picked.has(id)).length
  let free = room - shown.filter(({ id }) => picked.has(id)).length
  if (beyond === 0) return shown.slice(0, room)
  return shown.filter(({ id }) => picked.has(id) || free-- > 0)
}

/** Where agencies and their bars stand. */
function layoutOf(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  sketch: Sketch,
  context: ChartContext,
) {
  const { years, unit } = comparison
  const { language } = context
  const some = barsShown(shown, chosen, Math.max(1, Math.floor(context.width / sketch.px(SLOT))))
  const values = some.flatMap(({ figures }) => figures.flatMap((one) => one?.value ?? []))
  const range = rangeOf([0, ...values], 5)
  const left = axisWidth(sketch, range, unit, language)
  const key = [
    ...years.map((year, at) => ({ text: String(year), fill: sketch.colour(yearFill(at, years.length)) })),
    ...(some.length < shown.length
      ? [{ text: restText(shown.length - some.length)[language], fill: '', plain: true }]
      : []),
  ]
  const top = sketch.px(KEY_LINE) * keyLines(key, context) + sketch.px(OVER)
  const plot = { x: left, y: top, width: context.width - left, height: context.height - top - sketch.px(BELOW) }
  const slot = plot.width / Math.max(1, some.length)
  const wide = Math.min(sketch.px(26), (slot * 0.82) / Math.max(1, years.length))
  return { some, range, key, plot, slot, wide, y: heightIn(range, plot) }
}

/** Left end of a bar. */
const barAt = (middle: number, wide: number, at: number, years: number): number => middle + wide * (at - years / 2)

/** Agencies with their names, and in each the years, whether or not there is a bar. */
export function barsPlaces(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  context: ChartContext,
): Place[] {
  const { years, lastYear, figure: asked } = comparison
  const sketch = new Sketch(context)
  const { some, plot, slot, wide, y } = layoutOf(comparison, shown, chosen, sketch, context)
  return some.flatMap(({ id, figures }, index) => {
    const left = plot.x + slot * index
    const name = { x: left, y: plot.y, width: slot, height: context.height - plot.y }
    return [
      { mark: { agency: id }, box: name, sign: [left + slot - sketch.px(9), y(0) + sketch.px(9)] as const },
      ...years.map((year, at) => {
        const box = { x: barAt(left + slot / 2, wide, at, years.length), y: plot.y, width: wide, height: plot.height }
        const figure = figures[at]
        // Over the bar, or the look of absence, and over what stands on it.
        const bar = figure?.value == null ? sketch.px(22) : y(0) - Math.min(y(0), y(figure.value))
        const taken = year === lastYear || statesOfFigure(figure).length > 0 ? sketch.px(22) : sketch.px(8)
        return { mark: { agency: id, year }, box, figure: asked, sign: [box.x + wide / 2, y(0) - bar - taken] as const }
      }),
    ]
  })
}

/** Grouped bars: years side by side for each agency, from zero; rates on too small an n have an edge, no fill, and n within. */
export function drawCompareBars(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  context: ChartContext,
) {
  const sketch = new Sketch(context)
  const { years, unit } = comparison
  const { some, range, key, plot, slot, wide, y } = layoutOf(comparison, shown, chosen, sketch, context)
  drawKey(sketch, key, context)
  drawValueAxis(sketch, range, plot, unit, context.language, 0)
  some.forEach((agency, index) => {
    const middle = plot.x + slot * (index + 0.5)
    agency.figures.forEach((figure, at) => {
      const place = { x: barAt(middle, wide, at, years.length), y: y(0), width: wide, height: 0 }
      const last = years[at] === comparison.lastYear
      if (figure?.value == null) drawAbsence(sketch, figure, place)
      else drawBar(sketch, comparison, figure, figure.value, yearFill(at, years.length), { place, y, last }, context)
    })
    drawName(sketch, agency, chosen.indexOf(agency.id), { ...plot, x: middle - slot / 2, width: slot })
  })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

const restText = (count: number) =>
  both(
    `另有 ${String(count)} 个机关见表格`,
    `${String(count)} more ${count === 1 ? 'agency' : 'agencies'} in the table`,
  )

function drawAbsence(sketch: Sketch, figure: Figure | undefined, { x, y, width }: Box): void {
  const box = { x: x + 1, y: y - sketch.px(22), width: width - 2, height: sketch.px(22) }
  const gap = gapOf(figure)
  if (isHatched(gap)) sketch.hatched(box)
  else if (gap === 'missing') sketch.framed(box)
}

/** A bar with its value over it where it is of the last year, n at the top of a hollow one, and the signs of its history over all. */
function drawBar(
  sketch: Sketch,
  { unit, leastN }: Comparison,
  figure: Figure,
  value: number,
  fill: ColourName,
  { place, y, last }: { place: Box; y: (value: number) => number; last: boolean },
  { language, width }: ChartContext,
): void {
  const zero = place.y
  const tall = Math.max(sketch.px(value === 0 ? 3 : 1), Math.abs(y(value) - zero))
  const box = { x: place.x + 0.5, y: value < 0 ? zero : zero - tall, width: place.width - 1, height: tall }
  const firm = isFirm(figure, unit, leastN)
  if (firm) sketch.box(box, sketch.colour(fill), ABOVE_GRID)
  else sketch.outlined(box, 'peer', ABOVE_GRID)
  const middle = place.x + place.width / 2
  let over = box.y - sketch.px(9)
  if (last && place.width >= sketch.px(10)) {
    const text = valueText(value, unit, language)
    const tone = firm ? ({ weight: 600, colour: 'ink' } as const) : ({ colour: 'ink3' } as const)
    // Wider than its bar, it gives way to the right, where no other year stands.
    const half = textWidth(text, sketch.px(12)) / 2
    const x = Math.min(Math.max(middle, place.x + half), width - half)
    sketch.text(x, over, text, { align: 'center', halo: true, ...tone })
    over -= sketch.px(13)
  }
  if (!firm) {
    const n = numberText(figure.denominator ?? 0, language)
    const within = tall > sketch.px(16)
    if (textWidth(n, sketch.px(SMALL)) <= place.width + sketch.px(2))
      sketch.text(middle, within ? box.y + sketch.px(8) : over, n, { align: 'center', size: SMALL, colour: 'ink3' })
    if (!within) over -= sketch.px(12)
  }
  sketch.signs(middle, over, statesOfFigure(figure), language)
}

/** The name under the bars; a chosen one in its colour, with a rule over it. */
function drawName(sketch: Sketch, { name }: ComparedAgency, place: number, { x, y, width, height }: Box): void {
  const picked = place >= 0
  const colour = picked ? (HIGHLIGHTS[place] ?? 'accent') : 'ink'
  const foot = y + height
  if (picked)
    sketch.line(
      [
        [x + sketch.px(4), foot + sketch.px(3)],
        [x + width - sketch.px(4), foot + sketch.px(3)],
      ],
      colour,
      2.5,
    )
  nameLines(name, sketch.px(12), width - sketch.px(4)).forEach((line, at) => {
    sketch.text(x + width / 2, foot + sketch.px(14 + 16 * at), line, {
      align: 'center',
      colour,
      weight: picked ? 600 : 400,
    })
  })
}
