/** What is asked, as an address holds it: the filter and the switches as texts, defaults left out (`params.ts`). */
export type QuestionQuery = Readonly<Record<string, string>>

/** A figure as the question that it answers: all that is needed to ask it again, of these data or of others. */
export interface FigureQuestion {
  /** Id in the catalogue of figures. */
  readonly kind: string
  readonly query: QuestionQuery
}
