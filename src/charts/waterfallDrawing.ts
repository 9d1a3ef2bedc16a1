import type { ChartContext } from './chart'
import { rowInError } from './notes'
import { fitName } from './nameLines'
import { numberText, signedText, textWidth } from './numbers'
import type { Place } from './places'
import { rangeOf } from './scale'
import type { AxisRange } from './scale'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS } from './table'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import type { Step, Waterfall } from './waterfallSteps'

const ROW = 26
const OVER_GRID = 12
const ABOVE = 24
const TICKS = 5
/** Where the lowest total is at least so much of the highest, the axis leaves out what they share. */
const FAR_FROM_ZERO = 0.5

export const waterfallHeight = ({ steps }: Waterfall): number => ABOVE + (steps.length + 2) * ROW

/** The total before each step, and after the last. */
const levelsOf = ({ start, steps }: Waterfall): number[] =>
  steps.reduce<number[]>((levels, { change }) => [...levels, (levels.at(-1) ?? 0) + change], [start ?? 0])

/** The range of the axis. Totals are marks, not bars, where it does not begin at 0. */
export function rangeOfWaterfall(waterfall: Waterfall): AxisRange {
  const levels = [...levelsOf(waterfall), waterfall.end ?? 0]
  const near = Math.min(...levels) < FAR_FROM_ZERO * Math.max(...levels)
  return rangeOf(near ? [0, ...levels] : levels, TICKS, { least: Math.min(0, ...levels) })
}

interface Row {
  readonly step: Step | null
  /** Year and total, at both ends. */
  readonly year?: number
  readonly from: number
  readonly to: number
}

function rowsOf(waterfall: Waterfall): Row[] {
  const { steps, start, end, years } = waterfall
  const levels = levelsOf(waterfall)
  return [
    { step: null, year: years[0], from: 0, to: start ?? 0 },
    ...steps.map((step, at) => ({ step, from: levels[at] ?? 0, to: levels[at + 1] ?? 0 })),
    { step: null, year: years[1], from: 0, to: end ?? 0 },
  ]
}

interface Layout {
  readonly rows: readonly Row[]
  readonly range: AxisRange
  readonly names: number
  readonly plot: Box
  readonly row: number
  readonly at: (value: number) => number
}

function layoutOf(waterfall: Waterfall, sketch: Sketch, { width, height, language }: ChartContext): Layout {
  const rows = rowsOf(waterfall)
  const range = rangeOfWaterfall(waterfall)
  const size = sketch.px(13)
  const names = Math.min(
    Math.max(sketch.px(60), ...rows.map(({ step }) => (step ? textWidth(step.label[language], size) : 0))) +
      sketch.px(12),
    width * 0.36,
  )
  const side = Math.max(...rows.map(({ to }) => textWidth(numberText(to, language), sketch.px(14)))) + sketch.px(24)
  const top = sketch.px(ABOVE)
  const plot = { x: names, y: top, width: Math.max(sketch.px(60), width - names - side), height: height - top }
  return {
    rows,
    range,
    names,
    plot,
    row: plot.height / rows.length,
    at: (value) => plot.x + ((value - range.from) / (range.to - range.from || 1)) * plot.width,
  }
}

const ONE_SIDED = 'peer'
function fillOf({ kind, change }: Step) {
  if (kind !== 'agency' && kind !== 'outcome' && kind !== 'rest') return ONE_SIDED
  return change > 0 ? 'fill' : 'mark2'
}

/** Total, steps that take it on from where the one before left it, total. */
export function drawWaterfall(waterfall: Waterfall, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const layout = layoutOf(waterfall, sketch, context)
  const { rows, range, names, plot, row, at } = layout
  if (waterfall.start === null && waterfall.end === null) {
    sketch.framed({ x: 1, y: sketch.px(4), width: sketch.px(120), height: sketch.px(26) })
    sketch.text(sketch.px(132), sketch.px(17), GAP_LABELS.missing[language])
    return { ...baseOption(context), graphic: { elements: sketch.elements } }
  }
  for (const tick of range.ticks) {
    sketch.text(at(tick), sketch.px(10), numberText(tick, language), { align: 'center', colour: 'ink3' })
    sketch.line(
      [
        [at(tick), plot.y - sketch.px(4)],
        [at(tick), context.height],
      ],
      tick === 0 ? 'rule' : 'hair',
    )
  }
  rows.forEach((one, index) => {
    const y = plot.y + row * (index + 0.5)
    const bar = Math.min(row * 0.62, sketch.px(24))
    const next = rows[index + 1]
    if (next)
      sketch.line(
        [
          [at(one.to), y + bar / 2],
          [at(one.to), y + row - bar / 2],
        ],
        'control',
        0.8,
      )
    if (one.step) drawStep(sketch, one, one.step, { y, bar, at, language, plot })
    else
      drawEnd(sketch, one, {
        y,
        bar,
        at,
        language,
        fromZero: range.from === 0,
        known: (index === 0 ? waterfall.start : waterfall.end) !== null,
      })
    const name = one.step ? one.step.label[language] : String(one.year)
    sketch.text(names - sketch.px(10), y, fitName(name, sketch.px(13), names - sketch.px(10)), {
      size: 13,
      weight: one.step ? 400 : 600,
      colour: 'ink',
      align: 'right',
    })
  })
  return optionOf(layout, sketch, context)
}

interface RowPlace {
  readonly y: number
  readonly bar: number
  readonly at: (value: number) => number
  readonly language: ChartContext['language']
}

function drawStep(
  sketch: Sketch,
  { from, to }: Row,
  step: Step,
  { y, bar, at, language, plot }: RowPlace & { plot: Box },
): void {
  const [left, right] = [at(Math.min(from, to)), at(Math.max(from, to))]
  const width = Math.max(sketch.px(step.change === 0 ? 3 : 2), right - left)
  sketch.box(
    { x: left, y: y - bar / 2, width, height: bar },
    sketch.colour(step.change === 0 ? 'control' : fillOf(step)),
    OVER_GRID,
  )
  const text = signedText(step.change, language, 0)
  const wide = textWidth(text, sketch.px(13)) + sketch.px(18)
  const outside = left + width + wide > plot.x + plot.width + sketch.px(40)
  const x = outside ? left - sketch.px(6) : left + width + sketch.px(6)
  sketch.text(x, y, text, { size: 13, colour: 'ink', align: outside ? 'right' : 'left', halo: true })
  if (rowInError(step.figures))
    sketch.errorMark(outside ? x - wide + sketch.px(6) : x + wide - sketch.px(14), y - sketch.px(4))
}

/** A total is a bar where the axis begins at 0, else the mark of where it lies. */
function drawEnd(
  sketch: Sketch,
  { to }: Row,
  { y, bar, at, language, fromZero, known }: RowPlace & { fromZero: boolean; known: boolean },
): void {
  const x = at(to)
  if (known && fromZero)
    sketch.box(
      { x: at(0), y: y - bar / 2, width: Math.max(sketch.px(3), x - at(0)), height: bar },
      sketch.colour('control'),
      OVER_GRID,
    )
  else if (known)
    sketch.box(
      { x: x - sketch.px(2), y: y - bar / 2, width: sketch.px(4), height: bar },
      sketch.colour('ink'),
      OVER_GRID,
    )
  const text = known ? numberText(to, language) : GAP_LABELS.missing[language]
  sketch.text(x + sketch.px(8), y, text, { size: 14, weight: 600, colour: 'ink', halo: true })
}

function optionOf({ rows, plot, range }: Layout, sketch: Sketch, context: ChartContext) {
  const { language } = context
  const base = baseOption(context)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const row = rows[dataIndex]
        if (!row?.step) return row ? `${String(row.year)}  ${numberText(row.to, language)}` : ''
        const { label, before, now, change } = row.step
        const said = (value: number | null): string => (value === null ? '—' : numberText(value, language))
        return `${label[language]}\n${said(before)} → ${said(now)}  ${signedText(change, language, 0)}`
      },
    },
    grid: gridOf(plot),
    xAxis: { type: 'value', min: range.from, max: range.to, ...BARE_AXIS },
    yAxis: { type: 'category', inverse: true, data: rows.map((_, index) => String(index)), ...BARE_AXIS },
    series: [
      {
        type: 'scatter',
        symbolSize: sketch.px(14),
        z: 16,
        itemStyle: { color: 'transparent' },
        data: rows.map(({ from, to, step }, index) => [step ? (from + to) / 2 : to, index]),
      },
    ],
    graphic: { elements: sketch.elements },
  }
}

/** Each row: a year, an agency or an outcome. */
export function waterfallPlaces(waterfall: Waterfall, context: ChartContext): Place[] {
  if (waterfall.start === null && waterfall.end === null) return []
  const { rows, plot, row } = layoutOf(waterfall, new Sketch(context), context)
  const [, year] = waterfall.years
  return rows.flatMap((one, index): Place[] => {
    const box = { x: 0, y: plot.y + row * index, width: context.width, height: row }
    if (!one.step) return one.year === undefined ? [] : [{ mark: { year: one.year }, box }]
    const { kind, key, agencies } = one.step
    if (kind === 'outcome') return key === undefined ? [] : [{ mark: { year, part: key }, name: one.step.label, box }]
    const [only] = agencies
    return agencies.length === 1 && only !== undefined && kind !== 'disagree'
      ? [{ mark: { agency: only, year }, box, figure: waterfall.figure }]
      : []
  })
}
