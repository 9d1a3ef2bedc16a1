import type { Applicant } from '../form/requests'
import type { ChartContext } from './chart'
import { rowInError } from './notes'
import { fitText, textWidth, valueText } from './numbers'
import type { End, Sankey, SankeyFlow, SankeyNode } from './sankeyFlows'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS, gapOf } from './table'

/** From this width on disputes stand at the right, else below. */
const BESIDE = 820
const PANEL = { width: 236, gutter: 32, below: 150 }
/** Narrower than this there is no room for shares beside counts. */
const WITH_SHARES = 460
const NODE = 12
/** From a node over its leader to its label, and some air. */
const BESIDE_NODE = 20
/** The mark of an open error. */
const SIGN = 12
/** So much is left for the flows however long the labels are. */
const LEAST_FLOWS = 90
const GAP = 9
const LABEL = 17
const HEAD = 26
const FLOWS_HEIGHT = 400

export const sankeyHeight = (width: number): number => FLOWS_HEIGHT + (width < BESIDE ? PANEL.below : 0)

export interface PlacedNode<Key extends string> {
  readonly node: SankeyNode<Key>
  readonly box: Box
  /** Middle of its label, which gives way to its neighbours. */
  readonly labelY: number
  readonly text: string
  readonly share: string
}

export interface PlacedFlow {
  readonly flow: SankeyFlow & { readonly value: number }
  /** Upper ends at both sides, and height. */
  readonly from: number
  readonly to: number
  readonly height: number
}

export interface SankeyLayout {
  readonly left: readonly PlacedNode<Applicant>[]
  readonly right: readonly PlacedNode<End>[]
  readonly flows: readonly PlacedFlow[]
  /** Horizontal ends of the flows. */
  readonly x: readonly [number, number]
  /** Right end of the labels of outcomes. */
  readonly end: number
  readonly panel: Box
  readonly panelBeside: boolean
}

type Drawn = SankeyFlow & { readonly value: number }

/** Where everything stands: sizes in proportion, save that a flow is never thinner than a pixel. */
export function layoutOf(sankey: Sankey, context: ChartContext): SankeyLayout {
  const sketch = new Sketch(context)
  const { language, width, height, scale } = context
  const beside = width / scale >= BESIDE
  const room = {
    width: beside ? width - sketch.px(PANEL.width + PANEL.gutter) : width,
    height: (beside ? height : height - sketch.px(PANEL.below)) - sketch.px(HEAD),
  }
  const withShares = width / scale >= WITH_SHARES
  const countOf = ({ figure, printed, differs }: SankeyNode): string =>
    (printed === null ? GAP_LABELS[gapOf(figure)][language] : valueText(printed, 'count', language)) +
    (differs ? ' ≠' : '')
  const mostText = (room.width - sketch.px(LEAST_FLOWS + 2 * (NODE + BESIDE_NODE))) / 2
  const textOf = (node: SankeyNode): string => {
    const left = mostText - textWidth(` ${countOf(node)}`, sketch.px(12))
    return `${fitText(node.label[language], sketch.px(12), left)} ${countOf(node)}`
  }
  const shareOf = (node: SankeyNode): string => {
    const rate = sankey.group?.figures[`rate.${node.key}`]?.value ?? null
    return withShares && rate !== null ? `${valueText(rate, 'ratio', language)}%` : ''
  }
  const widest = (nodes: readonly SankeyNode[], shares: boolean): number =>
    Math.max(
      ...nodes.map((node) => textWidth([textOf(node), ...(shares ? [shareOf(node)] : [])].join(' '), sketch.px(12))),
    ) + sketch.px(BESIDE_NODE + (rowInError(nodes.map(({ figure }) => figure)) ? SIGN : 0))
  const x = [
    widest(sankey.applicants, false) + sketch.px(NODE),
    room.width - widest(sankey.ends, true) - sketch.px(NODE),
  ] as const
  const drawn = sankey.flows.flatMap((flow): Drawn[] =>
    flow.value !== null && flow.value > 0 ? [{ ...flow, value: flow.value }] : [],
  )
  const least = Math.max(1, sketch.px(1))
  const factor = factorOf(sankey, drawn, room.height - sketch.px(4), sketch.px(GAP), least)
  const thickness = ({ value }: Drawn): number => Math.max(least, value * factor)
  const tall = (node: SankeyNode, own: readonly Drawn[]): number =>
    Math.max(
      2 * least,
      (node.printed ?? 0) * factor,
      own.reduce((sum, flow) => sum + thickness(flow), 0),
    )

  const stack = <Key extends string>(
    nodes: readonly SankeyNode<Key>[],
    ownOf: (key: Key) => readonly Drawn[],
    at: number,
    shares: boolean,
  ): PlacedNode<Key>[] => {
    const heights = nodes.map((node) => tall(node, ownOf(node.key)))
    const free = room.height - heights.reduce((sum, one) => sum + one, 0) - sketch.px(GAP) * (nodes.length - 1)
    let y = sketch.px(HEAD) + Math.max(0, free / 2)
    const boxes = heights.map((one): Box => {
      const box = { x: at, y, width: sketch.px(NODE), height: one }
      y += one + sketch.px(GAP)
      return box
    })
    const labels = apart(
      boxes.map((box) => box.y + box.height / 2),
      sketch.px(LABEL),
      sketch.px(HEAD) + sketch.px(LABEL) / 2,
      sketch.px(HEAD) + room.height - sketch.px(LABEL) / 2,
    )
    return nodes.map((node, index) => ({
      node,
      box: boxes[index] ?? { x: at, y: 0, width: 0, height: 0 },
      labelY: labels[index] ?? 0,
      text: textOf(node),
      share: shares ? shareOf(node) : '',
    }))
  }
  const left = stack(
    sankey.applicants,
    (key) => drawn.filter(({ applicant }) => applicant === key),
    x[0] - sketch.px(NODE),
    false,
  )
  const right = stack(sankey.ends, (key) => drawn.filter(({ end }) => end === key), x[1], true)
  const nextAt = new Map<string, number>([
    ...left.map(({ node, box }) => [`from ${node.key}`, box.y] as const),
    ...right.map(({ node, box }) => [`to ${node.key}`, box.y] as const),
  ])
  const take = (key: string, height: number): number => {
    const at = nextAt.get(key) ?? 0
    nextAt.set(key, at + height)
    return at
  }
  const flows = drawn.map((flow): PlacedFlow => {
    const high = thickness(flow)
    return { flow, from: take(`from ${flow.applicant}`, high), to: take(`to ${flow.end}`, high), height: high }
  })
  const panel = beside
    ? { x: width - sketch.px(PANEL.width), y: 0, width: sketch.px(PANEL.width), height }
    : { x: 0, y: height - sketch.px(PANEL.below), width, height: sketch.px(PANEL.below) }
  return { left, right, flows, x, end: room.width, panel, panelBeside: beside }
}

/** Pixels for one request: the most at which both sides fit. */
function factorOf(
  { applicants, ends }: Sankey,
  flows: readonly Drawn[],
  height: number,
  gap: number,
  least: number,
): number {
  const needed = (factor: number): number =>
    Math.max(
      ...[
        applicants.map((node) => ({ node, own: flows.filter(({ applicant }) => applicant === node.key) })),
        ends.map((node) => ({ node, own: flows.filter(({ end }) => end === node.key) })),
      ].map((side) =>
        side.reduce(
          (sum, { node, own }) =>
            sum +
            Math.max(
              2 * least,
              (node.printed ?? 0) * factor,
              own.reduce((all, { value }) => all + Math.max(least, value * factor), 0),
            ),
          gap * (side.length - 1),
        ),
      ),
    )
  const most = Math.max(
    1,
    ...[applicants, ends].map((nodes) =>
      nodes.reduce((sum, { printed, parts }) => sum + Math.max(printed ?? 0, parts), 0),
    ),
  )
  let [low, high] = [0, height / most]
  for (let halved = 0; halved < 40; halved++) {
    const middle = (low + high) / 2
    if (needed(middle) <= height) low = middle
    else high = middle
  }
  return low
}

/** Middles moved as little as need be so that neighbours are `pitch` apart, between two ends. */
function apart(wanted: readonly number[], pitch: number, least: number, most: number): number[] {
  const placed: number[] = []
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? least - pitch) + pitch))
  for (let at = placed.length - 1, limit = most; at >= 0; at--, limit -= pitch)
    limit = placed[at] = Math.min(placed[at] ?? 0, limit)
  return placed
}
