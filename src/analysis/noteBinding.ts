import type { Chart } from '../charts/chart'
import type { Mark } from '../charts/places'
import { figureKindOf } from './catalogue'
import { FILTER_PARAMS, readParams, writeParams } from './params'
import type { Params } from './params'
import { filtersOfQuestion } from './question'
import type { FigureQuestion, QuestionQuery } from './question'

/** A figure that a note may be bound to. */
export interface BindingFigure {
  readonly question: FigureQuestion
  readonly chart: Pick<Chart, 'figures' | 'basis'>
}

/**
 * The switches that make another figure of the same kind: what it measures, between which years, along what it takes that apart. All others change how the same is shown
 * (`as`, `mode`, `sort`, `least`, `every`) or its year, which is in the mark of a note. A switch that follows the data is told as what it came to.
 */
const TELLING: Readonly<Record<string, (figure: BindingFigure, asked: string) => string>> = {
  figure: ({ chart }, asked) => chart.figures[0] ?? asked,
  reasons: (_, asked) => asked,
  by: (_, asked) => asked,
  from: ({ chart }) => String(chart.basis.years[0] ?? ''),
}
/** Of kinds that look at one agency alone: the switches that say which, and among whom. */
const LOOKED_AT: Readonly<Record<string, readonly string[]>> = { peerRanking: ['on', 'peers'] }

/**
 * What binds a note to one figure of its kind, as texts by name: what is measured, and, where the note names no agency, of whom: the filter but for its years. An agency's own number
 * is the same whomever it stands among.
 */
export function bindingOf(figure: BindingFigure, mark: Mark): QuestionQuery {
  const { question } = figure
  const params: Params = figureKindOf(question.kind)?.params ?? {}
  const values = readParams(params, question.query)
  const looked = LOOKED_AT[question.kind] ?? []
  const switches = Object.entries(params).flatMap(([name, param]) => {
    const tell = TELLING[name]
    const asked = param.format(values[name])
    if (tell) return [[name, tell(figure, asked)] as const]
    return looked.includes(name) ? [[name, asked] as const] : []
  })
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
