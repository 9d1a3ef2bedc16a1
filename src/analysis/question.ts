import type { FigureKind } from './figure'
import type { FilterValues } from './filter'
import { FILTER_PARAMS, readParams, writeParams } from './params'
import type { Params, ValuesOf } from './params'

/** What is asked, as an address holds it: the filter and the switches as texts, defaults left out (`params.ts`). */
export type QuestionQuery = Readonly<Record<string, string>>

/** A figure as the question that it answers: all that is needed to ask it again, of these data or of others. */
export interface FigureQuestion {
  /** Id in the catalogue of figures. */
  readonly kind: string
  readonly query: QuestionQuery
}

/** The question of a figure as it stands with a filter and switches, of which it takes its own. */
export function questionOf<P extends Params>(
  { id, params }: Pick<FigureKind<P>, 'id' | 'params'>,
  filters: FilterValues,
  switches: ValuesOf<P>,
): FigureQuestion {
  return { kind: id, query: { ...writeParams(FILTER_PARAMS, filters), ...writeParams(params, switches) } }
}

/** The filter of a question, for its words. */
export const filtersOfQuestion = ({ query }: FigureQuestion): FilterValues => readParams(FILTER_PARAMS, query)
