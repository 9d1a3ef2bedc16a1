import type { ChartContext } from './chart'
import type { Headline } from './headlines'
import { fitText, textWidth, valueText } from './numbers'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { sparkOf } from './spark'
import { baseOption } from './theme'
import { both, WORDS } from './words'

const FIGURES = 6
const WIDE = 900
/** What one figure needs at scale 1. */
const CELL = { width: 190, height: 104 } as const
const MOST_GROWN = 2
const UNITS = {
  count: both('件', ''),
  signedCount: both('件', ''),
  money: both('万元', '10,000 yuan'),
  ratio: both('%', '%'),
}

const columnsAt = (width: number): number => (width >= WIDE ? 6 : width >= 480 ? 3 : 2)

export const headlinesHeight = (width: number): number => Math.ceil(FIGURES / columnsAt(width)) * CELL.height

/** The columns in which the figures stand largest, and how much larger than on the page: a slide has room for more than a strip. */
function layoutOf({ width, height, scale }: ChartContext): { columns: number; grown: number } {
  const layouts = [6, 3, 2].map((columns) => {
    const wide = width / columns / (CELL.width * scale)
    const tall = height / Math.ceil(FIGURES / columns) / (CELL.height * scale)
    return { columns, grown: Math.min(wide, tall) }
  })
  const best = layouts.reduce((one, other) => (other.grown > one.grown ? other : one))
  return { ...best, grown: Math.min(Math.max(best.grown, 1), MOST_GROWN) }
}

/** The headline figures as a picture: label, number, way over the years, change, n, and the marks of open errors. */
export function drawHeadlines(figures: readonly Headline[], context: ChartContext) {
  const { columns, grown } = layoutOf(context)
  const sketch = new Sketch({ ...context, scale: context.scale * grown })
  const { language } = context
  const cell = { width: context.width / columns, height: context.height / Math.ceil(figures.length / columns) }
  figures.forEach((headline, at) => {
    const column = at % columns
    const x = column * cell.width + (column === 0 ? 0 : sketch.px(14))
    const y = Math.floor(at / columns) * cell.height + (cell.height - sketch.px(CELL.height)) / 2
    const right = (column + 1) * cell.width - sketch.px(14)
    if (column > 0)
      sketch.line(
        [
          [column * cell.width, y + sketch.px(4)],
          [column * cell.width, y + sketch.px(94)],
        ],
        'hair',
      )
    sketch.text(x, y + sketch.px(12), fitText(headline.label[language], sketch.px(13), right - x), { size: 13 })
    const text = valueText(headline.value, headline.unit, language)
    const unit = headline.value === null ? '' : UNITS[headline.unit][language]
    const unitX = x + textWidth(text, sketch.px(28)) + sketch.px(3)
    const end = unitX + textWidth(unit, sketch.px(13)) + sketch.px(2)
    sketch.text(x, y + sketch.px(40), text, { size: 28, weight: 600, colour: 'ink' })
    sketch.text(unitX, y + sketch.px(46), unit, { size: 13 })
    if (headline.inError) sketch.errorMark(end, y + sketch.px(32), { size: 12 })
    const spark = { x: right - sketch.px(56), y: y + sketch.px(26), width: sketch.px(56), height: sketch.px(26) }
    if (spark.x > end + sketch.px(14)) drawSpark(sketch, headline, spark)
    const change = `${WORDS.changeShort[language]} ${headline.change[language]}`
    sketch.text(x, y + sketch.px(66), change)
    if (headline.changeInError) sketch.errorMark(x + textWidth(change, sketch.px(12)) + sketch.px(2), y + sketch.px(62))
    if (headline.n !== undefined)
      sketch.text(x, y + sketch.px(84), `n ${valueText(headline.n, 'count', language)}`, { colour: 'ink3' })
  })
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

function drawSpark(sketch: Sketch, { series, unit, told }: Headline, { x, y, width, height }: Box): void {
  const spark = sparkOf(series, unit !== 'ratio', width, height, told)
  spark.bars.forEach((bar) => {
    sketch.box({ ...bar, x: x + bar.x, y: y + bar.y }, sketch.colour(bar.isTold ? 'accent' : 'peer'))
  })
  for (const line of spark.lines)
    sketch.line(
      line.map(([lineX, lineY]) => [x + lineX, y + lineY] as const),
      'peer',
      1.5,
    )
  if (spark.told) sketch.circle(x + spark.told[0], y + spark.told[1], 2.4, 'accent', true)
}
