import type { Histogram } from './bins'
import type { ChartContext } from './chart'
import { fitName } from './nameLines'
import { fitText, numberText, textWidth, valueText } from './numbers'
import type { Place } from './places'
import { HIGHLIGHTS } from './sets'
import { Sketch } from './sketch'
import { baseOption } from './theme'
import { both } from './words'

export const HISTOGRAM_HEIGHT = 280
const NAME = 18
const BELOW = 30

/** Where classes, their columns and the names of the chosen stand. */
function layoutOf({ bins, unit }: Histogram, chosen: readonly string[], sketch: Sketch, context: ChartContext) {
  const { width, height } = context
  const picked = chosen
    .map((id) => {
      const at = bins.findIndex(({ firm, small }) => [...firm, ...small].some((agency) => agency.id === id))
      const bin = bins[at]
      const agency = [...(bin?.firm ?? []), ...(bin?.small ?? [])].find((one) => one.id === id)
      return { at, agency, isFirm: bin?.firm.some((one) => one.id === id) ?? false }
    })
    .slice(0, HIGHLIGHTS.length)
  const named = picked.filter(({ agency }) => agency !== undefined).length
  const top = sketch.px(NAME * (named + 1) + 22)
  const edge = unit === 'ratio' ? sketch.px(20) : 0
  const plot = { x: edge, y: top, width: width - 2 * edge, height: Math.max(20, height - top - sketch.px(BELOW)) }
  const step = plot.width / Math.max(1, bins.length)
  const most = Math.max(1, ...bins.map(({ firm, small }) => firm.length + small.length))
  const tall = (count: number): number => (count / most) * plot.height
  let level = 0
  const names = picked.flatMap(({ at, agency, isFirm }, index) => {
    if (!agency) return []
    const text = fitName(agency.name, sketch.px(12), width * 0.6)
    const half = textWidth(text, sketch.px(12)) / 2
    const middle = plot.x + step * (at + 0.5)
    const x = Math.min(Math.max(middle, half), width - half)
    level += 1
    return [
      {
        id: agency.id,
        text,
        x,
        half,
        y: sketch.px(NAME * (level + 0.5)),
        middle,
        at,
        isFirm,
        colour: HIGHLIGHTS[index] ?? ('accent' as const),
      },
    ]
  })
  return { plot, step, tall, names }
}

/** The whole year, its classes, and the names of the chosen. */
export function histogramPlaces(histogram: Histogram, chosen: readonly string[], context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { plot, step, names } = layoutOf(histogram, chosen, sketch, context)
  const { year, bins } = histogram
  return [
    { mark: { year }, box: { x: 0, y: 0, width: context.width, height: context.height } },
    ...bins.map(({ label }, at) => ({
      mark: { year, part: label.zh },
      name: label,
      box: {
        x: plot.x + step * at,
        y: plot.y - sketch.px(18),
        width: step,
        height: context.height - plot.y + sketch.px(18),
      },
    })),
    ...names.map(({ id, x, half, y }) => ({
      mark: { agency: id, year },
      box: { x: x - half, y: y - sketch.px(NAME) / 2, width: 2 * half, height: sketch.px(NAME) },
    })),
  ]
}

/** Columns of agencies by class from zero, those on too small an n hollow on top; median and quartiles as lines, the chosen named over their class. */
export function drawHistogram(histogram: Histogram, chosen: readonly string[], context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { bins, unit, median, low, high } = histogram
  const { plot, step, tall, names } = layoutOf(histogram, chosen, sketch, context)
  const base = plot.y + plot.height
  if (bins.length === 0)
    sketch.text(context.width / 2, plot.y + plot.height / 2, both('没有数', 'No figures')[language], {
      align: 'center',
    })
  const gap = Math.min(sketch.px(3), step * 0.1)
  bins.forEach(({ firm, small, label, inError }, at) => {
    const x = plot.x + step * at
    const solid = { x: x + gap / 2, y: base - tall(firm.length), width: step - gap, height: tall(firm.length) }
    const hollow = { ...solid, y: solid.y - tall(small.length), height: tall(small.length) }
    if (firm.length > 0) sketch.box(solid, sketch.colour('fill'))
    if (small.length > 0) sketch.outlined(hollow, 'control')
    if (firm.length + small.length === 0)
      sketch.box({ ...solid, y: base - sketch.px(3), height: sketch.px(3) }, sketch.colour('peer'))
    const parts = [
      ...(firm.length > 0 || small.length === 0 ? [String(firm.length)] : []),
      ...(small.length > 0 ? [`${firm.length > 0 ? '+' : ''}${String(small.length)}`] : []),
    ]
    const top = Math.min(hollow.y, base - sketch.px(3)) - sketch.px(10)
    const count = parts.join(' ')
    const half = textWidth(count, sketch.px(12)) / 2
    const middle = clearOf([low, median, high], x, half)
    sketch.text(middle, top, count, {
      align: 'center',
      weight: 600,
      colour: firm.length > 0 ? 'ink' : 'ink3',
      halo: true,
    })
    if (inError.firm + inError.small > 0) sketch.errorMark(middle + half + sketch.px(2), top - sketch.px(4))
    const text = label[language]
    if (unit === 'ratio') edgeText(x, bins[at]?.from ?? 0)
    else sketch.text(x + step / 2, base + sketch.px(14), fitText(text, sketch.px(12), step), { align: 'center' })
  })
  const last = bins.at(-1)
  if (unit === 'ratio' && last) edgeText(plot.x + plot.width, last.to)
  sketch.line(
    [
      [plot.x, base],
      [plot.x + plot.width, base],
    ],
    'rule',
  )
  for (const quartile of [low, high])
    if (quartile !== null) upright(placeOf(quartile), plot.y - sketch.px(22), 'ink3', 0.9)
  if (median !== null) {
    const x = placeOf(median)
    upright(x, sketch.px(NAME - 2), 'ink', 1.4, [5, 4])
    const text = `${both('中位数', 'Median')[language]} ${valueText(median, unit, language)}${unit === 'ratio' ? '%' : ''}`
    const half = textWidth(text, sketch.px(12)) / 2
    sketch.text(Math.min(Math.max(x, half), context.width - half), sketch.px(8), text, { align: 'center' })
  }
  for (const { text, x, y, middle, at, colour, isFirm } of names) {
    const bin = bins[at]
    const count = (bin?.firm.length ?? 0) + (bin?.small.length ?? 0)
    sketch.line(
      [
        [middle, y + sketch.px(8)],
        [middle, base - tall(count) - sketch.px(18)],
      ],
      colour,
      1.2,
    )
    sketch.text(x, y, isFirm ? text : `${text}（${both('n 小', 'small n')[language]}）`, {
      align: 'center',
      weight: 600,
      colour,
      halo: true,
    })
  }
  return { ...baseOption(context), graphic: { elements: sketch.elements } }

  function edgeText(x: number, value: number): void {
    sketch.text(x, base + sketch.px(14), `${numberText(value * 100, language, 0, 1)}%`, { align: 'center' })
  }
  function upright(x: number, from: number, colour: 'ink' | 'ink3', width: number, dash?: readonly number[]): void {
    const way = [
      [x, from],
      [x, base],
    ] as const
    // Seen on a dark column too.
    sketch.line(way, 'paper', width + 2)
    sketch.line(way, colour, width, dash)
  }
  /** The middle of a class, or of its wider part beside the line of a median or quartile, where a text fits there. */
  function clearOf(values: readonly (number | null)[], from: number, half: number): number {
    const middle = from + step / 2
    const lines = values.flatMap((value) => (value === null ? [] : placeOf(value))).sort((one, other) => one - other)
    if (lines.every((line) => Math.abs(line - middle) > half + sketch.px(3))) return middle
    const edges = [from, ...lines.filter((line) => line > from && line < from + step), from + step]
    const parts = edges.slice(1).map((edge, at) => [edges[at] ?? from, edge] as const)
    const [left, right] = parts.reduce((wide, part) => (part[1] - part[0] > wide[1] - wide[0] ? part : wide))
    return right - left >= 2 * half + sketch.px(4) ? (left + right) / 2 : middle
  }
  /** Within its class in proportion. */
  function placeOf(value: number): number {
    const at = Math.max(
      0,
      bins.findIndex(({ from, to }, index) => value >= from && (value < to || index === bins.length - 1)),
    )
    const bin = bins[at]
    if (!bin) return plot.x
    return plot.x + step * (at + (value - bin.from) / (bin.to - bin.from || 1))
  }
}
