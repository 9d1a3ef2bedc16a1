import type { Figure, QueryResult } from '../cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_COLUMNS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import { plainSum } from '../form/plainSum'
import { APPLICANTS, OUTCOMES, REQUEST_COLUMN_LABELS } from '../form/requests'
import type { Outcome } from '../form/requests'
import type { Label } from '../form/version'
import { basisOfYear, groupOfYear } from './basis'
import type { Chart, ChartNote } from './chart'
import { notesOfRows } from './notes'
import { drawSankey, SANKEY_DISPUTES, sankeyPlaces } from './sankeyDrawing'
import { endFigure, endLabel, ENDS, sankeyOf } from './sankeyFlows'
import type { End, Sankey } from './sankeyFlows'
import { sankeyHeight } from './sankeyLayout'
import { wholeNotes } from './sankeyWholes'
import { blankNotes, differsNote, sankeyReadings } from './sankeyWords'
import { endColumn, figureCell, startColumn, statesOfAll, textCell } from './table'
import type { ChartTable, TableCell, TableNumber } from './table'
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
    'Disputes come from table 4, which has them by year and result. The form does not say which requests they concern, or of which year, so they are shown apart.',
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
      '件；受理为新收加上年结转，各项结果的百分比占办结',
      'requests; accepted: received and carried in; percentages of outcomes are of settled',
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

/** What has a share of all settled as the form's indicators define it. */
const isOutcome = (row: (typeof ROWS)[number]): row is Outcome => (OUTCOMES as readonly string[]).includes(row)

/** Outcomes by applicant as the form has them, with what they add up to beside what it prints; then disputes, which have no applicant. */
function tableOf({ group }: Sankey): ChartTable {
  const names = { accepted: WORDS.accepted, settled: WORDS.settled }
  const label = (row: (typeof ROWS)[number]): Label =>
    row === 'accepted' || row === 'settled' ? names[row] : endLabel(row)
  const none: TableNumber = { kind: 'number', value: null, unit: 'count', gap: 'notOnForm' }
  const noShare: TableNumber = { kind: 'number', value: null, unit: 'ratio', gap: 'notOwed' }
  return {
    columns: [
      startColumn(both('项目', 'Item')),
      ...APPLICANTS.map((applicant) => endColumn(REQUEST_COLUMN_LABELS[applicant].short)),
      endColumn(both('各类相加', 'Sum of applicants')),
      endColumn(WORDS.total),
      endColumn(both('占办结', 'Share of settled')),
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
              isOutcome(row) ? figureCell(group.figures[`rate.${row}`], 'ratio') : noShare,
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
              noShare,
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
