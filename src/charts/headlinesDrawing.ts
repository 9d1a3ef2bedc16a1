import type { ChartContext } from './chart'
import type { Headline } from './headlines'
import { textWidth, valueText } from './numbers'
import { Sketch } from './sketch'
import { sparkOf } from './spark'
import { baseOption } from './theme'
import { both } from './words'

const WIDE = 900
const TALL = 88
const UNITS = {
  count: both('件', ''),
  signedCount: both('件', ''),
  money: both('万元', '10,000 yuan'),
  ratio: both('%', '%'),
}

const columnsAt = (width: number): number => (width >= WIDE ? 6 : width >= 480 ? 3 : 2)

export const headlinesHeight = (width: number): number => Math.ceil(6 / columnsAt(width)) * TALL

/** The headline figures as a picture: label, number, way over the years, change. */
export function drawHeadlines(figures: readonly Headline[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const columns = columnsAt(context.width / context.scale)
  const width = context.width / columns
  const tall = context.height / Math.ceil(figures.length / columns)
  figures.forEach((headline, at) => {
    const column = at % columns
    const x = column * width + (column === 0 ? 0 : sketch.px(14))
    const y = Math.floor(at / columns) * tall
    if (column > 0)
      sketch.line(
        [
          [column * width, y + sketch.px(4)],
          [column * width, y + sketch.px(76)],
        ],
        'hair',
      )
    sketch.text(x, y + sketch.px(12), headline.label[language], { size: 13 })
    const text = valueText(headline.value, headline.unit, language)
    const wide = textWidth(text, sketch.px(28))
    sketch.text(x, y + sketch.px(40), text, { size: 28, weight: 600, colour: 'ink' })
    sketch.text(x + wide + sketch.px(3), y + sketch.px(46), UNITS[headline.unit][language], { size: 13 })
    const sparkWidth = sketch.px(56)
    const sparkHeight = sketch.px(26)
    const left = (column + 1) * width - sparkWidth - sketch.px(14)
    if (left > x + wide + sketch.px(24)) drawSpark(sketch, headline, left, y + sketch.px(26), sparkWidth, sparkHeight)
    const change = both(`较上年 ${headline.change.zh}`, `${headline.change.en} on the year before`)
    sketch.text(x, y + sketch.px(66), change[language])
  })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

function drawSpark(
  sketch: Sketch,
  { series, unit }: Headline,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const spark = sparkOf(series, unit !== 'ratio', width, height)
  spark.bars.forEach((bar, at) => {
    const last = at === spark.bars.length - 1
    sketch.box({ ...bar, x: x + bar.x, y: y + bar.y }, sketch.colour(last ? 'accent' : 'peer'))
  })
  for (const line of spark.lines)
    sketch.line(
      line.map(([lineX, lineY]) => [x + lineX, y + lineY] as const),
      'peer',
      1.5,
    )
  if (spark.last) sketch.circle(x + spark.last[0], y + spark.last[1], 2.4, 'accent', true)
}
