import type { Group, QueryResult } from '../cube/query'
import { OUTCOME_LABELS, requestRows } from '../form/requests'
import type { Outcome } from '../form/requests'
import type { Label } from '../form/version'
import { versionOfYear } from '../form/version'
import { basisOfYear, groupOfYear } from './basis'
import type { Chart, ChartContext } from './chart'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import type { Place } from './places'
import { notesOfRows, rowInError } from './notes'
import { fitText, numberText, shownPercent, textWidth, valueText } from './numbers'
import { colour, OUTCOME_FILLS } from './sets'
import { Sketch } from './sketch'
import { endColumn, figureCell, GAP_LABELS, gapOf, startColumn, statesOfAll, textCell, isHatched } from './table'
import type { TableNumber } from './table'
import type { Told } from './told'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { isAlike } from './readings'
import { mostReadings, sumOfRows } from './reasonWords'
import { both, titleOf, WORDS } from './words'

/** Outcomes that the form divides by reason in both versions. */
export const REASONED = ['refused', 'unavailable', 'notProcessed'] as const satisfies readonly Outcome[]
export type Reasoned = (typeof REASONED)[number]

const rowsOf = (outcome: Reasoned, year: number) =>
  requestRows(versionOfYear(year) ?? '2021').filter((row) => row.outcome === outcome)
const idOf = (key: string): string => `requests.${key}.total`

/** Figures that the chart takes from its query. */
export const REASON_FIGURES: readonly string[] = REASONED.flatMap((outcome) => [
  `requests.${outcome}.total`,
  ...rowsOf(outcome, 2021).map(({ key }) => idOf(key)),
])

const ROW = 28
const ABOVE = 6

interface ReasonRow {
  readonly key: string
  readonly id: string
  readonly label: Label
  readonly now: number | null
  readonly before: number | null
}

/** Reasons given for one outcome in one year, most frequent first, with the year that it is set against as a stroke. Takes a result grouped by year that holds both. */
export function reasonsChart(result: QueryResult, outcome: Reasoned, told: Told): Chart {
  const { year, against } = told
  const now = groupOfYear(result, year)
  const before = against === null ? undefined : groupOfYear(result, against)
  const valueIn = (group: Group | undefined, id: string): number | null => group?.figures[id]?.value ?? null
  const rows = rowsOf(outcome, year)
    .map(({ key, short }): ReasonRow => {
      const id = idOf(key)
      return { key, id, label: short, now: valueIn(now, id), before: valueIn(before, id) }
    })
    .sort((one, other) => (other.now ?? -1) - (one.now ?? -1))
  const { sum, isWhole } = sumOfRows(rows)
  const counted = both(
    isWhole ? `${numberText(sum, 'zh')} 件` : `有数的合计 ${numberText(sum, 'zh')} 件`,
    isWhole ? numberText(sum, 'en') : `at least ${numberText(sum, 'en')}`,
  )
  const name = OUTCOME_LABELS[outcome]
  const share = (row: ReasonRow): TableNumber => ({
    kind: 'number',
    unit: 'ratio',
    ...(row.now === null || !isWhole
      ? { value: null, gap: row.now === null ? gapOf(now?.figures[row.id]) : 'blank' }
      : {
          n: sum,
          // A share rests on all that it is a share of.
          ...(sum === 0
            ? { value: null, gap: 'noCases' }
            : { value: row.now / sum, ...statesOfAll(rows.map(({ id }) => now?.figures[id])) }),
        }),
  })
  return {
    id: `reasons-${outcome}`,
    title: titleOf(both(`${name.zh}的理由`, `Reasons: ${name.en.toLowerCase()}`), [year]),
    unit: both(
      `${name.zh} ${counted.zh}${before ? ` · 竖线为 ${String(against)} 年` : ''}`,
      `${counted.en} ${name.en.toLowerCase()}${before ? `; line: ${String(against)}` : ''}`,
    ),
    basis: basisOfYear(result, year),
    figures: [`requests.${outcome}.total`, ...rows.map(({ id }) => id)],
    notes: notesOfRows(
      rows.map(({ id }) => [now?.figures[id], before?.figures[id]]),
      'reason',
    ),
    source: WORDS.requestsTable,
    readings: mostReadings(
      rows,
      name,
      told,
      now !== undefined &&
        before !== undefined &&
        isAlike(
          now,
          before,
          rows.map(({ id }) => id),
        ),
    ),
    table: {
      columns: [
        startColumn(WORDS.reason),
        endColumn(both(`${String(year)} 年`, String(year))),
        endColumn(WORDS.share),
        // A year that was not asked for is not one without the figure.
        ...(before ? [endColumn(both(`${String(against)} 年`, String(against)))] : []),
      ],
      rows: rows.map((row) => [
        textCell(row.label.zh, row.label.en),
        figureCell(now?.figures[row.id], 'count'),
        share(row),
        ...(before ? [figureCell(before.figures[row.id], 'count')] : []),
      ]),
    },
    heightAt: () => ABOVE + rows.length * ROW,
    option: (context) => draw(rows, outcome, [now, before], context),
    places: (context) => placesOf(rows, year, context),
    nativeUnit: both(`${name.zh} ${counted.zh}`, `${counted.en} ${name.en.toLowerCase()}`),
    native: [nativeOf(rows, outcome, told, [now, before])],
  }
}

/** The year told, and the one that it is set against where there is one: both are drawn. */
type Drawn = readonly [now: Group | undefined, before: Group | undefined]

function nativeOf(rows: readonly ReasonRow[], outcome: Reasoned, { year, against }: Told, groups: Drawn): NativeChart {
  const name = (of: number): Label => both(`${String(of)} 年`, String(of))
  return {
    kind: 'bar',
    stacked: false,
    unit: 'count',
    categories: rows.map(({ id, label }) =>
      markedLabel(
        label,
        groups.map((group) => group?.figures[id]),
      ),
    ),
    series: [
      { name: name(year), colour: OUTCOME_FILLS[outcome], values: rows.map(({ now }) => now) },
      ...(groups[1] !== undefined && against !== null
        ? [{ name: name(against), colour: 'peer' as const, values: rows.map(({ before }) => before) }]
        : []),
    ],
  }
}

/** Where the rows stand, and how wide their names are. */
function layoutOf(rows: readonly ReasonRow[], sketch: Sketch, { language, width, height }: ChartContext) {
  const top = sketch.px(ABOVE)
  const size = sketch.px(13)
  const widest = Math.max(...rows.map(({ label }) => textWidth(label[language], size)), sketch.px(40))
  return {
    top,
    row: (height - top) / Math.max(1, rows.length),
    size,
    labelWidth: Math.min(widest + sketch.px(12), width * 0.42),
  }
}

function placesOf(rows: readonly ReasonRow[], year: number, context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { top, row, labelWidth } = layoutOf(rows, sketch, context)
  return rows.map(({ key, id }, index) => ({
    mark: { year, part: key },
    figure: id,
    box: { x: 0, y: top + row * index, width: context.width, height: row },
    sign: [labelWidth - sketch.px(9), top + row * (index + 0.5) - sketch.px(6)] as const,
  }))
}

function draw(rows: readonly ReasonRow[], outcome: Reasoned, drawn: Drawn, context: ChartContext) {
  const [now] = drawn
  const sketch = new Sketch(context)
  const { language } = context
  const side = sketch.px(92)
  const { top, row, size, labelWidth } = layoutOf(rows, sketch, context)
  const bar = Math.min(row * 0.62, sketch.px(30))
  /** Of the stroke of the other year, either way from the middle. */
  const reach = Math.min(row * 0.36, bar / 2 + sketch.px(6))
  const width = context.width - labelWidth - side
  const { sum, isWhole } = sumOfRows(rows)
  const most = Math.max(1, ...rows.flatMap(({ now: value, before }) => [value ?? 0, before ?? 0]))
  const at = (value: number): number => labelWidth + (value / most) * width
  const fill = colour(context.theme, OUTCOME_FILLS[outcome])

  rows.forEach((reason, index) => {
    const y = top + row * (index + 0.5)
    sketch.text(labelWidth - sketch.px(10), y, fitText(reason.label[language], size, labelWidth - sketch.px(10)), {
      size: 13,
      colour: 'ink',
      align: 'right',
    })
    if (reason.now === null) {
      const gap = now && now.reports > 0 ? gapOf(now.figures[reason.id]) : 'missing'
      const box = { x: labelWidth, y: y - bar / 2, width: sketch.px(44), height: bar }
      if (gap === 'missing') sketch.framed(box)
      else if (isHatched(gap)) sketch.hatched(box)
      sketch.text(labelWidth + sketch.px(52), y, GAP_LABELS[gap][language])
      return
    }
    if (reason.now === 0) sketch.box({ x: labelWidth, y: y - bar / 2, width: sketch.px(3), height: bar }, fill)
    const text = numberText(reason.now, language)
    // At its own bar, beyond the stroke only where that runs through the number: beside it, it would read as that year's.
    const wide = textWidth(text, sketch.px(14))
    const beside = at(reason.now)
    const stroke = reason.before === null ? 0 : at(reason.before)
    const isCrossed = stroke > beside + sketch.px(4) && stroke < beside + sketch.px(12) + wide
    const end = isCrossed ? stroke : beside
    sketch.text(end + sketch.px(8), y, text, { size: 14, weight: 600, colour: 'ink', halo: true })
    if (rowInError(drawn.map((group) => group?.figures[reason.id])))
      sketch.errorMark(end + sketch.px(11) + wide, y - sketch.px(4))
    if (isWhole && sum > 0)
      sketch.text(context.width, y, `${numberText(shownPercent(reason.now / sum), language, 1)}%`, {
        align: 'right',
        colour: 'ink3',
      })
    if (reason.before !== null)
      sketch.line(
        [
          [at(reason.before), y - reach],
          [at(reason.before), y + reach],
        ],
        'ink',
        2,
      )
  })
  sketch.line(
    [
      [labelWidth, top],
      [labelWidth, context.height],
    ],
    'rule',
  )
  const base = baseOption(context)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const reason = rows[dataIndex]
        if (!reason) return ''
        return `${reason.label[language]}\n${valueText(reason.now, 'count', language)} (${valueText(reason.before, 'count', language)})`
      },
    },
    grid: gridOf({ x: labelWidth, y: top, width, height: row * rows.length }),
    xAxis: { type: 'value', min: 0, max: most, ...BARE_AXIS },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ id }) => id), ...BARE_AXIS },
    series: [
      {
        type: 'bar',
        barWidth: bar,
        emphasis: { disabled: true },
        itemStyle: { color: fill },
        data: rows.map(({ now: value }) => value),
      },
    ],
    graphic: { elements: sketch.elements },
  }
}
