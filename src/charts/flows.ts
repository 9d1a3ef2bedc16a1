import type { Group, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { basisOf, yearOf } from './basis'
import type { Chart } from './chart'
import { drawFlows } from './flowsDrawing'
import { FLOWS_HEIGHT, flowPlaces } from './flowsLayout'
import { FLOWS, flowFigure, footingsOf, handoversOf } from './flowYears'
import type { Flow } from './flowYears'
import { flowNotes, flowReadings } from './flowWords'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { CONTINUOUS_NOTE, notesOfRows, spansForms } from './notes'
import type { AgencyNames } from './ranked'
import { countCell, endColumn, figureCell, startColumn, statesOfAll, textCell } from './table'
import { both, titleOf, WORDS } from './words'

const ACCEPTED = 'requests.accepted.total'
const RATE = 'rate.settled'

/** Figures that the chart takes from its queries. */
export const FLOW_FIGURES: readonly string[] = [...FLOWS.map(flowFigure), ACCEPTED, RATE]

const NAMES: Readonly<Record<Flow, Label>> = {
  carriedIn: WORDS.carriedIn,
  received: WORDS.received,
  settled: both('办结', 'Settled'),
  carriedOut: both('结转下年', 'Carried over'),
}
const STOCK = both('结转', 'Carried over')

const figuresOf = ({ figures }: Group) => [...FLOWS.map((flow) => figures[flowFigure(flow)]), figures[RATE]]

/** 积压: what each year began with and received, what it settled and left; one year's rest is the next one's beginning. Takes results grouped by year, and by agency and year; `asked` is the year told, where one is asked for. */
export function flowsChart(
  byYear: QueryResult,
  byAgency: QueryResult,
  names: AgencyNames,
  asked: number | null = null,
): Chart {
  const { groups } = byYear
  const years = groups.map(yearOf)
  const footings = footingsOf(byAgency, years)
  const handovers = handoversOf(byYear, byAgency)
  const drawn = { groups, footings, handovers, names: NAMES, asked }
  return {
    id: 'flows',
    title: titleOf(both('申请的受理、办结与结转', 'Requests accepted, settled and carried over'), years),
    unit: both(
      '件；每年左柱为上年结转加新收，右柱为办结加结转下年',
      'requests; in each year, left column: carried in and received; right column: settled and carried over',
    ),
    basis: basisOf(byYear),
    figures: [...FLOWS.map(flowFigure), RATE],
    notes: [
      ...(spansForms(years) ? [CONTINUOUS_NOTE] : []),
      ...flowNotes(footings, handovers, names),
      ...notesOfRows(groups.map(figuresOf), 'year'),
    ],
    source: WORDS.requestsTable,
    readings: flowReadings(groups, footings, handovers, asked),
    table: {
      columns: [
        startColumn(WORDS.year),
        ...FLOWS.map((flow) => endColumn(NAMES[flow])),
        endColumn(WORDS.accepted),
        endColumn(both('受理减去向', 'Accepted minus settled and carried over')),
        endColumn(both('办结率', 'Settlement rate')),
        endColumn(WORDS.reports),
        endColumn(WORDS.missing),
      ],
      rows: groups.map((group, at) => [
        textCell(String(yearOf(group))),
        ...FLOWS.map((flow) => figureCell(group.figures[flowFigure(flow)], 'count')),
        figureCell(group.figures[ACCEPTED], 'count'),
        differenceCell(
          footings[at],
          FLOWS.map((flow) => group.figures[flowFigure(flow)]),
        ),
        figureCell(group.figures[RATE], 'ratio'),
        countCell(group.reports),
        countCell(group.missing),
      ]),
    },
    ...(asked !== null && { told: asked }),
    heightAt: () => FLOWS_HEIGHT,
    option: (context) => drawFlows(drawn, context),
    places: (context) => flowPlaces(drawn, context),
    native: [nativeOf(groups)],
    nativeUnit: both(
      '件；每年两柱：受理（上年结转加新收），去向（办结加结转下年）',
      'requests; two columns a year: accepted (carried in and received) and disposition (settled and carried over)',
    ),
  }
}

/** Of the agencies that have all four numbers. */
function differenceCell(
  footing: ReturnType<typeof footingsOf>[number] | undefined,
  figures: Parameters<typeof statesOfAll>[0],
) {
  if (!footing || footing.checked === 0)
    return { kind: 'number', value: null, unit: 'signedCount', gap: 'notComparable', signed: true } as const
  const value = footing.differing.reduce((sum, { by }) => sum + by, 0)
  return { kind: 'number', value, unit: 'signedCount', signed: true, ...statesOfAll(figures) } as const
}

/** Office programs have no pairs of stacks: each year has two categories. */
function nativeOf(groups: readonly Group[]): NativeChart {
  const sides = groups.flatMap((group) => [
    { group, carried: 'carriedIn', moved: 'received' } as const,
    { group, carried: 'carriedOut', moved: 'settled' } as const,
  ])
  const value = ({ group, carried, moved }: (typeof sides)[number], flow: Flow): number | null => {
    const [stock, other] = [carried, moved].map((of) => group.figures[flowFigure(of)]?.value)
    return stock == null || other == null ? null : (group.figures[flowFigure(flow)]?.value ?? null)
  }
  const only = (moved: 'received' | 'settled') =>
    sides.map((side) => (side.moved === moved ? value(side, moved) : null))
  return {
    kind: 'column',
    stacked: true,
    unit: 'count',
    categories: sides.map(({ group, carried, moved }) =>
      markedLabel(
        moved === 'received'
          ? both(`${String(yearOf(group))} 受理`, `${String(yearOf(group))} in`)
          : both(`${String(yearOf(group))} 去向`, `${String(yearOf(group))} out`),
        [carried, moved].map((flow) => group.figures[flowFigure(flow)]),
      ),
    ),
    series: [
      { name: STOCK, colour: 'y2020', onColour: 'ink', values: sides.map((side) => value(side, side.carried)) },
      { name: WORDS.received, colour: 'fill', values: only('received') },
      { name: NAMES.settled, colour: 'peer', onColour: 'ink', values: only('settled') },
    ],
  }
}
