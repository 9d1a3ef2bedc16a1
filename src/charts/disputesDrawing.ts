import type { Group } from '../cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_RESULTS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import { yearOf } from './basis'
import type { ChartContext } from './chart'
import { COLOURS } from './colours'
import { rowInError } from './notes'
import { numberText, textWidth, valueText } from './numbers'
import { besideYear } from './places'
import type { Place } from './places'
import { drawKey, keyLines } from './segmentLabels'
import { colour, onFill, PENDING_HATCH, RESULT_DECALS, RESULT_FILLS } from './sets'
import { Sketch } from './sketch'
import { GAP_LABELS, gapOf, isHatched } from './table'
import { toneOfYear } from './told'
import { BARE_AXIS, baseOption, gridOf } from './theme'

export const PANELS = ['review', 'litigation'] as const
export type Panel = (typeof PANELS)[number]

/** Results and printed total of a panel in one year. */
export const figuresOf = (group: Group, panel: Panel) => [
  ...DISPUTE_RESULTS.map((result) => group.figures[`${panel}.${result}`]),
  group.figures[`${panel}.total`],
]

const PANEL_HEIGHT = 240
const KEY_HEIGHT = 24
/** Narrower than this the panels stand one above the other. */
const BESIDE = 460
const panelRows = (width: number): number => (width < BESIDE ? PANELS.length : 1)

export const disputesHeight = (width: number): number => panelRows(width) * (PANEL_HEIGHT + KEY_HEIGHT)

const stackOf = (group: Group, panel: Panel): number =>
  DISPUTE_RESULTS.reduce((sum, result) => sum + (group.figures[`${panel}.${result}`]?.value ?? 0), 0)

/** Where the panels and their columns stand. */
function layoutOf(groups: readonly Group[], sketch: Sketch, context: ChartContext) {
  const { language, theme } = context
  const key = DISPUTE_RESULTS.map((result) => ({
    text: DISPUTE_COLUMN_LABELS[result][language],
    fill: colour(theme, RESULT_FILLS[result]),
    hatched: result === 'pending',
  }))
  const keyHeight = sketch.px(20) * keyLines(key, context)
  const stacked = panelRows(context.width / context.scale) > 1
  const tall = (context.height - keyHeight) / (stacked ? PANELS.length : 1)
  const gutter = sketch.px(28)
  const width = stacked ? context.width : (context.width - gutter) / PANELS.length
  const height = tall - sketch.px(48 + 24)
  const plots = PANELS.map((_, position) => ({
    x: stacked ? 0 : position * (width + gutter),
    y: keyHeight + sketch.px(48) + (stacked ? position * tall : 0),
    width,
    height,
  }))
  const most = Math.max(1, ...groups.flatMap((group) => PANELS.map((panel) => stackOf(group, panel))))
  const step = width / Math.max(1, groups.length)
  const bar = Math.min(step * 0.62, sketch.px(56))
  return { key, plots, width, height, most, step, bar }
}

/** Columns of both panels from their totals to their years, and in each its segments. */
export function disputesPlaces(groups: readonly Group[], context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { plots, height, most, step, bar } = layoutOf(groups, sketch, context)
  return PANELS.flatMap((panel, position) => {
    const { x: left, y: top } = plots[position] ?? { x: 0, y: 0 }
    return groups.flatMap((group, index) => {
      const year = yearOf(group)
      const column = { x: left + step * index, y: top - sketch.px(20), width: step, height: height + sketch.px(44) }
      let y = top + height
      const segments = DISPUTE_RESULTS.flatMap((result): Place[] => {
        const amount = group.figures[`${panel}.${result}`]?.value ?? 0
        const tall = (amount / most) * height
        y -= tall
        const box = { x: column.x + (step - bar) / 2, y, width: bar, height: tall }
        return amount > 0 ? [{ mark: { year, part: result }, box, figure: `${panel}.${result}` }] : []
      })
      const sign = besideYear(sketch, column.x + step / 2, top + height + sketch.px(15))
      return [{ mark: { year }, box: column, sign, figure: `${panel}.total` }, ...segments]
    })
  })
}

/** Columns of results by year, reviews and lawsuits on one scale. */
export function drawDisputes(groups: readonly Group[], context: ChartContext, asked: number | null = null) {
  const sketch = new Sketch(context)
  const { language, theme } = context
  const { key, plots, width, height, most, step, bar } = layoutOf(groups, sketch, context)
  drawKey(sketch, key, context)

  PANELS.forEach((panel, position) => {
    const { x: left, y: top } = plots[position] ?? { x: 0, y: 0 }
    const base = top + height
    sketch.text(left, top - sketch.px(34), DISPUTE_SERIES[panel][language], {
      size: 13,
      weight: 600,
      colour: 'ink',
    })
    groups.forEach((group, index) => {
      const x = left + step * (index + 0.5)
      sketch.text(x, base + sketch.px(15), String(yearOf(group)), {
        align: 'center',
        ...toneOfYear(yearOf(group), asked),
      })
      const printed = group.figures[`${panel}.total`]
      if (DISPUTE_RESULTS.every((result) => group.figures[`${panel}.${result}`]?.value == null)) {
        const gap = group.reports === 0 ? 'missing' : gapOf(printed)
        const box = { x: x - bar / 2, y: base - sketch.px(22), width: bar, height: sketch.px(22) }
        if (gap === 'missing') sketch.framed(box)
        else if (isHatched(gap)) sketch.hatched(box)
        sketch.text(x, box.y - sketch.px(9), GAP_LABELS[gap][language], { align: 'center' })
        return
      }
      const cases = stackOf(group, panel)
      const y = base - (cases / most) * height - sketch.px(10)
      if (cases === 0)
        sketch.box(
          { x: x - bar / 2, y: base - sketch.px(3), width: bar, height: sketch.px(3) },
          sketch.colour('dUpheld'),
        )
      const text = valueText(printed?.value ?? null, 'count', language)
      sketch.text(x, y, text, { size: 12, weight: 600, colour: 'ink', align: 'center' })
      if (rowInError(figuresOf(group, panel)))
        sketch.errorMark(x + textWidth(text, sketch.px(12)) / 2 + sketch.px(2), y - sketch.px(4))
      let below = 0
      for (const result of DISPUTE_RESULTS) {
        const amount = group.figures[`${panel}.${result}`]?.value ?? 0
        const room = (amount / most) * height
        if (result !== 'pending' && room >= sketch.px(15) && bar > textWidth(String(amount), sketch.px(12)))
          sketch.text(x, base - ((below + amount / 2) / most) * height, numberText(amount, language), {
            align: 'center',
            fill: onFill(theme, RESULT_FILLS[result]),
            ground: colour(theme, RESULT_FILLS[result]),
          })
        below += amount
      }
    })
    sketch.line(
      [
        [left, base],
        [left + width, base],
      ],
      'rule',
    )
  })

  const option = baseOption(context)
  return {
    ...option,
    tooltip: {
      ...option.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex, seriesName, value }: { dataIndex: number; seriesName: string; value: number }) => {
        const group = groups[dataIndex]
        return group ? `${String(yearOf(group))} ${seriesName}\n${valueText(value, 'count', language)}` : ''
      },
    },
    grid: plots.map(gridOf),
    xAxis: PANELS.map((_, gridIndex) => ({
      type: 'category',
      gridIndex,
      data: groups.map((group) => String(yearOf(group))),
      ...BARE_AXIS,
    })),
    yAxis: PANELS.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: most, ...BARE_AXIS })),
    series: PANELS.flatMap((panel, position) =>
      DISPUTE_RESULTS.map((result) => ({
        type: 'bar',
        stack: panel,
        name: `${DISPUTE_SERIES[panel][language]} ${DISPUTE_COLUMN_LABELS[result][language]}`,
        xAxisIndex: position,
        yAxisIndex: position,
        barWidth: bar,
        emphasis: { disabled: true },
        itemStyle: resultStyle(result, context),
        data: groups.map((group) => group.figures[`${panel}.${result}`]?.value ?? null),
      })),
    ),
    graphic: { elements: sketch.elements },
  }
}

function resultStyle(result: (typeof DISPUTE_RESULTS)[number], context: ChartContext) {
  const { theme, decals, scale } = context
  const paper = COLOURS[theme].paper
  if (result === 'pending')
    return {
      color: paper,
      borderColor: COLOURS[theme].dPending,
      borderWidth: scale,
      borderType: [3 * scale, 2 * scale],
      decal: { ...PENDING_HATCH, color: COLOURS[theme].dPending },
    }
  const decal = RESULT_DECALS[result]
  return {
    color: colour(theme, RESULT_FILLS[result]),
    borderColor: paper,
    borderWidth: scale,
    ...(decals && decal && { decal: { ...decal, color: onFill(theme, RESULT_FILLS[result]) } }),
  }
}
