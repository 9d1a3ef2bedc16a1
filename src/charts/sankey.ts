import type { Figure, QueryResult } from '../cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_COLUMNS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import { plainSum } from '../form/plainSum'
import { APPLICANTS, OUTCOMES, REQUEST_COLUMN_LABELS } from '../form/requests'
import type { Label } from '../form/version'
import { basisOfYear, groupOfYear } from './basis'
import type { Chart, ChartNote } from './chart'
import { notesOfRows } from './notes'
import { numberText, valueLabel } from './numbers'
import { NO_REPORTS } from './readings'
import { drawSankey, SANKEY_DISPUTES, sankeyPlaces } from './sankeyDrawing'
import { endFigure, endLabel, ENDS, sankeyOf } from './sankeyFlows'
import type { End, Sankey, SankeyFlow, SankeyNode } from './sankeyFlows'
import { sankeyHeight } from './sankeyLayout'
import { wholeNotes } from './sankeyWholes'
import { endColumn, figureCell, startColumn, statesOfAll, textCell } from './table'
import type { ChartTable, TableCell, TableNumber } from './table'
import { tiedNames } from './ties'
import { both, titleOf, WORDS } from './words'

const ROWS = ['accepted', ...ENDS.slice(0, -1), 'settled', 'carriedOut'] as const satisfies readonly (
  End | 'accepted' | 'settled'
)[]

const DISPUTE_FIGURES: readonly string[] = SANKEY_DISPUTES.flatMap((dispute) =>
  DISPUTE_COLUMNS.map((column) => `${dispute}.${column}`),
)

/** Figures that the chart takes from its query. */
export const SANKEY_FIGURES: readonly string[] = [
  ...ROWS.flatMap((row) => [...APPLICANTS, 'total' as const].map((column) => endFigure(row, column))),
  ...OUTCOMES.map((outcome) => `rate.${outcome}`),
  ...DISPUTE_FIGURES,
]

/** The form counts disputes by year and result, not by request. */
const UNLINKED: ChartNote = {
  tone: 'plain',
  text: both(
    '争议出自表四，按年份和结果填报；年报不说明是对哪一年、哪一件申请的，所以单列，不与申请相连。',
    'Disputes are of table 4, by year and result. The form does not say which requests, or of which year, they are about: they stand apart.',
  ),
}

/** Requests of one year from applicant to outcome. Takes a result grouped by year. */
export function sankeyChart(result: QueryResult, year: number): Chart {
  const group = groupOfYear(result, year)
  const sankey = sankeyOf(group, year)
  const totals = [...sankey.applicants, ...sankey.ends]
  return {
    id: 'sankey',
    title: titleOf(both('从申请人到办理结果', 'From applicant to outcome'), [year]),
    unit: both(
      '件；受理为新收加上年结转，百分比占办结',
      'requests; accepted: received and carried in; percent of settled',
    ),
    basis: basisOfYear(result, year),
    figures: [
      'requests.accepted.total',
      ...ENDS.map((end) => endFigure(end, 'total')),
      ...SANKEY_DISPUTES.map((dispute) => `${dispute}.total`),
    ],
    notes: group
      ? [
          ...blankNotes(sankey.flows),
          ...totals.filter(({ differs }) => differs).map(differsNote),
          ...wholeNotes(group),
          ...notesOfRows(
            [
              ...[...sankey.flows, ...totals].map(({ figure }) => [figure]),
              ...DISPUTE_FIGURES.map((id) => [group.figures[id]]),
            ],
            'figure',
          ),
          UNLINKED,
        ]
      : [],
    source: WORDS.manyTables,
    readings: sankeyReadings(sankey),
    table: tableOf(sankey),
    heightAt: sankeyHeight,
    option: (context) => drawSankey(sankey, context),
    places: (context) => sankeyPlaces(sankey, context),
  }
}

const blanksOf = (flows: readonly SankeyFlow[]): number => flows.filter(({ value }) => value === null).length

function blankNotes(flows: readonly SankeyFlow[]): ChartNote[] {
  const blanks = blanksOf(flows)
  if (blanks === 0) return []
  return [
    {
      tone: 'plain',
      text: both(
        `${String(blanks)} 条流向没有数（空白、未读出或无此表），未画；空白不当作 0。`,
        `${String(blanks)} ${blanks === 1 ? 'flow has' : 'flows have'} no number (blank, unreadable or without the table) and ${blanks === 1 ? 'is' : 'are'} not drawn; blanks are not read as 0.`,
      ),
    },
  ]
}

const differsNote = ({ label, parts, printed }: SankeyNode): ChartNote => ({
  tone: 'error',
  text: both(
    `${label.zh}：各流向相加为 ${numberText(parts, 'zh')}，报表所印为 ${numberText(printed ?? 0, 'zh')}，两数并存。`,
    `${label.en}: the flows add to ${numberText(parts, 'en')}, printed is ${numberText(printed ?? 0, 'en')}; both stand.`,
  ),
})

/** What came of all, the largest flow with its share, and what most of each kind of applicant met with. */
function sankeyReadings({ year, group, flows, applicants, ends }: Sankey): Label[] {
  if (!group || group.reports === 0) return [NO_REPORTS]
  const total = (row: 'accepted' | 'settled' | 'carriedOut') => group.figures[endFigure(row, 'total')]
  const said = (row: 'accepted' | 'settled' | 'carriedOut') => valueLabel(total(row)?.value ?? null, 'count')
  const [accepted, settled, carriedOut] = [said('accepted'), said('settled'), said('carriedOut')]
  const readings = [
    both(
      `${String(year)} 年受理 ${accepted.zh} 件，办结 ${settled.zh} 件，结转下年 ${carriedOut.zh} 件。`,
      `${String(year)}: ${accepted.en} accepted, ${settled.en} settled, ${carriedOut.en} carried over.`,
    ),
  ]
  const nameOf = (nodes: readonly SankeyNode[], key: string): Label =>
    nodes.find((node) => node.key === key)?.label ?? both(key, key)
  const drawn = [...flows]
    .filter(({ value }) => (value ?? 0) > 0)
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0))
  const first = drawn[0]
  const isWhole = flows.every(({ value, figure }) => value !== null && figure?.reports === group.reports)
  if (first) {
    const as = drawn.filter(({ value }) => value === first.value)
    const which = tiedNames(
      as.map(({ applicant, end }) => {
        const [from, to] = [nameOf(applicants, applicant), nameOf(ends, end)]
        return both(`${from.zh}→${to.zh}`, `${from.en} → ${to.en}`)
      }),
    )
    const count = valueLabel(first.value, 'count')
    const of = total('accepted')
    const share =
      isWhole && of?.value != null && of.value > 0 && of.reports === group.reports
        ? valueLabel((first.value ?? 0) / of.value, 'ratio')
        : null
    readings.push(
      both(
        `最多的一路是${which.zh}，${as.length > 1 ? '各 ' : ''}${count.zh} 件${share ? `，占受理的 ${share.zh}` : ''}。`,
        `The largest flow is ${which.en}: ${count.en}${as.length > 1 ? ' each' : ''}${share ? `, ${share.en} of all accepted` : ''}.`,
      ),
    )
  }
  const most = isWhole ? mostOfEach(flows, applicants, ends) : []
  if (most.length > 1)
    readings.push(
      both(
        `各类申请人最多的去向：${most.map(({ zh }) => zh).join('，')}。`,
        `Most of each: ${most.map(({ en }) => en).join(', ')}.`,
      ),
    )
  const blanks = blanksOf(flows)
  if (blanks > 0)
    readings.push(
      both(
        `有 ${String(blanks)} 条流向没有数，不算占比。`,
        `${String(blanks)} ${blanks === 1 ? 'flow has' : 'flows have'} no number, so no shares are taken.`,
      ),
    )
  const differing = [...applicants, ...ends].filter(({ differs }) => differs).length + wholeNotes(group).length
  if (differing > 0)
    readings.push(
      both(
        `${String(differing)} 处各部分相加与所印总数不等，见注。`,
        `In ${String(differing)} ${differing === 1 ? 'place' : 'places'} the parts do not add to the printed total; see the notes.`,
      ),
    )
  return readings
}

/** The largest end of each kind of applicant; none where two are as large. */
function mostOfEach(
  flows: readonly SankeyFlow[],
  applicants: readonly SankeyNode[],
  ends: readonly SankeyNode[],
): Label[] {
  return applicants.flatMap((applicant) => {
    const [first, second] = flows
      .filter((flow) => flow.applicant === applicant.key)
      .sort((one, other) => (other.value ?? 0) - (one.value ?? 0))
    const end = ends.find(({ key }) => key === first?.end)
    if (!first || !end || (first.value ?? 0) === 0 || first.value === second?.value) return []
    const count = valueLabel(first.value, 'count')
    return [
      both(
        `${applicant.label.zh} ${end.label.zh}（${count.zh} 件）`,
        `${applicant.label.en}: ${end.label.en.toLowerCase()} (${count.en})`,
      ),
    ]
  })
}

/** Outcomes by applicant as the form has them, with what they add up to beside what it prints; then disputes, which have no applicant. */
function tableOf({ group }: Sankey): ChartTable {
  const names = { accepted: WORDS.accepted, settled: WORDS.settled }
  const label = (row: (typeof ROWS)[number]): Label =>
    row === 'accepted' || row === 'settled' ? names[row] : endLabel(row)
  const none: TableNumber = { kind: 'number', value: null, unit: 'count', gap: 'notOnForm' }
  return {
    columns: [
      startColumn(both('项目', 'Item')),
      ...APPLICANTS.map((applicant) => endColumn(REQUEST_COLUMN_LABELS[applicant].short)),
      endColumn(both('各类相加', 'Sum of applicants')),
      endColumn(WORDS.total),
    ],
    rows: group
      ? [
          ...ROWS.map((row): TableCell[] => {
            const cells = APPLICANTS.map((applicant) => figureCell(group.figures[endFigure(row, applicant)], 'count'))
            return [
              textCell(label(row).zh, label(row).en),
              ...cells,
              sumCell(
                cells,
                APPLICANTS.map((applicant) => group.figures[endFigure(row, applicant)]),
              ),
              figureCell(group.figures[endFigure(row, 'total')], 'count'),
            ]
          }),
          ...SANKEY_DISPUTES.flatMap((dispute) =>
            DISPUTE_COLUMNS.map((column): TableCell[] => [
              textCell(
                `${DISPUTE_SERIES[dispute].zh}·${DISPUTE_COLUMN_LABELS[column].zh}`,
                `${DISPUTE_SERIES[dispute].en}: ${DISPUTE_COLUMN_LABELS[column].fieldEn}`,
              ),
              ...APPLICANTS.map(() => none),
              none,
              figureCell(group.figures[`${dispute}.${column}`], 'count'),
            ]),
          ),
        ]
      : [],
  }
}

function sumCell(cells: readonly TableNumber[], figures: readonly (Figure | undefined)[]): TableNumber {
  const known = cells.flatMap(({ value }) => value ?? [])
  return known.length === cells.length
    ? { kind: 'number', value: plainSum(known), unit: 'count', ...statesOfAll(figures) }
    : { kind: 'number', value: null, unit: 'count', gap: 'blank' }
}
