import type { Group } from '../cube/query'
import type { Label } from '../form/version'
import { yearOf } from './basis'
import type { ChartContext } from './chart'
import type { ColourName } from './colours'
import { flowFigure } from './flowYears'
import type { Flow, Footing, Handover } from './flowYears'
import { textWidth } from './numbers'
import type { Place } from './places'
import { keyLines } from './segmentLabels'
import { Sketch } from './sketch'
import type { Box } from './sketch'

export interface FlowsDrawn {
  readonly groups: readonly Group[]
  readonly footings: readonly Footing[]
  readonly handovers: readonly Handover[]
  readonly names: Readonly<Record<Flow, Label>>
  /** The year told, `null` where none is asked for. */
  readonly asked: number | null
}

export const FLOWS_HEIGHT = 292
/** Room above the plot for the totals, and the word of the change of form. */
export const ABOVE = 40
const BELOW = 64
/** Narrower than this, names do not fit beside the bars and a key stands above. */
const WITH_KEY = 470
/** Between the two bars of a year, as a part of a bar. */
export const CLEFT = 0.08

export const SIDES = [
  { stock: 'carriedIn', flow: 'received' },
  { stock: 'carriedOut', flow: 'settled' },
] as const satisfies readonly { stock: Flow; flow: Flow }[]
export type Side = (typeof SIDES)[number]
export const FILLS = {
  carriedIn: 'y2020',
  carriedOut: 'y2020',
  received: 'fill',
  settled: 'peer',
} as const satisfies Record<Flow, ColourName>

export const countOf = ({ figures }: Group, flow: Flow): number | null => figures[flowFigure(flow)]?.value ?? null
/** A bar stands only where both of its parts are known. */
export function barOf(group: Group, { stock, flow }: Side): { stock: number; flow: number } | null {
  const [carried, moved] = [countOf(group, stock), countOf(group, flow)]
  return carried === null || moved === null ? null : { stock: carried, flow: moved }
}

export interface Layout {
  readonly plot: Box
  readonly step: number
  readonly bar: number
  readonly most: number
  readonly withKey: boolean
  readonly side: number
}

export function layoutOf({ groups, names }: FlowsDrawn, sketch: Sketch, context: ChartContext): Layout {
  const withKey = context.width / context.scale < WITH_KEY
  const widest = (flows: readonly Flow[]): number =>
    Math.max(...flows.map((flow) => textWidth(names[flow][context.language], sketch.px(12)))) + sketch.px(10)
  const left = withKey ? 0 : widest(['carriedIn', 'received'])
  const right = withKey ? 0 : widest(['carriedOut', 'settled'])
  const key = withKey ? sketch.px(20) * keyLines(keyOf(names, sketch, context), context) : 0
  const top = sketch.px(ABOVE) + key
  const plot = { x: left, y: top, width: context.width - left - right, height: context.height - top - sketch.px(BELOW) }
  const step = plot.width / Math.max(1, groups.length)
  const sums = groups
    .flatMap((group) => SIDES.map((side) => barOf(group, side)))
    .map((bar) => (bar ? bar.stock + bar.flow : 0))
  return { plot, step, bar: Math.min(step * 0.38, sketch.px(64)), most: Math.max(1, ...sums), withKey, side: left }
}

export const keyOf = (names: FlowsDrawn['names'], sketch: Sketch, { language }: ChartContext) => [
  { text: `${names.carriedIn[language]} / ${names.carriedOut[language]}`, fill: sketch.colour(FILLS.carriedIn) },
  { text: names.received[language], fill: sketch.colour(FILLS.received) },
  { text: names.settled[language], fill: sketch.colour(FILLS.settled) },
]

/** Left edge of a year's bar. */
export const leftOf = ({ plot, step, bar }: Layout, at: number, side: 0 | 1): number =>
  plot.x + step * (at + 0.5) + (side === 0 ? -bar * (1 + CLEFT / 2) : (bar * CLEFT) / 2)

/** Each year's column, and within it the four parts. */
export function flowPlaces(drawn: FlowsDrawn, context: ChartContext): Place[] {
  const layout = layoutOf(drawn, new Sketch(context), context)
  const { plot, step, bar, most } = layout
  const base = plot.y + plot.height
  const tall = (value: number): number => (value / most) * plot.height
  return drawn.groups.flatMap((group, at): Place[] => {
    const year = yearOf(group)
    const column = { x: plot.x + step * at, y: plot.y, width: step, height: context.height - plot.y }
    const parts = SIDES.flatMap((side, index): Place[] => {
      const one = barOf(group, side)
      if (!one) return []
      const x = leftOf(layout, at, index === 0 ? 0 : 1)
      return [
        {
          mark: { year, part: side.stock },
          figure: flowFigure(side.stock),
          box: { x, y: base - tall(one.stock), width: bar, height: tall(one.stock) },
        },
        {
          mark: { year, part: side.flow },
          figure: flowFigure(side.flow),
          box: { x, y: base - tall(one.stock + one.flow), width: bar, height: tall(one.flow) },
        },
      ]
    })
    return [{ mark: { year }, box: column }, ...parts.filter(({ box }) => box.height > 0)]
  })
}
