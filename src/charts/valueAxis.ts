import type { Language } from '../report/wording'
import { numberText, textWidth } from './numbers'
import type { FigureUnit } from './numbers'
import type { AxisRange } from './scale'
import type { Box, Sketch } from './sketch'

const tickText = (tick: number, unit: FigureUnit, language: Language): string =>
  unit === 'ratio' ? `${numberText(tick * 100, language, 0, 1)}%` : numberText(tick, language, 0, 2)

/** Room at the left that the ticks of a vertical axis take. */
export function axisWidth(sketch: Sketch, { ticks }: AxisRange, unit: FigureUnit, language: Language): number {
  return Math.max(...ticks.map((tick) => textWidth(tickText(tick, unit, language), sketch.px(12)))) + sketch.px(14)
}

/** Where a value lies between the ends of a plot. */
export const heightIn =
  ({ from, to }: AxisRange, { y, height }: Box) =>
  (value: number): number =>
    y + (1 - (value - from) / (to - from || 1)) * height

/** Ticks at the left of a plot, with a line across it for each; `base` is the line that bars stand on. */
export function drawValueAxis(
  sketch: Sketch,
  range: AxisRange,
  plot: Box,
  unit: FigureUnit,
  language: Language,
  base: number | null,
): void {
  const y = heightIn(range, plot)
  for (const tick of range.ticks) {
    sketch.text(plot.x - sketch.px(8), y(tick), tickText(tick, unit, language), { align: 'right', colour: 'ink3' })
    sketch.line(
      [
        [plot.x, y(tick)],
        [plot.x + plot.width, y(tick)],
      ],
      tick === base ? 'rule' : 'hair',
    )
  }
}
