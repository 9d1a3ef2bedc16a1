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
import { fewBeside } from './readingN'
import { NO_REPORTS } from './readings'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { both, titleOf, WORDS } from './words'

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
    'The form does not say of which year the requests are that reviews and lawsuits are about: the rates set two tables of one year side by side, and do not say how many of its requests were disputed.',
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
      both('从办结到复议、诉讼，与纠错率', 'From settled requests to reviews and lawsuits, and how often corrected'),
      groups.map(yearOf),
    ),
    unit: both(
      `${String(year)} 年件数与占办结的百分比；各年纠错率，n 为审结数，n < ${String(leastN)} 空心`,
      `cases in ${String(year)} and percent of settled; correction rates by year, n closed cases, hollow where n < ${String(leastN)}`,
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
              `Rates with n < ${String(leastN)} are not drawn here; see the table that goes with it.`,
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
      `两者相加 ${numberText(sum, 'zh')} 件，与行政诉讼 ${numberText(all, 'zh')} 件不等：缺其中一数的年报计入所有的一数，不计入合计；各率的 n 也因此不同。`,
      `Together they are ${numberText(sum, 'en')}, not ${numberText(all, 'en')}: a report that lacks one of the two counts with the other and in no total, so that the n of the rates differ, too.`,
    ),
  ]
}

/** The last year's counts with their rates, and its correction rates, each with n. */
function pathReadings(group: Group, leastN: number): Label[] {
  const { figures } = group
  const year = String(yearOf(group))
  const count = (id: string): Label => valueLabel(figures[id]?.value ?? null, 'count')
  const share = (id: string): Label => valueLabel(figures[id]?.value ?? null, 'ratio')
  const rate = (id: string): Label => {
    const few = fewBeside([figures[id]], 'ratio')
    return both(share(id).zh + few.zh, share(id).en + few.en)
  }
  const n = (id: string): Label => valueLabel(figures[id]?.denominator ?? null, 'count')
  const small = CORRECTIONS.filter(
    ({ rate }) => figures[rate]?.value != null && !isFirm(figures[rate], 'ratio', leastN),
  )
  const known = CORRECTIONS.filter(({ rate }) => figures[rate]?.value != null)
  const said = known.map(({ rate, label }) =>
    both(
      `${label.zh} ${share(rate).zh}（n ${n(rate).zh}）`,
      `${label.en.toLowerCase()} ${share(rate).en} (n ${n(rate).en})`,
    ),
  )
  return [
    both(
      `${year} 年办结申请 ${count(SETTLED).zh} 件；同年行政复议 ${count('review.total').zh} 件，复议率 ${rate('rate.review').zh}；行政诉讼 ${count('litigation.total').zh} 件，诉讼率 ${rate('rate.litigation').zh}。`,
      `${year}: ${count(SETTLED).en} requests settled; in the same year ${count('review.total').en} reviews (review rate ${rate('rate.review').en}) and ${count('litigation.total').en} lawsuits (litigation rate ${rate('rate.litigation').en}).`,
    ),
    both(
      `诉讼中未经复议直接起诉 ${count('litigation.direct.total').zh} 件，复议后起诉 ${count('litigation.afterReview.total').zh} 件。`,
      `Of the lawsuits ${count('litigation.direct.total').en} came without a review, ${count('litigation.afterReview.total').en} after one.`,
    ),
    ...partReadings(group),
    said.length === 0
      ? CORRECTIONS.every(({ rate }) => figures[rate]?.denominator === 0)
        ? both('没有已审结的案件，没有纠错率。', 'No case is closed, so there is no correction rate.')
        : both('数不全，没有纠错率。', 'Numbers are wanting, so there is no correction rate.')
      : both(`纠错率：${said.map(({ zh }) => zh).join('，')}。`, `Corrected: ${said.map(({ en }) => en).join(', ')}.`),
    ...(small.length > 0
      ? [
          both(
            `其中 ${String(small.length)} 项的 n 小于 ${String(leastN)}，不宜比较。`,
            `${String(small.length)} of these ${small.length === 1 ? 'has' : 'have'} an n below ${String(leastN)}, too few to compare.`,
          ),
        ]
      : []),
  ]
}
