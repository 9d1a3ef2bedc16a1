import type { ChartContext } from './chart'
import type { Comparison } from './comparison'
import { heatKey, matrixMarks } from './matrixKey'
import { drawKey } from './segmentLabels'
import type { Sketch } from './sketch'

const STEPS = 26
/** Height of the key under a matrix: the colours, and up to two lines of marks. */
export const MATRIX_KEY = 8 + STEPS + 2 * 20

/** The key as a picture: heat steps with the bounds between them, then the marks. */
export function drawMatrixKey(sketch: Sketch, comparison: Comparison, context: ChartContext, top: number): void {
  const step = sketch.px(36)
  const fills = heatKey(comparison, context.language)
  fills.forEach(({ fill, from }, at) => {
    sketch.box({ x: at * step, y: top, width: step, height: sketch.px(8) }, sketch.colour(fill))
    if (from !== '') sketch.text(at * step, top + sketch.px(16), from, { size: 11, align: 'center' })
  })
  const marks = matrixMarks(comparison).map(({ look, sign, label }) => ({
    text: label[context.language],
    fill: '',
    plain: look === null && sign === null,
    hatched: look === 'blank',
    framed: look === 'missing',
    ...(sign && { sign: sign[context.language] }),
  }))
  drawKey(sketch, marks, context, top + (fills.length > 0 ? sketch.px(STEPS) : 0))
}
