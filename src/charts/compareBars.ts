import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { isFirm } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { rowInError } from './notes'
import { fitText, numberText, textWidth, valueText } from './numbers'
import { rangeOf } from './scale'
import { Sketch } from './sketch'
import { gapOf } from './table'
import { baseOption } from './theme'

const YEAR_FILLS = ['y2019', 'y2020', 'y2021', 'y2022', 'y2023', 'y2024'] as const satisfies readonly ColourName[]

/** Lines of a sketch lie at 10. */
const ABOVE_GRID = 12

/** Colour of a year among years: the newest darkest. */
const yearFill = (at: number, count: number): ColourName =>
  YEAR_FILLS[Math.max(0, YEAR_FILLS.length - count + at)] ?? 'y2024'

/** Grouped bars: years side by side for each agency, from zero; rates on too small an n have an edge and no fill. */
export function drawCompareBars(comparison: Comparison, shown: readonly ComparedAgency[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { years, unit, leastN } = comparison
  const { language } = context
  const some = shown.slice(0, Math.max(1, Math.floor(context.width / sketch.px(84))))
  const values = some.flatMap(({ figures }) => figures.flatMap((one) => one?.value ?? []))
  const range = rangeOf([0, ...values], 5)
  const tickText = (tick: number): string =>
    unit === 'ratio' ? `${numberText(tick * 100, language, 0, 1)}%` : numberText(tick, language, 0, 2)
  const left = Math.max(...range.ticks.map((tick) => textWidth(tickText(tick), sketch.px(12)))) + sketch.px(14)
  const plot = {
    x: left,
    y: sketch.px(30),
    width: context.width - left,
    height: context.height - sketch.px(30 + 44),
  }
  const y = (value: number): number => plot.y + (1 - (value - range.from) / (range.to - range.from || 1)) * plot.height
  for (const tick of range.ticks) {
    sketch.text(left - sketch.px(8), y(tick), tickText(tick), { align: 'right', colour: 'ink3' })
    sketch.line(
      [
        [plot.x, y(tick)],
        [plot.x + plot.width, y(tick)],
      ],
      tick === 0 ? 'rule' : 'hair',
    )
  }
  let keyX = left
  years.forEach((year, at) => {
    sketch.box(
      { x: keyX, y: sketch.px(4), width: sketch.px(12), height: sketch.px(10) },
      sketch.colour(yearFill(at, years.length)),
    )
    sketch.text(keyX + sketch.px(16), sketch.px(9), String(year))
    keyX += sketch.px(58)
  })
  const slot = plot.width / some.length
  const bar = Math.min(sketch.px(26), (slot * 0.82) / Math.max(1, years.length))
  some.forEach((agency, index) => {
    const start = plot.x + slot * (index + 0.5) - (bar * years.length) / 2
    agency.figures.forEach((figure, at) => {
      const x = start + bar * at
      if (figure?.value == null) {
        const box = { x: x + 1, y: y(0) - sketch.px(22), width: bar - 2, height: sketch.px(22) }
        const gap = gapOf(figure)
        if (gap === 'blank') sketch.hatched(box)
        else if (gap === 'missing') sketch.framed(box)
        return
      }
      const from = y(Math.max(0, figure.value))
      const tall = Math.max(sketch.px(figure.value === 0 ? 3 : 1), Math.abs(y(figure.value) - y(0)))
      const firm = isFirm(figure, unit, leastN)
      const box = { x: x + 0.5, y: figure.value === 0 ? y(0) - tall : from, width: bar - 1, height: tall }
      if (firm) sketch.box(box, sketch.colour(yearFill(at, years.length)), ABOVE_GRID)
      else sketch.outlined(box, 'peer', ABOVE_GRID)
      if (rowInError([figure]))
        sketch.errorMark(x + bar / 2, from - sketch.px(at === years.length - 1 ? 22 : 8), { align: 'center' })
      if (at === years.length - 1 && bar >= sketch.px(10))
        sketch.text(x + bar / 2, from - sketch.px(9), valueText(figure.value, unit, language), {
          align: 'center',
          halo: true,
          ...(firm ? { weight: 600, colour: 'ink' } : { colour: 'ink3' }),
        })
    })
    const name = fitText(agency.name, sketch.px(12), slot * 2 - sketch.px(8))
    const half = Math.ceil(name.length / 2)
    const fits = textWidth(name, sketch.px(12)) <= slot - sketch.px(4)
    const lines = fits ? [name] : [name.slice(0, half), name.slice(half)]
    lines.forEach((line, at) => {
      sketch.text(plot.x + slot * (index + 0.5), plot.y + plot.height + sketch.px(14 + 16 * at), line, {
        align: 'center',
        colour: 'ink',
      })
    })
  })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}
