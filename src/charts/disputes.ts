import type { Group, QueryResult } from '../cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_RESULTS } from '../form/disputes'
import { DISPUTE_SERIES } from '../form/measures'
import { basisOf, yearLabel, yearOf } from './basis'
import type { Chart } from './chart'
import { disputesHeight, disputesPlaces, drawDisputes, figuresOf, PANELS } from './disputesDrawing'
import type { Panel } from './disputesDrawing'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { notesOfRows } from './notes'
import { RESULT_FILLS } from './sets'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { disputeReadings } from './readings'
import { both, titleOf, WORDS } from './words'

/** Figures that the chart takes from its query. */
export const DISPUTE_FIGURES: readonly string[] = PANELS.flatMap((panel) => [
  `${panel}.total`,
  ...DISPUTE_RESULTS.map((result) => `${panel}.${result}`),
])
/** Reviews and lawsuits by year and result, side by side on one scale. Takes a result grouped by year; `asked` is the year told, where one is asked for. */
export function disputesChart(result: QueryResult, asked: number | null = null): Chart {
  const { groups } = result
  return {
    id: 'disputes',
    title: titleOf(both('复议与诉讼结果', 'Reviews and lawsuits by result'), groups.map(yearOf)),
    unit: WORDS.cases,
    basis: basisOf(result),
    figures: ['disputes.total', ...DISPUTE_FIGURES],
    notes: notesOfRows(
      groups.map((group) => PANELS.flatMap((panel) => figuresOf(group, panel))),
      'year',
    ),
    source: WORDS.disputesTable,
    readings: disputeReadings(
      groups,
      PANELS.map((panel) => ({
        name: DISPUTE_SERIES[panel],
        figure: (group, result) => group.figures[`${panel}.${result}`],
      })),
      DISPUTE_RESULTS.map((id) => ({
        id,
        label: both(DISPUTE_COLUMN_LABELS[id].zh, DISPUTE_COLUMN_LABELS[id].fieldEn),
      })),
      asked,
    ),
    table: {
      columns: [
        startColumn(WORDS.year),
        ...PANELS.flatMap((panel) =>
          [...DISPUTE_RESULTS, 'total' as const].map((column) =>
            endColumn(
              both(
                `${DISPUTE_SERIES[panel].zh}·${DISPUTE_COLUMN_LABELS[column].zh}`,
                `${DISPUTE_SERIES[panel].en}: ${DISPUTE_COLUMN_LABELS[column].fieldEn}`,
              ),
            ),
          ),
        ),
      ],
      rows: groups.map((group) => [
        textCell(String(yearOf(group))),
        ...PANELS.flatMap((panel) => figuresOf(group, panel).map((figure) => figureCell(figure, 'count'))),
      ]),
    },
    ...(asked !== null && { told: asked }),
    heightAt: disputesHeight,
    option: (context) => drawDisputes(groups, context, asked),
    places: (context) => disputesPlaces(groups, context),
    native: PANELS.map((panel) => nativeOf(groups, panel)),
  }
}

function nativeOf(groups: readonly Group[], panel: Panel): NativeChart {
  return {
    kind: 'column',
    stacked: true,
    unit: 'count',
    title: DISPUTE_SERIES[panel],
    categories: groups.map((group) => markedLabel(yearLabel(group), figuresOf(group, panel))),
    series: DISPUTE_RESULTS.map((result) => ({
      name: both(DISPUTE_COLUMN_LABELS[result].zh, DISPUTE_COLUMN_LABELS[result].fieldEn),
      colour: RESULT_FILLS[result],
      values: groups.map(({ figures }) => figures[`${panel}.${result}`]?.value ?? null),
    })),
  }
}
