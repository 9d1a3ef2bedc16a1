import type { Group } from '../cube/query'
import { yearOf } from './basis'
import type { ChartContext } from './chart'
import { ABOVE, barOf, CLEFT, countOf, FILLS, keyOf, layoutOf, leftOf, SIDES } from './flowsLayout'
import type { FlowsDrawn, Layout, Side } from './flowsLayout'
import { FLOWS, flowFigure } from './flowYears'
import type { Flow, Handover } from './flowYears'
import { rowInError } from './notes'
import { numberText, textWidth, valueText } from './numbers'
import { drawKey } from './segmentLabels'
import { RESULT_DECALS } from './sets'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS, gapOf, isHatched } from './table'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { toneOfYear } from './told'
import { crossesForm } from './volumes'
import { missingText, WORDS } from './words'

const ON_FILLS = { received: 'inkInv', settled: 'ink' } as const

/** Two stacks a year on the stock that they share, and strips from one year's rest to the next one's beginning. */
export function drawFlows(drawn: FlowsDrawn, context: ChartContext) {
  const { groups, footings, handovers, names } = drawn
  const sketch = new Sketch(context)
  const { language } = context
  const layout = layoutOf(drawn, sketch, context)
  const { plot, step, bar, most } = layout
  const base = plot.y + plot.height
  const tall = (value: number): number => (value / most) * plot.height
  if (layout.withKey) drawKey(sketch, keyOf(names, sketch, context), context)

  groups.forEach((group, at) => {
    const centre = plot.x + step * (at + 0.5)
    sketch.text(centre, base + sketch.px(16), String(yearOf(group)), {
      align: 'center',
      ...toneOfYear(yearOf(group), drawn.asked),
    })
    if (group.missing > 0 && group.reports > 0)
      sketch.text(centre, base + sketch.px(52), missingText(group.missing)[language], {
        align: 'center',
        colour: 'warning',
      })
    const bars = SIDES.map((side) => barOf(group, side))
    if (bars.every((one) => one === null)) {
      drawGap(
        sketch,
        group,
        { x: centre - bar, y: base - sketch.px(26), width: bar * 2, height: sketch.px(26) },
        'received',
        language,
      )
      return
    }
    SIDES.forEach((side, index) => {
      const x = leftOf(layout, at, index === 0 ? 0 : 1)
      const one = bars[index]
      if (!one) {
        const lacking = countOf(group, side.flow) === null ? side.flow : side.stock
        drawGap(sketch, group, { x, y: base - sketch.px(26), width: bar, height: sketch.px(26) }, lacking, language)
        return
      }
      if (one.stock + one.flow === 0)
        sketch.box({ x, y: base - sketch.px(3), width: bar, height: sketch.px(3) }, sketch.colour(FILLS[side.flow]))
      const text = valueText(one.flow, 'count', language)
      if (textWidth(text, sketch.px(12)) < bar - sketch.px(2) && tall(one.flow) > sketch.px(18))
        sketch.text(x + bar / 2, base - tall(one.stock + one.flow / 2), text, {
          align: 'center',
          colour: ON_FILLS[side.flow],
          ground: sketch.colour(FILLS[side.flow]),
        })
    })
    drawTotal(sketch, group, bars, { centre, base, tall, differs: (footings[at]?.differing.length ?? 0) > 0 }, language)
    const boundary = groups[at - 1]
    if (boundary && crossesForm(boundary, group))
      drawFormBreak(sketch, plot.x + step * at, plot.y - sketch.px(ABOVE), base, context)
  })

  for (const [at, group] of groups.entries()) {
    const out = barOf(group, SIDES[1])
    const next = groups[at + 1]
    const into = next && yearOf(next) === yearOf(group) + 1 ? barOf(next, SIDES[0]) : null
    if (!out || !into) continue
    const [from, to] = [leftOf(layout, at, 1) + bar, leftOf(layout, at + 1, 0)]
    sketch.area(
      [
        [from, base],
        [from, base - tall(out.stock)],
        [to, base - tall(into.stock)],
        [to, base],
      ],
      'y2019',
    )
  }
  drawStock(drawn, layout, sketch, context, handovers)
  if (!layout.withKey) drawNames(drawn, layout, sketch, context)
  sketch.line(
    [
      [plot.x, base],
      [plot.x + plot.width, base],
    ],
    'rule',
  )
  return optionOf(drawn, layout, sketch, context)
}

function drawGap(sketch: Sketch, group: Group, box: Box, flow: Flow, language: ChartContext['language']): void {
  const gap = group.reports === 0 ? 'missing' : gapOf(group.figures[flowFigure(flow)])
  if (gap === 'missing') sketch.framed(box)
  else if (isHatched(gap)) sketch.hatched(box)
  sketch.text(box.x + box.width / 2, box.y - sketch.px(10), GAP_LABELS[gap][language], { align: 'center', halo: true })
}

/** What was accepted, over the year; with a sign where it is not accounted for. */
function drawTotal(
  sketch: Sketch,
  group: Group,
  bars: readonly ReturnType<typeof barOf>[],
  { centre, base, tall, differs }: { centre: number; base: number; tall: (value: number) => number; differs: boolean },
  language: ChartContext['language'],
): void {
  const accepted = group.figures['requests.accepted.total']?.value ?? null
  const top =
    base - Math.max(...bars.map((one) => tall(one ? one.stock + one.flow : 0)), sketch.px(bars.includes(null) ? 40 : 3))
  const text = `${valueText(accepted, 'count', language)}${differs ? ' ≠' : ''}`
  sketch.text(centre, top - sketch.px(11), text, {
    size: 14,
    weight: 600,
    colour: differs ? 'error' : 'ink',
    align: 'center',
  })
  if (rowInError(FLOWS.map((flow) => group.figures[flowFigure(flow)])))
    sketch.errorMark(centre + textWidth(text, sketch.px(14)) / 2 + sketch.px(3), top - sketch.px(15))
}

function drawFormBreak(sketch: Sketch, x: number, top: number, base: number, context: ChartContext): void {
  sketch.line(
    [
      [x, top + sketch.px(4)],
      [x, base],
    ],
    'control',
    1,
    [3, 3],
  )
  const long = WORDS.newForm[context.language]
  const room = context.width - x - sketch.px(6)
  const text =
    textWidth(long, sketch.px(12)) < room && context.width > sketch.px(480)
      ? long
      : WORDS.newFormShort[context.language]
  sketch.text(x + sketch.px(6), top + sketch.px(8), text, { colour: 'ink3' })
}

/** The stock in numbers where the years meet: one where both years say the same, else both. */
function drawStock(
  drawn: FlowsDrawn,
  layout: Layout,
  sketch: Sketch,
  { language }: ChartContext,
  handovers: readonly Handover[],
): void {
  const { groups } = drawn
  const { plot, step } = layout
  const base = plot.y + plot.height
  const y = base + sketch.px(34)
  const write = (edge: number, text: string, differs: boolean, align: 'left' | 'center' | 'right'): void => {
    sketch.line(
      [
        [edge, base + sketch.px(4)],
        [edge, y - sketch.px(9)],
      ],
      'control',
    )
    sketch.text(edge, y, text, { align, colour: differs ? 'error' : 'ink2' })
  }
  const count = (value: number | null): string => valueText(value, 'count', language)
  groups.forEach((group, at) => {
    const x = plot.x + step * at
    const before = groups[at - 1]
    const met = before && handovers.find(({ year }) => year === yearOf(group) - 1 && year === yearOf(before))
    if (met && met.out === met.in && met.differing.length === 0 && met.out !== null)
      write(x, count(met.out), false, 'center')
    else if (met) {
      const text = `${count(met.out)} → ${count(met.in)}`
      const fits = textWidth(text, sketch.px(12)) < step - sketch.px(4)
      write(x, fits ? text : '≠', met.differing.length > 0, 'center')
    } else {
      if (before) write(x, count(countOf(before, 'carriedOut')), false, 'right')
      write(
        x,
        `${before ? ' ' : ''}${count(countOf(group, 'carriedIn'))}`,
        false,
        at === 0 && !layout.withKey ? 'center' : 'left',
      )
    }
  })
  const last = groups.at(-1)
  if (last) write(plot.x + plot.width, count(countOf(last, 'carriedOut')), false, layout.withKey ? 'right' : 'center')
}

/** Names of the parts beside the first and the last bars. */
function drawNames(
  { groups, names }: FlowsDrawn,
  layout: Layout,
  sketch: Sketch,
  { language, width }: ChartContext,
): void {
  const { plot, most } = layout
  const base = plot.y + plot.height
  const tall = (value: number): number => (value / most) * plot.height
  const [first, last] = [groups[0], groups.at(-1)]
  const put = (x: number, side: Side, bar: ReturnType<typeof barOf>, align: 'left' | 'right'): void => {
    if (!bar) return
    const middle = Math.min(base - tall(bar.stock + bar.flow / 2), base - sketch.px(30))
    sketch.text(x, middle, names[side.flow][language], { align, colour: side.flow === 'received' ? 'accent' : 'ink2' })
    sketch.text(x, base - Math.max(tall(bar.stock) / 2, sketch.px(8)), names[side.stock][language], { align })
  }
  if (first) put(0, SIDES[0], barOf(first, SIDES[0]), 'left')
  if (last) put(width, SIDES[1], barOf(last, SIDES[1]), 'right')
}

function optionOf({ groups, names }: FlowsDrawn, { plot, bar, most }: Layout, sketch: Sketch, context: ChartContext) {
  const { language } = context
  const base = baseOption(context)
  const dots = RESULT_DECALS.other
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex, seriesName, value }: { dataIndex: number; seriesName: string; value: number }) =>
        `${String(groups[dataIndex] ? yearOf(groups[dataIndex]) : '')}\n${seriesName} ${numberText(value, language)}`,
    },
    grid: gridOf(plot),
    xAxis: { type: 'category', data: groups.map((group) => String(yearOf(group))), ...BARE_AXIS },
    yAxis: { type: 'value', min: 0, max: most, ...BARE_AXIS },
    series: SIDES.flatMap((side) =>
      ([side.stock, side.flow] as const).map((flow) => ({
        type: 'bar',
        stack: side.flow,
        name: names[flow][language],
        barWidth: bar,
        barGap: `${String(CLEFT * 100)}%`,
        emphasis: { disabled: true },
        itemStyle: {
          color: sketch.colour(FILLS[flow]),
          ...(context.decals && flow === 'settled' && dots && { decal: { ...dots, color: sketch.colour('ink') } }),
        },
        data: groups.map((group) => (barOf(group, side) ? countOf(group, flow) : null)),
      })),
    ),
    graphic: { elements: sketch.elements },
  }
}
