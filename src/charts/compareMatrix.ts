import type { ChartContext } from './chart'
import { isFirm, stepOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { rowInError } from './notes'
import { fitText, textWidth, valueText } from './numbers'
import { HEAT_FILLS, onFill } from './sets'
import { Sketch } from './sketch'
import { gapOf } from './table'
import { baseOption } from './theme'
import { both } from './words'

export const MATRIX_ROW = 24
export const MATRIX_HEAD = 28

/** The coloured table as a picture: a cell for each agency and year, value within, absence drawn as what it is. */
export function drawCompareMatrix(comparison: Comparison, shown: readonly ComparedAgency[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { years, unit, steps, leastN, whole } = comparison
  const { language, theme } = context
  const size = sketch.px(13)
  const names = [both('全部合计', 'All together')[language], ...shown.map(({ name }) => name)]
  const nameWidth = Math.min(
    Math.max(...names.map((name) => textWidth(name, size))) + sketch.px(14),
    context.width * 0.42,
  )
  const cell = (context.width - nameWidth) / Math.max(1, years.length)
  const top = sketch.px(MATRIX_HEAD)
  const row = (context.height - top) / names.length
  years.forEach((year, at) => {
    sketch.text(nameWidth + cell * (at + 0.5), top / 2, String(year), { align: 'center', colour: 'ink2' })
  })
  names.forEach((name, index) => {
    const y = top + row * index
    const figures = index === 0 ? whole : (shown[index - 1]?.figures ?? [])
    sketch.text(0, y + row / 2, fitText(name, size, nameWidth - sketch.px(8)), {
      size: 13,
      colour: 'ink',
      weight: index === 0 ? 600 : 400,
    })
    years.forEach((_, at) => {
      const figure = figures[at]
      const box = { x: nameWidth + cell * at + 1, y: y + 1, width: cell - 2, height: row - 2 }
      const middle = [box.x + box.width / 2, y + row / 2] as const
      if (figure?.value == null) {
        const gap = gapOf(figure)
        if (gap === 'blank') sketch.hatched(box)
        else if (gap === 'missing') sketch.framed(box)
        else sketch.text(...middle, gap === 'noCases' ? '—' : '', { align: 'center', colour: 'ink3' })
        return
      }
      const coloured = index > 0 && isFirm(figure, unit, leastN)
      const fill = HEAT_FILLS[stepOf(figure.value, steps)] ?? 'h6'
      if (coloured) sketch.box(box, sketch.colour(fill))
      sketch.text(...middle, valueText(figure.value, unit, language), {
        align: 'center',
        size: 13,
        weight: index === 0 ? 600 : 400,
        ...(coloured ? { fill: onFill(theme, fill) } : { colour: index === 0 ? 'ink' : 'ink3' }),
      })
      if (rowInError([figure]))
        sketch.text(box.x + box.width - sketch.px(4), middle[1], 'E', {
          size: 10,
          weight: 600,
          align: 'right',
          ...(coloured ? { fill: onFill(theme, fill) } : { colour: 'error' }),
        })
    })
  })
  sketch.line(
    [
      [0, top + row],
      [context.width, top + row],
    ],
    'rule',
  )
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}
