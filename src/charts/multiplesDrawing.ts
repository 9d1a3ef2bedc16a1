import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { isFirm, spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { panelsIn } from './multiplesLayout'
import type { Panel } from './multiplesLayout'
import { fitName } from './nameLines'
import { NO_NUMBER, numberText, textWidth, valueText } from './numbers'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { HIGHLIGHTS } from './sets'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { gapOf, isHatched, statesOfFigure } from './table'
import { baseOption } from './theme'
import { toneOfYear } from './told'
import { heightIn } from './valueAxis'
import { both } from './words'

/** Lines of rates and columns of counts, one agency a panel, all on one scale. */
export function drawMultiples(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  context: ChartContext,
  asked: number | null = null,
) {
  const sketch = new Sketch(context)
  const { years, unit, leastN, whole } = comparison
  const { language } = context
  const { panels, step, rest, foot, x } = panelsIn(shown, chosen, years, sketch, context)
  const isRate = unit === 'ratio'
  const behind = isRate ? whole.map((one) => one?.value ?? null) : spreadOf(comparison).map(({ median }) => median)
  const values = [
    ...panels.flatMap(({ agency }) => agency.figures.flatMap((one) => one?.value ?? [])),
    ...behind.flatMap((one) => one ?? []),
  ]
  const range = rangeOf(isRate ? values : [0, ...values], 4, {
    ...(unit !== 'signedCount' && { least: 0 }),
    ...(isRate && { span: LEAST_RATE_SPAN }),
  })
  const picked = chosen.filter((id) => panels.some(({ agency }) => agency.id === id))
  const told = asked === null ? -1 : years.indexOf(asked)
  // The first and the last, as far as they leave room for the year told.
  const apart = step > 0 ? textWidth('2024 ', sketch.px(10)) / step : 0
  const ends = [...new Set([0, years.length - 1])].filter(
    (at) => told < 0 || at === told || Math.abs(at - told) > apart,
  )
  const namedYears = told < 0 || ends.includes(told) ? ends : [...ends, told]
  const boundary = years.findIndex(
    (year, at) => at > 0 && year >= FIRST_YEAR_OF_2021_FORM && (years[at - 1] ?? year) < FIRST_YEAR_OF_2021_FORM,
  )
  for (const panel of panels) drawPanel(panel)
  if (rest > 0) sketch.text(0, foot + sketch.px(12), restText(rest)[language], { colour: 'ink3' })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }

  function drawPanel({ agency, box, plot }: Panel): void {
    const place = picked.indexOf(agency.id)
    const colour: ColourName = place < 0 ? 'accent' : (HIGHLIGHTS[place] ?? 'accent')
    const y = heightIn(range, plot)
    sketch.text(box.x, box.y + sketch.px(10), fitName(agency.name, sketch.px(12), box.width), {
      colour: place < 0 ? 'ink' : colour,
      weight: place < 0 ? 500 : 600,
    })
    for (const tick of [range.ticks[0], range.ticks.at(-1)])
      if (tick !== undefined) {
        sketch.text(plot.x - sketch.px(5), y(tick), tickText(tick), { size: 10, colour: 'ink3', align: 'right' })
        level(plot, y(tick), tick === 0 ? 'rule' : 'hair')
      }
    if (boundary > 0) {
      const at = x(plot, boundary) - step / 2
      sketch.line(
        [
          [at, plot.y],
          [at, plot.y + plot.height],
        ],
        'line',
        0.8,
        [2, 2],
      )
    }
    for (const at of namedYears)
      sketch.text(x(plot, at), plot.y + plot.height + sketch.px(11), String(years[at] ?? ''), {
        size: 10,
        colour: 'ink3',
        align: 'center',
        ...toneOfYear(years[at] ?? 0, asked),
      })
    if (!isRate) drawColumns(agency, plot, y, colour)
    for (const stretch of stretches(behind)) way(stretch, plot, y, 'peer', 1.4)
    if (isRate) {
      for (const stretch of stretches(agency.figures.map((one) => one?.value ?? null))) way(stretch, plot, y, colour, 2)
      agency.figures.forEach((figure, at) => {
        if (figure?.value != null)
          sketch.circle(x(plot, at), y(figure.value), 2.4, colour, isFirm(figure, unit, leastN))
      })
    }
    agency.figures.forEach((figure, at) => {
      if (figure?.value == null) drawAbsence(figure, x(plot, at), plot.y + plot.height)
      else if (statesOfFigure(figure).includes('inError'))
        sketch.errorMark(x(plot, at), y(figure.value) - sketch.px(9), { align: 'center', halo: true })
    })
    drawLast(agency, plot, y, colour)
  }
  /** The last number or that of the year told, at its point; with its n where that is small. */
  function drawLast({ figures }: ComparedAgency, plot: Box, y: (value: number) => number, colour: ColourName): void {
    const at = told < 0 ? years.reduce((last, _, index) => (figures[index]?.value == null ? last : index), -1) : told
    const value = figures[at]?.value
    if (value == null) return
    const firm = isFirm(figures[at], unit, leastN)
    const n = firm ? '' : ` n ${numberText(figures[at]?.denominator ?? 0, language)}`
    const text = valueText(value, unit, language) + (isRate ? '%' : '') + n
    const half = textWidth(text, sketch.px(11)) / 2
    const middle = Math.min(x(plot, at), plot.x + plot.width - half + sketch.px(8))
    const { above, below } = beside(figures, plot, y, middle - half, at)
    const isMarked = statesOfFigure(figures[at]).includes('inError')
    const over = above - sketch.px(isMarked ? 19 : 10)
    const under = below + sketch.px(11)
    const isOver = !isRate || y(value) - over <= under - y(value) || under > plot.y + plot.height - sketch.px(6)
    const tone = firm ? ({ weight: 600, colour } as const) : ({ colour: 'ink3' } as const)
    sketch.text(middle, isOver ? Math.max(over, plot.y - sketch.px(8)) : under, text, {
      size: 11,
      align: 'center',
      halo: true,
      ...tone,
    })
  }
  /** How high and how low the series goes from a place on the axis to its last number, to write clear of it. */
  function beside(
    figures: ComparedAgency['figures'],
    plot: Box,
    y: (value: number) => number,
    from: number,
    last: number,
  ): { above: number; below: number } {
    const heights: number[] = []
    for (let at = last; at >= 0; at -= 1) {
      const value = figures[at]?.value
      if (value == null) break
      const isLeft = x(plot, at) + (isRate ? 0 : step / 2) < from
      const [next, here] = [heights.at(-1), y(value)]
      const part = isLeft && next !== undefined ? (x(plot, at + 1) - from) / step : 1
      if (!isLeft) heights.push(here)
      else if (isRate && next !== undefined) heights.push(next + (here - next) * part)
      if (isLeft) break
    }
    return { above: Math.min(...heights), below: Math.max(...heights) }
  }
  function drawColumns({ figures }: ComparedAgency, plot: Box, y: (value: number) => number, colour: ColourName): void {
    figures.forEach((figure, at) => {
      if (figure?.value == null) return
      const wide = step * 0.7
      const tall = Math.max(Math.abs(y(figure.value) - y(0)), sketch.px(figure.value === 0 ? 3 : 1))
      const box = { x: x(plot, at) - wide / 2, y: figure.value < 0 ? y(0) : y(0) - tall, width: wide, height: tall }
      sketch.box(box, sketch.colour(colour))
    })
  }
  function drawAbsence(figure: ComparedAgency['figures'][number], middle: number, base: number): void {
    const gap = gapOf(figure)
    const wide = Math.min(step * 0.7, sketch.px(14))
    const box = { x: middle - wide / 2, y: base - sketch.px(16), width: wide, height: sketch.px(16) }
    if (isHatched(gap)) sketch.hatched(box)
    else if (gap === 'missing') sketch.framed(box)
    else if (gap === 'noCases')
      sketch.text(middle, base - sketch.px(6), NO_NUMBER, { size: 10, align: 'center', colour: 'ink3' })
  }
  function stretches(figures: readonly (number | null)[]): (readonly [at: number, value: number])[][] {
    const runs: (readonly [number, number])[][] = []
    figures.forEach((value, at) => {
      if (value === null) return
      if (at === 0 || figures[at - 1] === null) runs.push([])
      runs.at(-1)?.push([at, value])
    })
    return runs
  }
  function way(
    run: readonly (readonly [number, number])[],
    plot: Box,
    y: (value: number) => number,
    colour: ColourName,
    width: number,
  ): void {
    sketch.line(
      run.map(([at, value]) => [x(plot, at), y(value)] as const),
      colour,
      width,
    )
  }
  function level(plot: Box, y: number, colour: ColourName): void {
    sketch.line(
      [
        [plot.x, y],
        [plot.x + plot.width, y],
      ],
      colour,
      0.8,
    )
  }
  function tickText(tick: number): string {
    return isRate ? `${numberText(tick * 100, language, 0, 1)}%` : numberText(tick, language, 0, 2)
  }
}

const restText = (count: number) =>
  both(
    `另有 ${String(count)} 个机关见表格`,
    `${String(count)} more ${count === 1 ? 'agency' : 'agencies'} in the table`,
  )
