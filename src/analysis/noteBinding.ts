import type { Chart } from '../charts/chart'
import type { Mark } from '../charts/places'
import { FILTER_PARAMS, writeParams } from './params'
import type { Param } from './params'
import { filtersOfQuestion } from './question'
import type { FigureQuestion, QuestionQuery } from './question'
import { SWITCHES } from './switches'

/** A figure that a note may be bound to. */
export interface BindingFigure {
  readonly question: FigureQuestion
  readonly chart: Pick<Chart, 'figures' | 'basis'>
}

type Telling = 'figure' | 'reasons' | 'by' | 'from' | 'on' | 'peers'

/**
 * By kind, the switches that make another figure of it: what it measures, between which years, along what it takes that apart, whom it looks at. All others change how the same is
 * shown (`as`, `mode`, `sort`, `least`, `every`, and `from` where that is not what the figure lies between) or its year, which is in the mark of a note. Not read from the catalogue: the overview loads few of its kinds.
 */
export const TELLING: Readonly<Record<string, readonly Telling[]>> = {
  reasons: ['reasons'],
  ranking: ['figure'],
  compare: ['figure'],
  multiples: ['figure'],
  histogram: ['figure'],
  slope: ['figure', 'from'],
  waterfall: ['figure', 'from', 'by'],
  peerRanking: ['figure', 'on', 'peers'],
}

/** Switches that follow the data, as what they came to. */
function toldOf(name: Telling, { chart, question }: BindingFigure): string {
  if (name === 'figure') return chart.figures[0] ?? ''
  if (name === 'from') return String(chart.basis.years[0] ?? '')
  const param: Param<unknown> = SWITCHES[name]
  const asked = question.query[name]
  return param.format(asked === undefined ? param.initial : param.parse(asked))
}

/**
 * What binds a note to one figure of its kind, as texts by name: what is measured, and, where the note names no agency, of whom: the filter but for its years. An agency's own number
 * is the same whomever it stands among.
 */
export function bindingOf(figure: BindingFigure, mark: Mark): QuestionQuery {
  const { question } = figure
  const switches = (TELLING[question.kind] ?? []).map((name) => [name, toldOf(name, figure)] as const)
  const among =
    mark.agency === undefined ? writeParams(FILTER_PARAMS, { ...filtersOfQuestion(question), years: [] }) : {}
  return { ...among, ...Object.fromEntries(switches) }
}

/** Whether two bindings name the same figure; lists that an address holds in another order are the same. */
export function sameBinding(one: QuestionQuery, other: QuestionQuery): boolean {
  const told = (query: QuestionQuery): string =>
    JSON.stringify(
      Object.entries(query)
        .map(([name, text]) => [name, text.split(',').sort().join(',')])
        .sort(),
    )
  return told(one) === told(other)
}
