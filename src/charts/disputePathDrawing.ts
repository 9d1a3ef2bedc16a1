import type { Figure, Group } from '../cube/query'
import { yearOf } from './basis'
import type { ChartContext } from './chart'
import { isFirm } from './comparison'
import { CORRECTIONS, PATH } from './disputeSteps'
import { rowInError } from './notes'
import { fitText, numberText, textWidth, valueText } from './numbers'
import type { Place } from './places'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS, gapOf, isHatched, statesOfFigure } from './table'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { crossesForm } from './volumes'
import { axisWidth, drawValueAxis, heightIn } from './valueAxis'

export interface DisputePathDrawn {
  readonly groups: readonly Group[]
  /** Whose way is told. */
  readonly year: number
  readonly group: Group | undefined
  readonly leastN: number
}

/** Narrower than this the rates stand below the way. */
const BESIDE = 720
const PATH_HEIGHT = 190
const RATES_HEIGHT = 270
const HEAD = 24

export const disputePathHeight = (width: number): number => (width < BESIDE ? PATH_HEIGHT + RATES_HEIGHT : RATES_HEIGHT)

interface Panels {
  readonly path: Box
  readonly rates: Box
}

function panelsOf({ width, height, scale }: ChartContext): Panels {
  if (width / scale < BESIDE) {
    const path = (height * PATH_HEIGHT) / (PATH_HEIGHT + RATES_HEIGHT)
    return { path: { x: 0, y: 0, width, height: path }, rates: { x: 0, y: path, width, height: height - path } }
  }
  const left = width * 0.42
  return {
    path: { x: 0, y: 0, width: left, height },
    rates: { x: left + 32 * scale, y: 0, width: width - left - 32 * scale, height },
  }
}

export function drawDisputePath(drawn: DisputePathDrawn, context: ChartContext) {
  const sketch = new Sketch(context)
  const panels = panelsOf(context)
  drawPath(sketch, drawn, panels.path, context)
  return drawRates(sketch, drawn, panels.rates, context)
}

const rowOf = (sketch: Sketch, panel: Box, at: number): Box => {
  const tall = Math.min((panel.height - sketch.px(HEAD)) / PATH.length, sketch.px(72))
  return { x: panel.x, y: panel.y + sketch.px(HEAD) + tall * at, width: panel.width, height: tall }
}

/** Counts as bars on the scale of the disputes: all that are settled would leave nothing to see of them, and stand as a number. */
function drawPath(sketch: Sketch, { group, year }: DisputePathDrawn, panel: Box, { language }: ChartContext): void {
  sketch.text(
    panel.x,
    panel.y + sketch.px(9),
    group === undefined ? '' : language === 'zh' ? `${String(year)} 年，件` : `${String(year)}, cases`,
    {
      size: 13,
      weight: 600,
      colour: 'ink',
    },
  )
  const values = PATH.slice(1).map(({ id }) => group?.figures[id]?.value ?? 0)
  const most = Math.max(1, ...values)
  const indent = sketch.px(12)
  const names =
    Math.max(...PATH.map(({ label, isPart }) => textWidth(label[language], sketch.px(13)) + (isPart ? indent : 0))) +
    sketch.px(12)
  const textOf = (figure: Figure | undefined, rate: Figure | undefined): string =>
    valueText(figure?.value ?? null, 'count', language) +
    (rate?.value == null ? '' : ` · ${valueText(rate.value, 'ratio', language)}%`)
  const side =
    sketch.px(8) +
    Math.max(
      ...PATH.slice(1).map(({ id, rate }) =>
        textWidth(textOf(group?.figures[id], rate === undefined ? undefined : group?.figures[rate]), sketch.px(13)),
      ),
    ) +
    sketch.px(12)
  const room = Math.max(sketch.px(24), panel.width - names - side)
  PATH.forEach(({ id, label, rate, isPart }, at) => {
    const box = rowOf(sketch, panel, at)
    const y = box.y + box.height / 2
    const figure = group?.figures[id]
    const share = rate === undefined ? undefined : group?.figures[rate]
    sketch.text(panel.x + (isPart ? indent : 0), y, label[language], { size: 13, colour: isPart ? 'ink2' : 'ink' })
    const x = panel.x + names
    if (figure?.value == null) {
      const gap = group === undefined || group.reports === 0 ? 'missing' : gapOf(figure)
      const empty = { x, y: y - sketch.px(8), width: sketch.px(48), height: sketch.px(16) }
      if (gap === 'missing') sketch.framed(empty)
      else if (isHatched(gap)) sketch.hatched(empty)
      sketch.text(x + sketch.px(56), y, GAP_LABELS[gap][language])
      return
    }
    const isWhole = at === 0
    const width = isWhole ? 0 : Math.max(sketch.px(figure.value === 0 ? 3 : 2), (figure.value / most) * room)
    const bar = Math.min(box.height * 0.45, sketch.px(26))
    if (!isWhole) sketch.box({ x, y: y - bar / 2, width, height: bar }, sketch.colour(isPart ? 'y2021' : 'fill'))
    const text = textOf(figure, share)
    const textX = x + width + (isWhole ? 0 : sketch.px(8))
    sketch.text(textX, y, text, { size: 13, weight: isWhole ? 600 : 400, colour: 'ink' })
    if (rowInError([figure, share]))
      sketch.errorMark(textX + textWidth(text, sketch.px(13)) + sketch.px(3), y - sketch.px(4))
  })
}

interface RatesLayout {
  readonly plot: Box
  readonly step: number
  readonly x: (at: number) => number
}

/** Rows under the plot, one a series, say its n year by year and are its key. */
function ratesLayout(
  sketch: Sketch,
  { groups }: DisputePathDrawn,
  panel: Box,
  language: ChartContext['language'],
  axis: number,
): RatesLayout {
  const names = Math.max(...CORRECTIONS.map(({ label }) => textWidth(label[language], sketch.px(12)))) + sketch.px(36)
  const left = Math.max(axis, Math.min(names, panel.width * 0.4))
  const plot = {
    x: panel.x + left,
    y: panel.y + sketch.px(HEAD + 12),
    width: Math.max(sketch.px(40), panel.width - left - sketch.px(8)),
    height: Math.max(sketch.px(60), panel.height - sketch.px(HEAD + 12 + 30 + CORRECTIONS.length * 18)),
  }
  const step = plot.width / Math.max(1, groups.length)
  return { plot, step, x: (at) => plot.x + step * (at + 0.5) }
}

const ratesRange = ({ groups }: DisputePathDrawn) =>
  rangeOf([0, ...groups.flatMap(({ figures }) => CORRECTIONS.flatMap(({ rate }) => figures[rate]?.value ?? []))], 4, {
    least: 0,
    most: 1,
    span: LEAST_RATE_SPAN,
  })

function drawRates(sketch: Sketch, drawn: DisputePathDrawn, panel: Box, context: ChartContext) {
  const { language } = context
  const { groups, leastN } = drawn
  const range = ratesRange(drawn)
  const { plot, step, x } = ratesLayout(sketch, drawn, panel, language, axisWidth(sketch, range, 'ratio', language))
  const y = heightIn(range, plot)
  const below = plot.y + plot.height
  sketch.text(
    panel.x,
    panel.y + sketch.px(9),
    language === 'zh' ? '纠错率（纠正 ÷ 审结）' : 'Correction rate (corrected ÷ closed)',
    { size: 13, weight: 600, colour: 'ink' },
  )
  drawValueAxis(sketch, range, plot, 'ratio', language, 0)
  groups.forEach((group, at) => {
    sketch.text(x(at), below + sketch.px(14), String(yearOf(group)), { align: 'center' })
    if (crossesForm(groups[at - 1], group))
      sketch.line(
        [
          [x(at) - step / 2, plot.y],
          [x(at) - step / 2, below],
        ],
        'control',
        1,
        [3, 3],
      )
  })
  CORRECTIONS.forEach(({ rate, label, colour }, index) => {
    const row = below + sketch.px(34 + index * 18)
    sketch.circle(panel.x + sketch.px(4), row, 3.2, colour, true)
    const name = fitText(label[language], sketch.px(12), plot.x - panel.x - sketch.px(28))
    sketch.text(panel.x + sketch.px(13), row, `${name} n`, { colour })
    groups.forEach((group, at) => {
      const figure = group.figures[rate]
      const before = groups[at - 1]?.figures[rate]
      const n =
        figure?.denominator === undefined || figure.reports === 0 ? '—' : numberText(figure.denominator, language)
      const isSmall = !isFirm(figure, 'ratio', leastN)
      sketch.text(x(at), row, n, { align: 'center', colour: isSmall ? 'ink3' : 'ink' })
      if (figure?.value == null) return
      const isNext = yearOf(group) === yearOf(groups[at - 1] ?? group) + 1
      if (before?.value != null && isNext) {
        const firm = !isSmall && isFirm(before, 'ratio', leastN)
        sketch.line(
          [
            [x(at - 1), y(before.value)],
            [x(at), y(figure.value)],
          ],
          colour,
          firm ? 2 : 0.8,
        )
      }
      sketch.circle(x(at), y(figure.value), 3.4, colour, !isSmall)
      sketch.signs(x(at), y(figure.value) - sketch.px(11), statesOfFigure(figure), language)
    })
  })
  const base = baseOption(context)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ seriesIndex, value }: { seriesIndex: number; value: readonly [number, number] }) => {
        const series = CORRECTIONS[seriesIndex]
        const group = groups[value[0]]
        const figure = series && group?.figures[series.rate]
        if (!series || !group || !figure) return ''
        return `${String(yearOf(group))}  ${series.label[language]}\n${valueText(figure.value, 'ratio', language)}% · n ${numberText(figure.denominator ?? 0, language)}`
      },
    },
    grid: gridOf(plot),
    xAxis: { type: 'category', data: groups.map((group) => String(yearOf(group))), ...BARE_AXIS },
    yAxis: { type: 'value', min: range.from, max: range.to, ...BARE_AXIS },
    series: CORRECTIONS.map(({ rate }) => ({
      type: 'scatter',
      symbolSize: sketch.px(12),
      z: 16,
      itemStyle: { color: 'transparent' },
      data: groups.flatMap(({ figures }, at) => (figures[rate]?.value == null ? [] : [[at, figures[rate].value]])),
    })),
    graphic: { elements: sketch.elements },
  }
}

/** Each line of the way, and each year of the rates with its points. */
export function disputePathPlaces(drawn: DisputePathDrawn, context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { path, rates } = panelsOf(context)
  const range = ratesRange(drawn)
  const { plot, step, x } = ratesLayout(
    sketch,
    drawn,
    rates,
    context.language,
    axisWidth(sketch, range, 'ratio', context.language),
  )
  const y = heightIn(range, plot)
  const half = sketch.px(7)
  return [
    ...PATH.map(({ id }, at) => ({
      mark: { year: drawn.year, part: id },
      figure: id,
      box: rowOf(sketch, path, at),
    })),
    ...drawn.groups.flatMap((group, at): Place[] => {
      const year = yearOf(group)
      return [
        { mark: { year }, box: { x: plot.x + step * at, y: plot.y, width: step, height: context.height - plot.y } },
        ...CORRECTIONS.flatMap(({ rate }): Place[] => {
          const value = group.figures[rate]?.value
          if (value == null) return []
          return [
            {
              mark: { year, part: rate },
              figure: rate,
              box: { x: x(at) - half, y: y(value) - half, width: 2 * half, height: 2 * half },
            },
          ]
        }),
      ]
    }),
  ]
}
