import type { Group } from '../cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_RESULTS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import type { ChartContext } from './chart'
import { rowInError } from './notes'
import { numberText, textWidth, valueText } from './numbers'
import type { Place } from './places'
import { endLabel } from './sankeyFlows'
import type { Sankey } from './sankeyFlows'
import { layoutOf } from './sankeyLayout'
import type { PlacedFlow, PlacedNode, SankeyLayout } from './sankeyLayout'
import { colour, RESULT_FILLS } from './sets'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS, gapOf } from './table'
import { baseOption } from './theme'
import { both } from './words'

/** The kinds of dispute that stand beside the flows. */
export const SANKEY_DISPUTES = ['review', 'litigation'] as const
type Dispute = (typeof SANKEY_DISPUTES)[number]

const HEADS = {
  from: both('申请人（受理）', 'Applicants (accepted)'),
  to: both('结果', 'Outcome'),
  disputes: both('争议（另表，不相连）', 'Disputes (not linked)'),
}
const SMOOTH = 24

export function drawSankey(sankey: Sankey, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  if (!sankey.group || sankey.group.reports === 0) {
    sketch.framed({ x: 1, y: sketch.px(4), width: sketch.px(120), height: sketch.px(26) })
    sketch.text(sketch.px(132), sketch.px(17), GAP_LABELS.missing[language])
    return { ...baseOption(context), graphic: { elements: sketch.elements } }
  }
  const layout = layoutOf(sankey, context)
  const head = { size: 12, weight: 600, colour: 'ink' } as const
  sketch.text(0, sketch.px(9), HEADS.from[language], head)
  sketch.text(layout.end, sketch.px(9), HEADS.to[language], { ...head, align: 'right' })
  // Thick ones first: thin ones lie upon them and are seen.
  for (const placed of [...layout.flows].sort((one, other) => other.height - one.height))
    drawFlow(sketch, placed, layout, sankey, context)
  for (const one of layout.left) drawNode(sketch, one, 'left', context)
  for (const one of layout.right) drawNode(sketch, one, 'right', context)
  drawDisputes(sketch, sankey.group, layout, context)
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

/** Points of a curve that leaves and arrives level. */
function curve(x: readonly [number, number], from: number, to: number): (readonly [number, number])[] {
  return Array.from({ length: SMOOTH + 1 }, (_, at) => {
    const part = at / SMOOTH
    return [x[0] + (x[1] - x[0]) * part, from + (to - from) * part * part * (3 - 2 * part)] as const
  })
}

function drawFlow(
  sketch: Sketch,
  { flow, from, to, height }: PlacedFlow,
  { x, left }: SankeyLayout,
  { ends }: Sankey,
  context: ChartContext,
): void {
  const { language, theme } = context
  const end = ends.find(({ key }) => key === flow.end)
  const fill = colour(theme, end?.fill ?? 'oOther')
  const name = `${left.find(({ node }) => node.key === flow.applicant)?.node.label[language] ?? ''} → ${endLabel(flow.end)[language]}`
  sketch.elements.push({
    type: 'polygon',
    z: 2,
    name,
    shape: { points: [...curve(x, from, to), ...curve(x, from + height, to + height).reverse()] },
    style: { fill, opacity: theme === 'dark' ? 0.5 : 0.42 },
    tooltip: { formatter: `${name}\n${numberText(flow.value, language)}` },
  })
  if (height >= sketch.px(15))
    sketch.text(x[0] + sketch.px(8), from + height / 2, numberText(flow.value, language), { colour: 'ink' })
}

function drawNode<Key extends string>(
  sketch: Sketch,
  { node, box, labelY, text, share }: PlacedNode<Key>,
  side: 'left' | 'right',
  { theme }: ChartContext,
): void {
  const fill = colour(theme, node.fill)
  const known = Math.max(node.printed ?? 0, node.parts)
  const filled = known > 0 ? (box.height * node.parts) / known : 0
  const lacks = node.printed === null
  if (lacks) sketch.hatched(box)
  else if (filled < box.height - 0.5 && known > 0) sketch.outlined(box, 'control')
  if (!lacks) sketch.box({ ...box, height: known > 0 ? filled : box.height }, fill)
  const middle = box.y + box.height / 2
  const [edge, out] = side === 'left' ? [box.x, -1] : [box.x + box.width, 1]
  sketch.line(
    [
      [edge + out * sketch.px(2), middle],
      [edge + out * sketch.px(9), labelY],
    ],
    'control',
    0.8,
  )
  const align = side === 'left' ? 'right' : 'left'
  const at = edge + out * sketch.px(13)
  sketch.text(at, labelY, text, { align, colour: node.differs ? 'error' : 'ink' })
  const wide = textWidth(`${text} `, sketch.px(12))
  if (share !== '') sketch.text(at + out * wide, labelY, share, { align, colour: 'ink3' })
  if (rowInError([node.figure]))
    sketch.errorMark(at + out * (wide + textWidth(`${share} `, sketch.px(12))), labelY - sketch.px(4), { align })
}

const figureOf = (group: Group | undefined, dispute: Dispute, column: string) => group?.figures[`${dispute}.${column}`]

/** Reviews and lawsuits by result: a list with bars on one scale, apart from the flows. */
function drawDisputes(
  sketch: Sketch,
  group: Group | undefined,
  { panel, panelBeside }: SankeyLayout,
  context: ChartContext,
): void {
  const { language, theme } = context
  const gutter = sketch.px(28)
  sketch.line(
    panelBeside
      ? [
          [panel.x - sketch.px(16), 0],
          [panel.x - sketch.px(16), panel.height],
        ]
      : [
          [0, panel.y + sketch.px(8)],
          [panel.width, panel.y + sketch.px(8)],
        ],
    'line',
  )
  sketch.text(panel.x, panel.y + sketch.px(panelBeside ? 9 : 26), HEADS.disputes[language], {
    size: 12,
    weight: 600,
    colour: 'ink',
  })
  const most = Math.max(
    1,
    ...SANKEY_DISPUTES.flatMap((dispute) =>
      DISPUTE_RESULTS.map((result) => figureOf(group, dispute, result)?.value ?? 0),
    ),
  )
  const names = DISPUTE_RESULTS.map((result) => DISPUTE_COLUMN_LABELS[result][language])
  const nameWidth = Math.max(...names.map((name) => textWidth(name, sketch.px(12)))) + sketch.px(8)
  const countWidth = textWidth(numberText(most, language), sketch.px(12)) + sketch.px(18)
  const block: Omit<Box, 'x' | 'y'> = panelBeside
    ? { width: panel.width, height: sketch.px(128) }
    : { width: (panel.width - gutter) / 2, height: panel.height - sketch.px(34) }
  SANKEY_DISPUTES.forEach((dispute, at) => {
    const x = panel.x + (panelBeside ? 0 : at * (block.width + gutter))
    const y = panel.y + sketch.px(panelBeside ? 36 : 44) + (panelBeside ? at * block.height : 0)
    const total = figureOf(group, dispute, 'total')
    const whole = total?.value == null ? GAP_LABELS[gapOf(total)][language] : valueText(total.value, 'count', language)
    const title = `${DISPUTE_SERIES[dispute][language]} ${whole}`
    sketch.text(x, y, title, { weight: 500, colour: 'ink' })
    if (rowInError([total, ...DISPUTE_RESULTS.map((result) => figureOf(group, dispute, result))]))
      sketch.errorMark(x + textWidth(`${title} `, sketch.px(12)), y - sketch.px(4))
    DISPUTE_RESULTS.forEach((result, index) => {
      const figure = figureOf(group, dispute, result)
      const middle = y + sketch.px(20 * (index + 1))
      const left = x + nameWidth
      sketch.text(x, middle, names[index] ?? '')
      const value = figure?.value ?? null
      const width = ((value ?? 0) / most) * Math.max(0, block.width - nameWidth - countWidth)
      const bar = {
        x: left,
        y: middle - sketch.px(6),
        width: Math.max(width, sketch.px(value === 0 ? 1 : 2)),
        height: sketch.px(12),
      }
      if (value !== null && result !== 'pending')
        sketch.box(bar, value === 0 ? sketch.colour('rule') : colour(theme, RESULT_FILLS[result]))
      else if (value !== null && value > 0) {
        sketch.hatched(bar)
        sketch.framed(bar)
      } else if (value === 0) sketch.box(bar, sketch.colour('rule'))
      const written = value === null ? GAP_LABELS[gapOf(figure)][language] : numberText(value, language)
      sketch.text(left + (value === null ? 0 : bar.width + sketch.px(5)), middle, written, { colour: 'ink' })
    })
  })
}

/** Each applicant and each outcome with its name; flows lie across each other and have none. */
export function sankeyPlaces(sankey: Sankey, context: ChartContext): Place[] {
  const layout = layoutOf(sankey, context)
  if (!sankey.group || sankey.group.reports === 0) return []
  const half = new Sketch(context).px(8)
  const { year } = sankey
  const row = (box: Box, labelY: number, x: number, width: number): Box => {
    const [top, bottom] = [Math.min(box.y, labelY - half), Math.max(box.y + box.height, labelY + half)]
    return { x, y: top, width, height: Math.min(bottom, context.height) - top }
  }
  const { end } = layout
  return [
    ...layout.left.map(({ node, box, labelY }) => ({
      mark: { year, part: node.key },
      name: node.label,
      box: row(box, labelY, 0, box.x + box.width),
    })),
    ...layout.right.map(({ node, box, labelY }) => ({
      mark: { year, part: node.key },
      name: node.label,
      box: row(box, labelY, box.x, end - box.x),
    })),
  ]
}
