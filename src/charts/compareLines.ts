import type { Figure } from '../cube/query'
import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { isFirm, spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { spreadLabels } from './labelSpread'
import { fitName } from './nameLines'
import { textWidth, valueText } from './numbers'
import { besideYear } from './places'
import type { Place } from './places'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { HIGHLIGHTS } from './sets'
import { Sketch } from './sketch'
import { statesOfFigure } from './table'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { axisWidth, drawValueAxis, heightIn } from './valueAxis'
import { both, WORDS } from './words'

/** Widths of what pointing at a year and at a point takes. */
const WIDEST_YEAR = 64
const POINT = 18

/** More grey lines than this are one grey. */
const MOST_PEERS = 400

/** Agencies whose grey line is not drawn. */
export const peersLeftOut = (agencies: number): number => Math.max(0, agencies - MOST_PEERS)

const isInferred = (figure: Figure): boolean => figure.states.inferred > 0
const isPrinted = (figure: Figure): boolean => !isInferred(figure) && figure.states.corrected === 0

/** The figures that lines join: those of others need enough cases, those picked out are drawn as they are. */
const firmIn =
  ({ unit, leastN }: Comparison) =>
  ({ figures }: ComparedAgency): (number | null)[] =>
    figures.map((one) => (isFirm(one, unit, leastN) ? (one?.value ?? null) : null))
const numbers = ({ figures }: ComparedAgency): (number | null)[] => figures.map((one) => one?.value ?? null)

/** Where years and values stand. */
function layoutOf(comparison: Comparison, chosen: readonly string[], sketch: Sketch, context: ChartContext) {
  const { years, lastYear, unit, agencies } = comparison
  const { language } = context
  const size = sketch.px(13)
  const spread = spreadOf(comparison)
  const picked = chosen.flatMap((id) => agencies.find((agency) => agency.id === id) ?? []).slice(0, HIGHLIGHTS.length)
  const values = [...agencies.map(firmIn(comparison)), ...picked.map(numbers)].flat().filter((value) => value !== null)
  const range = rangeOf(values, 5, {
    ...(unit !== 'signedCount' && { least: 0 }),
    ...(unit === 'ratio' && { span: LEAST_RATE_SPAN }),
  })
  const written = (value: number): string => valueText(value, unit, language) + (unit === 'ratio' ? '%' : '')
  const left = axisWidth(sketch, range, unit, language)
  const lastMedian = spread[years.indexOf(lastYear)]?.median ?? null
  const medianLabel = lastMedian === null ? '' : `${both('中位数', 'Median')[language]} ${written(lastMedian)}`
  const right =
    Math.min(
      Math.max(...[medianLabel, ...picked.map(({ name }) => name)].map((name) => textWidth(name, size))),
      context.width * 0.26,
    ) + sketch.px(16)
  const plot = {
    x: left,
    y: sketch.px(24),
    width: Math.max(40, context.width - left - right),
    height: context.height - sketch.px(24 + 26),
  }
  const step = years.length > 1 ? plot.width / (years.length - 1) : 0
  const x = (at: number): number => (years.length > 1 ? plot.x + step * at : plot.x + plot.width / 2)
  const y = heightIn(range, plot)
  return { spread, picked, range, written, lastMedian, medianLabel, right, plot, step, x, y }
}

/** Columns of years, and in them the points of the agencies picked out. */
export function linesPlaces(comparison: Comparison, chosen: readonly string[], context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { plot, picked, step, x, y } = layoutOf(comparison, chosen, sketch, context)
  const wide = Math.min(step, sketch.px(WIDEST_YEAR)) || sketch.px(WIDEST_YEAR)
  const point = sketch.px(POINT)
  return [
    ...comparison.years.map((year, at) => ({
      mark: { year },
      box: { x: x(at) - wide / 2, y: plot.y, width: wide, height: context.height - plot.y },
      sign: besideYear(sketch, x(at), plot.y + plot.height + sketch.px(14)),
    })),
    ...picked.flatMap(({ id, figures }) =>
      figures.flatMap((figure, at): Place[] => {
        const year = comparison.years[at]
        if (year === undefined || figure?.value == null) return []
        const box = { x: x(at) - point / 2, y: y(figure.value) - point / 2, width: point, height: point }
        return [{ mark: { agency: id, year }, box, figure: comparison.figure }]
      }),
    ),
  ]
}

/**
 * Lines over the years: the chosen in colour and named at their ends, all others grey, the quartiles as a band, the median dashed. Rates on too small
 * an n are left out of the grey; those of the chosen are hollow, and so are inferred and corrected ones, the inferred on a dashed line. A stroke across a chosen line
 * marks a rename or a merger.
 */
export function drawCompareLines(comparison: Comparison, chosen: readonly string[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { years, unit, agencies, leastN } = comparison
  const { language } = context
  const size = sketch.px(13)
  const { spread, picked, range, written, lastMedian, medianLabel, right, plot, step, x, y } = layoutOf(
    comparison,
    chosen,
    sketch,
    context,
  )
  const peers = agencies.slice(0, MOST_PEERS)
  const firm = firmIn(comparison)
  drawValueAxis(sketch, range, plot, unit, language, null)
  years.forEach((year, at) => {
    sketch.text(x(at), plot.y + plot.height + sketch.px(14), String(year), { align: 'center' })
  })
  const first = years.indexOf(FIRST_YEAR_OF_2021_FORM)
  if (first > 0) {
    const at = x(first) - step / 2
    sketch.line(
      [
        [at, sketch.px(6)],
        [at, plot.y + plot.height],
      ],
      'control',
      1,
      [3, 3],
    )
    sketch.text(at + sketch.px(6), sketch.px(10), WORDS.newForm[language], { colour: 'ink3' })
  }
  const stretches = (figures: readonly (number | null)[]): (readonly [number, number])[][] => {
    const lines: (readonly [number, number])[][] = []
    figures.forEach((value, at) => {
      if (value === null) return
      if (at === 0 || figures[at - 1] === null) lines.push([])
      lines.at(-1)?.push([x(at), y(value)])
    })
    return lines
  }
  for (const stretch of bandsOf(spread)) {
    const edge = (side: 'low' | 'high') =>
      stretch.map(({ at, ...of }): readonly [number, number] => [x(at), y(of[side])])
    sketch.area([...edge('high'), ...edge('low').reverse()], 'hair')
  }
  for (const agency of peers)
    if (!chosen.includes(agency.id)) for (const line of stretches(firm(agency))) sketch.line(line, 'peer', 0.8)
  for (const line of stretches(spread.map(({ median }) => median))) sketch.line(line, 'ink2', 1.4, [5, 4])
  const ends: { name: string; y: number; colour: ColourName }[] = []
  if (lastMedian !== null) ends.push({ name: medianLabel, y: y(lastMedian), colour: 'ink2' })
  picked.forEach((agency, index) => {
    const colour = HIGHLIGHTS[index] ?? 'accent'
    const { figures } = agency
    figures.forEach((figure, at) => {
      if (figure?.value == null) return
      const before = figures[at - 1]
      if (before?.value != null) {
        const dash = isInferred(figure) || isInferred(before) ? [5, 3] : undefined
        const line = [
          [x(at - 1), y(before.value)],
          [x(at), y(figure.value)],
        ] as const
        sketch.line(line, colour, 2.5, dash)
      }
      sketch.circle(x(at), y(figure.value), 3.2, colour, isFirm(figure, unit, leastN) && isPrinted(figure))
      sketch.signs(x(at), y(figure.value) - sketch.px(11), statesOfFigure(figure), language)
    })
    for (const { year } of agency.turns) {
      const at = year === null ? -1 : years.indexOf(year)
      const now = figures[at]?.value
      const before = figures[at - 1]?.value
      // Between two figures, or beside the only one.
      const known = [now, before].filter((value) => typeof value === 'number')
      if (at < 1 || known.length === 0) continue
      const middle = x(at) - step / 2
      const height = y(known.reduce((sum, value) => sum + value, 0) / known.length)
      sketch.line(
        [
          [middle, height - sketch.px(9)],
          [middle, height + sketch.px(9)],
        ],
        colour,
        2,
      )
    }
    const end = numbers(agency)
      .filter((value) => value !== null)
      .at(-1)
    if (end !== undefined) ends.push({ name: agency.name, y: y(end), colour })
  })
  const places = spreadLabels(
    ends.map((end) => end.y),
    sketch.px(17),
    plot.y,
    plot.y + plot.height,
  )
  ends.forEach((end, at) => {
    sketch.text(
      plot.x + plot.width + sketch.px(8),
      places[at] ?? end.y,
      fitName(end.name, size, right - sketch.px(8)),
      {
        size: 13,
        weight: end.colour === 'ink2' ? 400 : 600,
        colour: end.colour,
      },
    )
  })
  const points = [...peers.filter(({ id }) => !chosen.includes(id)), ...picked].flatMap((agency) =>
    (chosen.includes(agency.id) ? numbers : firm)(agency).flatMap((value, at) =>
      value === null
        ? []
        : [{ value: [at, value], id: agency.id, text: `${agency.name}\n${String(years[at])}  ${written(value)}` }],
    ),
  )
  const base = baseOption(context)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.text ?? '',
    },
    grid: gridOf(plot),
    xAxis: { type: 'value', min: 0, max: Math.max(1, years.length - 1), ...BARE_AXIS },
    yAxis: { type: 'value', min: range.from, max: range.to, ...BARE_AXIS },
    series: [
      {
        type: 'scatter',
        symbolSize: sketch.px(9),
        z: 30,
        itemStyle: { color: 'transparent' },
        data: points.map(({ value, id }) => ({ value, id })),
      },
    ],
    graphic: { elements: sketch.elements },
  }
}

interface Band {
  readonly at: number
  readonly low: number
  readonly high: number
}

/** Runs of years that have both quartiles. */
function bandsOf(spread: ReturnType<typeof spreadOf>): Band[][] {
  const bands: Band[][] = []
  let open: Band[] | null = null
  spread.forEach(({ low, high }, at) => {
    if (low === null || high === null) open = null
    else if (open) open.push({ at, low, high })
    else bands.push((open = [{ at, low, high }]))
  })
  return bands
}
