import type { Label } from '../form/version'
import type { ChartContext } from './chart'
import { rowInError } from './notes'
import { fitName } from './nameLines'
import { numberText, textWidth, valueText } from './numbers'
import type { Place } from './places'
import type { RankedAgency, Ranking } from './ranked'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { Sketch } from './sketch'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { counted } from './counted'
import { both } from './words'

/** What stands in place of the agencies that are folded. */
export const foldedLabel = (count: number): Label =>
  both(`… 其间 ${String(count)} 个机关`, `… ${counted(count, 'agency')} in between`)

export type RankingRow =
  { readonly kind: 'agency'; readonly agency: RankedAgency } | { readonly kind: 'folded'; readonly count: number }

/** The agency that a ranking is about, and the quartiles of the others. */
export interface Among {
  readonly chosen: string
  /** `null` where there are too few for quartiles. */
  readonly quartiles: readonly [low: number, high: number] | null
}

export const RANKING_ROW = 24
export const RANKING_ABOVE = 24
const LEAST_ROW = 20
const TICKS = 5

/** Rows that a drawing has room for, so that they do not run into each other. */
export const rankingRoom = ({ height, scale }: ChartContext): number =>
  Math.max(3, Math.floor((height / scale - RANKING_ABOVE) / LEAST_ROW))

const agenciesIn = (rows: readonly RankingRow[]): RankedAgency[] =>
  rows.flatMap((row) => (row.kind === 'agency' ? [row.agency] : []))

/** Where the rows stand, and how wide their names are. */
function layoutOf(rows: readonly RankingRow[], sketch: Sketch, { width, height }: ChartContext) {
  const top = sketch.px(RANKING_ABOVE)
  const size = sketch.px(13)
  const widest = Math.max(sketch.px(60), ...agenciesIn(rows).map(({ name }) => textWidth(name, size)))
  return {
    top,
    row: (height - top) / Math.max(1, rows.length),
    size,
    nameWidth: Math.min(widest + sketch.px(12), width * 0.36),
  }
}

/** Rows of agencies; the one that folds the others is none. */
export function rankingPlaces(rows: readonly RankingRow[], { year, figure }: Ranking, context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { top, row, nameWidth } = layoutOf(rows, sketch, context)
  return rows.flatMap((one, index): Place[] => {
    if (one.kind !== 'agency') return []
    const box = { x: 0, y: top + row * index, width: context.width, height: row }
    const sign = [nameWidth - sketch.px(9), box.y + row / 2 - sketch.px(6)] as const
    return [{ mark: { agency: one.agency.id, year }, box, sign, figure }]
  })
}

/** Dots for rates on an axis that says its range; bars from zero for counts. */
export function drawRanking(
  rows: readonly RankingRow[],
  ranking: Ranking,
  context: ChartContext,
  among: Among | null = null,
) {
  const sketch = new Sketch(context)
  const { language } = context
  const { unit, leastN, median } = ranking
  const rate = unit === 'ratio'
  const agencies = agenciesIn(rows)
  const { top, row, size, nameWidth } = layoutOf(rows, sketch, context)
  const valueWidth =
    Math.max(sketch.px(46), ...agencies.map(({ value }) => textWidth(written(value), sketch.px(14)))) + sketch.px(12)
  const nWidth = rate
    ? Math.max(0, ...agencies.map(({ figure }) => textWidth(nText(figure.denominator), sketch.px(12)))) + sketch.px(12)
    : 0
  const width = Math.max(sketch.px(60), context.width - nameWidth - valueWidth - nWidth - sketch.px(8))

  function written(value: number): string {
    return rate ? `${valueText(value, unit, language)}%` : valueText(value, unit, language)
  }
  function nText(n: number | undefined): string {
    return `n ${numberText(n ?? 0, language)}`
  }
  const beforeOf = ({ before }: RankedAgency): number | null =>
    before?.value == null || (rate && (before.denominator ?? 0) < leastN) ? null : before.value

  const values = agencies.flatMap((agency) => [agency.value, beforeOf(agency)]).filter((value) => value !== null)
  const range = rangeOf(rate ? values : [0, ...values], TICKS, {
    least: 0,
    ...(rate && { most: Math.max(1, ...values), span: LEAST_RATE_SPAN }),
  })
  const at = (value: number): number => nameWidth + ((value - range.from) / (range.to - range.from || 1)) * width

  // An axis alone would say nothing.
  if (agencies.length === 0)
    sketch.text(0, top + row / 2, both('没有可以排名的机关', 'No agency can be ranked')[language], { colour: 'ink3' })
  const ticks = agencies.length === 0 ? [] : range.ticks
  ticks.forEach((tick, index) => {
    sketch.text(
      at(tick),
      sketch.px(8),
      rate ? `${numberText(tick * 100, language, 0, 1)}${index === 0 ? '%' : ''}` : numberText(tick, language, 0, 1),
      {
        align: 'center',
        colour: 'ink3',
      },
    )
    sketch.line(
      [
        [at(tick), top - sketch.px(4)],
        [at(tick), context.height],
      ],
      'hair',
    )
  })
  if (among?.quartiles) {
    const [low, high] = among.quartiles.map(at)
    // A band without width would not be seen.
    sketch.area(bandOf(low ?? 0, Math.max(high ?? 0, (low ?? 0) + sketch.px(2)), top, context.height), 'accentSoft')
  }
  if (median !== null)
    sketch.line(
      [
        [at(median), top - sketch.px(4)],
        [at(median), context.height],
      ],
      'ink3',
      1.2,
    )

  rows.forEach((one, index) => {
    const y = top + row * (index + 0.5)
    if (one.kind === 'folded') {
      sketch.text(nameWidth - sketch.px(10), y, foldedLabel(one.count)[language], {
        align: 'right',
        colour: 'ink3',
      })
      return
    }
    const { agency } = one
    const before = beforeOf(agency)
    const isChosen = agency.id === among?.chosen
    sketch.text(nameWidth - sketch.px(10), y, fitName(agency.name, size, nameWidth - sketch.px(10)), {
      size: 13,
      weight: isChosen ? 600 : 400,
      colour: isChosen ? 'accent' : 'ink',
      align: 'right',
    })
    if (rate) {
      if (before !== null) {
        sketch.line(
          [
            [at(before), y],
            [at(agency.value), y],
          ],
          'control',
          1.2,
        )
        sketch.circle(at(before), y, 3.4, 'control', false)
      }
    } else {
      sketch.box(
        { x: at(0), y: y - row * 0.28, width: Math.max(sketch.px(2), at(agency.value) - at(0)), height: row * 0.56 },
        sketch.colour(among && !isChosen ? 'peer' : 'fill'),
      )
      if (before !== null) sketch.circle(at(before), y, 3.4, 'ink2', false)
    }
    const valueX = nameWidth + width + sketch.px(8) + valueWidth
    sketch.text(valueX - sketch.px(8), y, written(agency.value), {
      size: 14,
      weight: 600,
      colour: 'ink',
      align: 'right',
    })
    if (rowInError([agency.figure])) sketch.errorMark(valueX - sketch.px(6), y - sketch.px(4))
    // Beside the number that it is of, away from the line between the two.
    if (before !== null && rowInError([agency.before])) {
      const isRight = before > agency.value
      sketch.errorMark(at(before) + sketch.px(isRight ? 6 : -6), y - sketch.px(4), {
        align: isRight ? 'left' : 'right',
        halo: true,
      })
    }
    if (rate) sketch.text(context.width, y, nText(agency.figure.denominator), { align: 'right', colour: 'ink3' })
  })

  const base = baseOption(context)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const agency = agencies[dataIndex]
        if (!agency) return ''
        const before = agency.before?.value
        return [
          `${String(agency.rank)}  ${agency.name}`,
          `${String(ranking.year)}  ${written(agency.value)}${rate ? ` · ${nText(agency.figure.denominator)}` : ''}`,
          before == null || ranking.against === null
            ? ''
            : `${String(ranking.against)}  ${written(before)}${rate ? ` · ${nText(agency.before?.denominator)}` : ''}`,
        ]
          .filter((line) => line !== '')
          .join('\n')
      },
    },
    grid: gridOf({ x: nameWidth, y: top, width, height: row * rows.length }),
    xAxis: { type: 'value', min: range.from, max: range.to, ...BARE_AXIS },
    yAxis: { type: 'category', inverse: true, data: rows.map((_, index) => String(index)), ...BARE_AXIS },
    series: [
      {
        type: 'scatter',
        symbolSize: rate ? sketch.px(9) : sketch.px(14),
        z: 16,
        cursor: 'pointer',
        itemStyle: { color: rate ? sketch.colour('accent') : 'transparent' },
        data: rows.flatMap((one, index) =>
          one.kind === 'agency'
            ? [
                {
                  value: [one.agency.value, index],
                  id: one.agency.id,
                  ...(among &&
                    rate &&
                    one.agency.id !== among.chosen && { itemStyle: { color: sketch.colour('ink3') } }),
                },
              ]
            : [],
        ),
      },
    ],
    graphic: { elements: sketch.elements },
  }
}

const bandOf = (from: number, to: number, top: number, bottom: number) =>
  [
    [from, top],
    [to, top],
    [to, bottom],
    [from, bottom],
  ] as const
