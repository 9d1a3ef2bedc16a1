import type { Group, QueryResult } from '../cube/query'
import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { Language } from '../report/wording'
import { basisOf, yearLabel, yearOf } from './basis'
import type { Chart, ChartContext } from './chart'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { besideYear } from './places'
import type { Place } from './places'
import { CONTINUOUS_NOTE, notesOfRows, rowInError, spansForms } from './notes'
import { textWidth, valueText } from './numbers'
import { Sketch } from './sketch'
import { countCell, endColumn, figureCell, GAP_LABELS, gapOf, startColumn, textCell, isHatched } from './table'
import { BARE_AXIS, baseOption, gridOf } from './theme'
import { volumeReadings } from './readings'
import { toneOfYear } from './told'
import type { Told } from './told'
import { both, missingText, titleOf, WORDS } from './words'

const RECEIVED = 'requests.received.total'
const CARRIED_IN = 'requests.carriedIn.total'
const ACCEPTED = 'requests.accepted.total'

/** Measures that the chart takes from its query. */
export const VOLUME_FIGURES = [RECEIVED, CARRIED_IN, ACCEPTED] as const

const HEIGHT = 236

/** Applications by year: newly received on those carried in. Takes a result grouped by year; `told` where a year is asked for. */
export function volumesChart(result: QueryResult, told: Told | null = null): Chart {
  const { groups } = result
  const asked = told?.year ?? null
  const years = groups.map(yearOf)
  const rows = groups.map(({ figures }) => VOLUME_FIGURES.map((id) => figures[id]))
  return {
    id: 'volumes',
    title: titleOf(both('受理申请', 'Requests accepted'), years),
    unit: both('件，新收加上年结转', 'requests, received and carried in'),
    basis: basisOf(result),
    figures: [ACCEPTED, RECEIVED, CARRIED_IN],
    notes: [...(spansForms(years) ? [CONTINUOUS_NOTE] : []), ...notesOfRows(rows, 'year')],
    source: WORDS.requestsTable,
    readings: volumeReadings(groups, { whole: ACCEPTED, received: RECEIVED, carried: CARRIED_IN }, told),
    table: {
      columns: [
        startColumn(WORDS.year),
        endColumn(WORDS.received),
        endColumn(WORDS.carriedIn),
        endColumn(WORDS.accepted),
        endColumn(WORDS.reports),
        endColumn(WORDS.missing),
      ],
      rows: groups.map((group) => [
        textCell(String(yearOf(group))),
        ...VOLUME_FIGURES.map((id) => figureCell(group.figures[id], 'count')),
        countCell(group.reports),
        countCell(group.missing),
      ]),
    },
    ...(told && { told: told.year }),
    heightAt: () => HEIGHT,
    option: (context) => draw(groups, asked, context),
    places: (context) => placesOf(groups, asked, context),
    native: [nativeOf(groups)],
  }
}

/** The stack stands only where the sum does, as in the drawing. */
function nativeOf(groups: readonly Group[]): NativeChart {
  const values = (id: string) =>
    groups.map(({ figures }) => (figures[ACCEPTED]?.value == null ? null : (figures[id]?.value ?? null)))
  return {
    kind: 'column',
    stacked: true,
    unit: 'count',
    categories: groups.map((group) =>
      markedLabel(
        yearLabel(group),
        VOLUME_FIGURES.map((id) => group.figures[id]),
      ),
    ),
    series: [
      { name: WORDS.carriedIn, colour: 'y2020', onColour: 'ink', values: values(CARRIED_IN) },
      { name: WORDS.received, colour: 'fill', values: values(RECEIVED) },
    ],
  }
}

/** Where the columns stand. */
function layoutOf(
  groups: readonly Group[],
  asked: number | null,
  sketch: Sketch,
  { language, width, height }: ChartContext,
) {
  const names = [WORDS.received[language], WORDS.carriedIn[language]]
  const values = asked === null ? [] : sideOf(groups, asked, language).map((text) => textWidth(text, sketch.px(12)))
  const side =
    sketch.px(14) + Math.max(...names.map((name) => textWidth(name, sketch.px(12))), ...values, sketch.px(34))
  const plot = { x: 0, y: sketch.px(40), width: width - side, height: height - sketch.px(40 + 42) }
  const step = plot.width / Math.max(1, groups.length)
  return { names, plot, step, barWidth: Math.min(step * 0.58, sketch.px(96)) }
}

/** What is written beside the last column of the two parts: its own numbers, or those of the year told, which is then named. */
function sideOf(groups: readonly Group[], asked: number | null, language: Language): string[] {
  const last = groups.at(-1)
  const of = groups.find((group) => yearOf(group) === asked) ?? last
  const named = of && of !== last ? `${String(yearOf(of))} ` : ''
  return [RECEIVED, CARRIED_IN].map((id) => named + valueText(of?.figures[id]?.value ?? null, 'count', language))
}

/** Columns from their totals to their years. */
function placesOf(groups: readonly Group[], asked: number | null, context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { plot, step } = layoutOf(groups, asked, sketch, context)
  const y = plot.y - sketch.px(22)
  return groups.map((group, at) => ({
    mark: { year: yearOf(group) },
    figure: ACCEPTED,
    box: { x: plot.x + step * at, y, width: step, height: context.height - y },
    sign: besideYear(sketch, plot.x + step * (at + 0.5), plot.y + plot.height + sketch.px(17)),
  }))
}

function draw(groups: readonly Group[], asked: number | null, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { names, plot, step, barWidth } = layoutOf(groups, asked, sketch, context)
  const base = plot.y + plot.height
  const totals = groups.map(({ figures }) => figures[ACCEPTED]?.value ?? null)
  const most = Math.max(1, ...totals.map((total) => total ?? 0))
  const yAt = (value: number): number => base - (value / most) * plot.height

  groups.forEach((group, at) => {
    const x = plot.x + step * (at + 0.5)
    const year = yearOf(group)
    const total = totals[at] ?? null
    sketch.text(x, base + sketch.px(17), String(year), { align: 'center', ...toneOfYear(year, asked) })
    if (group.missing > 0 && group.reports > 0)
      sketch.text(x, base + sketch.px(33), missingText(group.missing)[language], { align: 'center', colour: 'warning' })
    if (total === null) {
      const box = { x: x - barWidth / 2, y: base - sketch.px(26), width: barWidth, height: sketch.px(26) }
      const gap = group.reports === 0 ? 'missing' : gapOf(group.figures[ACCEPTED])
      if (gap === 'missing') sketch.framed(box)
      else if (isHatched(gap)) sketch.hatched(box)
      sketch.text(x, box.y - sketch.px(10), GAP_LABELS[gap][language], { align: 'center' })
      return
    }
    if (total === 0)
      sketch.box(
        { x: x - barWidth / 2, y: base - sketch.px(3), width: barWidth, height: sketch.px(3) },
        sketch.colour('fill'),
      )
    const text = valueText(total, 'count', language)
    sketch.text(x, yAt(total) - sketch.px(11), text, { size: 14, weight: 600, colour: 'ink', align: 'center' })
    if (rowInError(VOLUME_FIGURES.map((id) => group.figures[id])))
      sketch.errorMark(x + textWidth(text, sketch.px(14)) / 2 + sketch.px(3), yAt(total) - sketch.px(15))
  })

  const boundary = groups.findIndex((group, at) => at > 0 && crossesForm(groups[at - 1], group))
  if (boundary > 0) {
    const x = plot.x + step * boundary
    sketch.line(
      [
        [x, sketch.px(4)],
        [x, base],
      ],
      'control',
      1,
      [3, 3],
    )
    const room = plot.width - (x - plot.x) - sketch.px(6)
    const long = WORDS.newForm[language]
    const text =
      textWidth(long, sketch.px(12)) < room && context.width > sketch.px(480) ? long : WORDS.newFormShort[language]
    sketch.text(x + sketch.px(6), sketch.px(10), text, { colour: 'ink3' })
  }

  const last = groups.at(-1)
  const received = last?.figures[RECEIVED]?.value ?? null
  const carriedIn = last?.figures[CARRIED_IN]?.value ?? null
  const [receivedText = '', carriedText = ''] = sideOf(groups, asked, language)
  const sideX = plot.x + plot.width + sketch.px(2)
  if (received !== null && carriedIn !== null) {
    const middle = Math.min(yAt(carriedIn + received / 2), base - sketch.px(62))
    sketch.text(sideX, middle - sketch.px(8), WORDS.received[language], { colour: 'accent' })
    sketch.text(sideX, middle + sketch.px(8), receivedText, { colour: 'accent' })
    const low = Math.min(yAt(carriedIn / 2), base - sketch.px(20))
    sketch.text(sideX, low - sketch.px(1), WORDS.carriedIn[language], { colour: 'ink2' })
    sketch.text(sideX, low + sketch.px(15), carriedText, { colour: 'ink2' })
  }
  sketch.line(
    [
      [plot.x, base],
      [plot.x + plot.width, base],
    ],
    'rule',
  )

  const stack = (id: string, name: string, colour: string) => ({
    type: 'bar',
    stack: 'accepted',
    name,
    barWidth,
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    data: groups.map((group) => (group.figures[ACCEPTED]?.value == null ? null : (group.figures[id]?.value ?? null))),
  })
  return {
    ...baseOption(context),
    tooltip: {
      ...baseOption(context).tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex, seriesName, value }: { dataIndex: number; seriesName: string; value: number }) =>
        `${String(groups[dataIndex] ? yearOf(groups[dataIndex]) : '')}\n${seriesName} ${valueText(value, 'count', language)}`,
    },
    grid: gridOf(plot),
    xAxis: { type: 'category', data: groups.map((group) => String(yearOf(group))), ...BARE_AXIS },
    yAxis: { type: 'value', min: 0, max: most, ...BARE_AXIS },
    series: [
      stack(CARRIED_IN, names[1] ?? '', sketch.colour('y2020')),
      stack(RECEIVED, names[0] ?? '', sketch.colour('fill')),
    ],
    graphic: { elements: sketch.elements },
  }
}

/** Whether two neighbours on the axis stand on the two sides of the change of form. */
export function crossesForm(before: Group | undefined, after: Group): boolean {
  return before !== undefined && yearOf(before) < FIRST_YEAR_OF_2021_FORM && yearOf(after) >= FIRST_YEAR_OF_2021_FORM
}
