import type { Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { basisOf, groupOfYear, yearLabel, yearOf } from './basis'
import type { Chart, ChartNote } from './chart'
import { isFirm } from './comparison'
import { drawDisputePath, disputePathHeight, disputePathPlaces } from './disputePathDrawing'
import { CORRECTIONS, PATH, SETTLED } from './disputeSteps'
import { firmValue, markedLabel } from './native'
import type { NativeChart } from './native'
import { CONTINUOUS_NOTE, notesOfRows, spansForms } from './notes'
import { numberText, valueLabel } from './numbers'
import { labelOfFigure } from './ranked'
import { firmText } from './rateChange'
import { NO_REPORTS } from './readings'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { both, lowered, titleOf, WORDS } from './words'

/** Figures that the chart takes from its query. */
export const DISPUTE_PATH_FIGURES: readonly string[] = [
  ...PATH.flatMap(({ id, rate }) => (rate === undefined ? [id] : [id, rate])),
  ...CORRECTIONS.map(({ rate }) => rate),
]

/** Nothing in the form ties a dispute to a request. */
const NOT_OF_THE_YEAR: ChartNote = {
  tone: 'plain',
  text: both(
    '年报不说明复议、诉讼是对哪一年的申请提起的；比率是两表同年之数相除，不是当年申请引起争议的比例。',
    'The form does not say which year’s requests the reviews and lawsuits concern. The rates divide figures of two tables for the same year; they are not the share of that year’s requests that were disputed.',
  ),
}

/** From settled requests to reviews and lawsuits in the year asked for, else the last with reports, and how often each kind was corrected year by year. Takes a result grouped by year. */
export function disputePathChart(result: QueryResult, leastN: number, asked: number | null = null): Chart {
  const { groups } = result
  const some = groups.filter(({ reports }) => reports > 0)
  const last = some.find((group) => yearOf(group) === asked) ?? some.at(-1)
  const shown = last ?? groups.at(-1)
  const year = shown ? yearOf(shown) : 0
  const drawn = { groups, year, group: groupOfYear(result, year), leastN }
  return {
    id: 'dispute-path',
    title: titleOf(
      both('从办结到复议、诉讼，与纠错率', 'From settled requests to reviews and lawsuits, and correction rates'),
      groups.map(yearOf),
    ),
    unit: both(
      `${year === 0 ? '' : `${String(year)} 年`}件数与占办结的百分比；各年纠错率，n 为审结数，n < ${String(leastN)} 空心`,
      `cases${year === 0 ? '' : ` in ${String(year)}`} and percent of settled; correction rates by year, n = closed cases, hollow where n < ${String(leastN)}`,
    ),
    basis: basisOf(result),
    figures: DISPUTE_PATH_FIGURES,
    notes: [
      NOT_OF_THE_YEAR,
      ...(spansForms(groups.map(yearOf)) ? [CONTINUOUS_NOTE] : []),
      ...notesOfRows(
        groups.map(({ figures }) => DISPUTE_PATH_FIGURES.map((id) => figures[id])),
        'year',
      ),
    ],
    source: WORDS.manyTables,
    readings: last ? pathReadings(last, leastN) : [NO_REPORTS],
    table: {
      columns: [
        startColumn(WORDS.year),
        ...PATH.flatMap(({ label, rate }) => [
          endColumn(label),
          ...(rate === undefined ? [] : [endColumn(labelOfFigure(rate))]),
        ]),
        ...CORRECTIONS.map(({ rate }) => endColumn(labelOfFigure(rate))),
      ],
      rows: groups.map(({ key, figures }) => [
        textCell(String(key.year)),
        ...PATH.flatMap(({ id, rate }) => [
          figureCell(figures[id], 'count'),
          ...(rate === undefined ? [] : [figureCell(figures[rate], 'ratio')]),
        ]),
        ...CORRECTIONS.map(({ rate }) => figureCell(figures[rate], 'ratio')),
      ]),
    },
    ...(asked !== null && { told: asked }),
    heightAt: disputePathHeight,
    option: (context) => drawDisputePath(drawn, context),
    places: (context) => disputePathPlaces(drawn, context),
    native: nativesOf(groups, leastN),
    nativeUnit: both('件数与纠错率', 'cases and correction rates'),
  }
}

function nativesOf(groups: readonly Group[], leastN: number): NativeChart[] {
  const counted = PATH.filter(({ id }) => id !== SETTLED && id !== 'litigation.total')
  const categories = (ids: readonly string[]): Label[] =>
    groups.map((group) =>
      markedLabel(
        yearLabel(group),
        ids.map((id) => group.figures[id]),
      ),
    )
  // One that has no rate on enough cases would be a name in the legend without a line.
  const rates = CORRECTIONS.map(({ rate, label, colour }) => ({
    name: label,
    colour,
    values: groups.map(({ figures }) => firmValue(figures[rate], 'ratio', leastN)),
  })).filter(({ values }) => values.some((value) => value !== null))
  return [
    {
      kind: 'column',
      stacked: false,
      unit: 'count',
      title: both('复议与诉讼', 'Reviews and lawsuits'),
      categories: categories(counted.map(({ id }) => id)),
      series: counted.map(({ id, label }, at) => ({
        name: label,
        colour: CORRECTIONS[at]?.colour ?? 'accent',
        values: groups.map(({ figures }) => figures[id]?.value ?? null),
      })),
    },
    // Without a rate on enough cases there is nothing to draw; the table has them all.
    ...(rates.length > 0
      ? [
          {
            kind: 'line' as const,
            stacked: false,
            unit: 'ratio' as const,
            title: both('纠错率', 'Correction rate'),
            categories: categories(CORRECTIONS.map(({ rate }) => rate)),
            series: rates,
            note: both(
              `这张图不画 n < ${String(leastN)} 的数，见所附的表。`,
              `Rates with n < ${String(leastN)} are not drawn here; see the attached table.`,
            ),
          },
        ]
      : []),
  ]
}

/** That the two kinds of lawsuits do not add up to all, where a report lacks one of them and so is in no total. */
function partReadings({ figures }: Group): Label[] {
  const [direct, after, all] = ['litigation.direct.total', 'litigation.afterReview.total', 'litigation.total'].map(
    (id) => figures[id]?.value ?? null,
  )
  if (direct == null || after == null || all == null || direct + after === all) return []
  const sum = direct + after
  return [
    both(
      `两项相加 ${numberText(sum, 'zh')} 件，与行政诉讼 ${numberText(all, 'zh')} 件不等：缺其中一项的年报，有数的一项仍计入，合计则不计入；各率的 n 也因此不同。`,
      `Together they are ${numberText(sum, 'en')}, not ${numberText(all, 'en')}: a report that has only one of the two is counted there but not in the total; the n of the rates differ for the same reason.`,
    ),
  ]
}

/** The last year's counts with their rates, and its correction rates, each with n. */
function pathReadings(group: Group, leastN: number): Label[] {
  const { figures } = group
  const year = String(yearOf(group))
  const count = (id: string): Label => valueLabel(figures[id]?.value ?? null, 'count')
  const rateOf = (id: 'rate.review' | 'rate.litigation'): Label => {
    const figure = figures[id]
    if (figure?.value == null) return both('', '')
    const [name, value] = [labelOfFigure(id), firmText(figure, 'ratio', leastN)]
    return both(`，${name.zh} ${value.zh}`, `, ${lowered(name.en)} ${value.en}`)
  }
  const known = CORRECTIONS.flatMap(({ rate, label }) => {
    const figure = figures[rate]
    return figure?.value == null ? [] : [{ figure, label }]
  })
  const small = known.filter(({ figure }) => !isFirm(figure, 'ratio', leastN))
  const said = known.map(({ figure, label }) => {
    const value = firmText(figure, 'ratio', leastN)
    return both(`${label.zh} ${value.zh}`, `${lowered(label.en)} ${value.en}`)
  })
  return [
    both(
      `${year} 年办结申请 ${count(SETTLED).zh} 件；同年行政复议 ${count('review.total').zh} 件${rateOf('rate.review').zh}；行政诉讼 ${count('litigation.total').zh} 件${rateOf('rate.litigation').zh}。`,
      `Settled in ${year}: ${count(SETTLED).en}. In the same year, reviews: ${count('review.total').en}${rateOf('rate.review').en}; lawsuits: ${count('litigation.total').en}${rateOf('rate.litigation').en}.`,
    ),
    both(
      `行政诉讼中，未经复议直接起诉 ${count('litigation.direct.total').zh} 件，复议后起诉 ${count('litigation.afterReview.total').zh} 件。`,
      `Lawsuits brought without a review: ${count('litigation.direct.total').en}; after a review: ${count('litigation.afterReview.total').en}.`,
    ),
    ...partReadings(group),
    said.length === 0
      ? CORRECTIONS.every(({ rate }) => figures[rate]?.denominator === 0)
        ? both('没有已审结的案件，不算纠错率。', 'No case has been closed, so there is no correction rate.')
        : both('数不全，不算纠错率。', 'The figures are incomplete, so there is no correction rate.')
      : both(
          `纠错率：${said.map(({ zh }) => zh).join('，')}。`,
          `Correction rates: ${said.map(({ en }) => en).join(', ')}.`,
        ),
    ...(small.length > 0
      ? [
          both(
            `其中 ${String(small.length)} 项 n 不足 ${String(leastN)}，不宜比较。`,
            `${String(small.length)} of these ${small.length === 1 ? 'has' : 'have'} an n below ${String(leastN)}, too small to compare.`,
          ),
        ]
      : []),
  ]
}
