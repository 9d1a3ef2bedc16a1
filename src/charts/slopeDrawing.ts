import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { spreadLabels } from './labelSpread'
import { fitName } from './nameLines'
import { textWidth, valueText } from './numbers'
import { besideYear } from './places'
import type { Place } from './places'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { HIGHLIGHTS } from './sets'
import { Sketch } from './sketch'
import type { Slope, SlopeLine } from './slope'
import { statesOfFigure } from './table'
import { baseOption } from './theme'
import { heightIn } from './valueAxis'
import { both, WORDS } from './words'

const ABOVE = 34
const LABEL = 17
const POINT = 14
/** Labels beyond the chosen that stay readable where there are many lines. */
export const MOST_NAMED = 12

export const slopeHeight = (lines: number, width: number): number =>
  Math.max(240, Math.min(width < 500 ? 340 : 440, ABOVE + lines * LABEL + 60))

const restText = (count: number) =>
  both(`灰线 ${String(count)} 个机关`, `grey: ${String(count)} more ${count === 1 ? 'agency' : 'agencies'}`)

/** The colours of those picked out, and of those that are only named. */
interface NamedLine extends SlopeLine {
  readonly colour: ColourName
  readonly isChosen: boolean
}

/** Where both years and their labels stand; names stand at the later year, values at both. */
function layoutOf(slope: Slope, chosen: readonly string[], sketch: Sketch, context: ChartContext) {
  const { lines, comparison } = slope
  const { unit } = comparison
  const { language } = context
  const size = sketch.px(13)
  const written = (value: number | null): string => valueText(value, unit, language) + (unit === 'ratio' ? '%' : '')
  const rowsThere = Math.max(1, Math.floor((context.height - sketch.px(ABOVE + 10)) / sketch.px(LABEL)))
  const picked = chosen.flatMap((id) => lines.find(({ agency }) => agency.id === id) ?? []).slice(0, HIGHLIGHTS.length)
  const others = lines
    .filter((line) => !picked.includes(line))
    .slice(0, Math.min(MOST_NAMED, rowsThere - picked.length))
  const named: NamedLine[] = [
    ...others.map((line) => ({ ...line, colour: 'ink2' as const, isChosen: false })),
    ...picked.map((line, at) => ({ ...line, colour: HIGHLIGHTS[at] ?? ('accent' as const), isChosen: true })),
  ]
  const valueWidth = Math.max(
    sketch.px(30),
    ...lines.flatMap(({ from, to }) => [from, to].map(({ value }) => textWidth(written(value), size))),
  )
  const nameWidth = Math.min(
    Math.max(sketch.px(40), ...named.map(({ agency }) => textWidth(agency.name, size))) + sketch.px(4),
    context.width * 0.34,
  )
  const left = valueWidth + sketch.px(42)
  const right = context.width - valueWidth - nameWidth - sketch.px(46)
  const plot = { x: left, y: sketch.px(ABOVE), width: right - left, height: context.height - sketch.px(ABOVE + 12) }
  const values = lines.flatMap(({ from, to }) => [from.value ?? 0, to.value ?? 0])
  const range = rangeOf(values, 5, {
    ...(unit !== 'signedCount' && { least: 0 }),
    ...(unit === 'ratio' && { span: LEAST_RATE_SPAN }),
  })
  const y = heightIn(range, plot)
  const spread = (side: 'from' | 'to'): number[] =>
    spreadLabels(
      named.map((line) => y(line[side].value ?? 0)),
      sketch.px(LABEL),
      plot.y,
      plot.y + plot.height,
    )
  return {
    named,
    left,
    right,
    plot,
    valueWidth,
    nameWidth,
    y,
    written,
    labels: { from: spread('from'), to: spread('to') },
  }
}

/** Columns of both years; in them the labels of the named and the points of all others. */
export function slopePlaces(slope: Slope, chosen: readonly string[], context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { named, left, right, y, labels } = layoutOf(slope, chosen, sketch, context)
  const [first, last] = slope.years
  const sides = [
    { year: first, side: 'from', x: left, outer: 0, width: left + sketch.px(POINT / 2) },
    {
      year: last,
      side: 'to',
      x: right,
      outer: right - sketch.px(POINT / 2),
      width: context.width - right + sketch.px(POINT / 2),
    },
  ] as const
  const known = new Set(named.map(({ agency }) => agency.id))
  return [
    ...sides.map(({ year, x, outer, width }) => ({
      mark: { year },
      box: { x: outer, y: 0, width, height: context.height },
      sign: besideYear(sketch, x, sketch.px(10)),
    })),
    ...sides.flatMap(({ year, side, outer, width }) =>
      named.map(({ agency }, at) => ({
        mark: { agency: agency.id, year },
        figure: slope.comparison.figure,
        box: { x: outer, y: (labels[side][at] ?? 0) - sketch.px(LABEL) / 2, width, height: sketch.px(LABEL) },
        ...(side === 'from' && { sign: [sketch.px(1), (labels[side][at] ?? 0) - sketch.px(4)] as const }),
      })),
    ),
    ...sides.flatMap(({ year, side, x }) =>
      slope.lines
        .filter(({ agency }) => !known.has(agency.id))
        .map((line) => ({
          mark: { agency: line.agency.id, year },
          figure: slope.comparison.figure,
          box: {
            x: x - sketch.px(POINT) / 2,
            y: y(line[side].value ?? 0) - sketch.px(POINT) / 2,
            width: sketch.px(POINT),
            height: sketch.px(POINT),
          },
        })),
    ),
  ]
}

/** Lines between two years on one scale; labels give way to each other and lead back to their points. */
export function drawSlope(slope: Slope, chosen: readonly string[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { years, lines } = slope
  const { named, left, right, plot, valueWidth, nameWidth, y, written, labels } = layoutOf(
    slope,
    chosen,
    sketch,
    context,
  )
  const bottom = plot.y + plot.height
  years.forEach((year, at) => {
    const x = at === 0 ? left : right
    sketch.text(x, sketch.px(10), String(year), { weight: 600, colour: 'ink', align: 'center' })
    sketch.line(
      [
        [x, plot.y - sketch.px(8)],
        [x, bottom + sketch.px(8)],
      ],
      'line',
    )
  })
  if (years[0] < FIRST_YEAR_OF_2021_FORM && years[1] >= FIRST_YEAR_OF_2021_FORM) drawBoundary()
  if (lines.length === 0)
    sketch.text((left + right) / 2, plot.y + plot.height / 2, both('没有可比的机关', 'Nothing to compare')[language], {
      align: 'center',
    })
  const known = new Set(named.map(({ agency }) => agency.id))
  for (const line of lines) if (!known.has(line.agency.id)) drawLine(line, 'peer', 0.8)
  const rest = lines.length - named.length
  if (rest > 0) sketch.text(context.width, sketch.px(10), restText(rest)[language], { align: 'right', colour: 'ink3' })
  named.forEach((line, at) => {
    const { colour, isChosen } = line
    drawLine(line, isChosen ? colour : 'control', isChosen ? 2.5 : 1.2)
    const style = { size: 13, colour, weight: isChosen ? 600 : 400 } as const
    const [fromY, toY] = [labels.from[at] ?? 0, labels.to[at] ?? 0]
    sketch.text(left - sketch.px(16), fromY, written(line.from.value), { ...style, align: 'right' })
    leader(left - sketch.px(4), y(line.from.value ?? 0), left - sketch.px(13), fromY)
    sketch.text(right + sketch.px(16) + valueWidth, toY, written(line.to.value), { ...style, align: 'right' })
    leader(right + sketch.px(4), y(line.to.value ?? 0), right + sketch.px(13), toY)
    const name = fitName(line.agency.name, sketch.px(13), nameWidth)
    const nameX = right + sketch.px(24) + valueWidth
    sketch.text(nameX, toY, name, style)
    const states = [...new Set([...statesOfFigure(line.from), ...statesOfFigure(line.to)])]
    if (states.includes('inError'))
      sketch.errorMark(nameX + textWidth(name, sketch.px(13)) + sketch.px(3), toY - sketch.px(4))
  })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }

  function drawLine({ from, to }: SlopeLine, colour: ColourName, width: number): void {
    const [fromY, toY] = [y(from.value ?? 0), y(to.value ?? 0)]
    sketch.line(
      [
        [left, fromY],
        [right, toY],
      ],
      colour,
      width,
    )
    sketch.circle(left, fromY, width > 2 ? 3.4 : 2, colour, true)
    sketch.circle(right, toY, width > 2 ? 3.4 : 2, colour, true)
  }
  function leader(x: number, fromY: number, toX: number, toY: number): void {
    if (Math.abs(fromY - toY) > sketch.px(2))
      sketch.line(
        [
          [x, fromY],
          [toX, toY],
        ],
        'control',
        0.7,
      )
  }
  function drawBoundary(): void {
    const middle = (left + right) / 2
    sketch.line(
      [
        [middle, sketch.px(18)],
        [middle, bottom],
      ],
      'control',
      1,
      [3, 3],
    )
    // Between the years; where there is no room, the note alone tells it.
    const room = right - left - sketch.px(48)
    const words = [WORDS.newForm, WORDS.newFormShort].find((one) => textWidth(one[language], sketch.px(12)) < room)
    if (words) sketch.text(middle, sketch.px(10), words[language], { colour: 'ink3', align: 'center' })
  }
}
