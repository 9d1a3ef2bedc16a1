import type { Figure, Group } from '../cube/query'
import { plainSum } from '../form/plainSum'
import { APPLICANTS, OUTCOMES, OUTCOME_LABELS, REQUEST_COLUMN_LABELS } from '../form/requests'
import type { Applicant, Outcome } from '../form/requests'
import type { Label } from '../form/version'
import type { FillName } from './colours'
import { APPLICANT_FILLS, OUTCOME_FILLS } from './sets'
import { both } from './words'

/** What becomes of a request within the year: an outcome, or the next year. */
export const ENDS = [...OUTCOMES, 'carriedOut'] as const
export type End = Outcome | 'carriedOut'

/** Carried over has the colour that it has on every chart. */
const END_FILLS: Readonly<Record<End, FillName>> = { ...OUTCOME_FILLS, carriedOut: 'y2020' }
export const endLabel = (end: End): Label =>
  end === 'carriedOut' ? both('结转下年', 'Carried over') : OUTCOME_LABELS[end]

export const endFigure = (end: End | 'accepted' | 'settled', column: Applicant | 'total'): string =>
  `requests.${end}.${column}`

/** One column of table 三 within one row: as many requests of these applicants ended so. */
export interface SankeyFlow {
  readonly applicant: Applicant
  readonly end: End
  readonly figure: Figure | undefined
  /** `null` is a blank, which is not drawn. */
  readonly value: number | null
}

/** Who applied, or what became of it: as large as the form prints it. */
export interface SankeyNode<Key extends string = string> {
  readonly key: Key
  readonly label: Label
  readonly fill: FillName
  readonly figure: Figure | undefined
  readonly printed: number | null
  /** What its flows add up to, blanks left out. */
  readonly parts: number
  /** Printed and summed from the same reports, and not the same. */
  readonly differs: boolean
}

export interface Sankey {
  readonly year: number
  readonly group: Group | undefined
  readonly applicants: readonly SankeyNode<Applicant>[]
  readonly ends: readonly SankeyNode<End>[]
  readonly flows: readonly SankeyFlow[]
}

/** Table 三 of one year from applicant to outcome. */
export function sankeyOf(group: Group | undefined, year: number): Sankey {
  const figureOf = (id: string): Figure | undefined => group?.figures[id]
  const flows = APPLICANTS.flatMap((applicant) =>
    ENDS.map((end): SankeyFlow => {
      const figure = figureOf(endFigure(end, applicant))
      return { applicant, end, figure, value: figure?.value ?? null }
    }),
  )
  const node = <Key extends string>(
    key: Key,
    label: Label,
    fill: FillName,
    id: string,
    own: readonly SankeyFlow[],
  ): SankeyNode<Key> => {
    const figure = figureOf(id)
    const parts = plainSum(own.flatMap(({ value }) => value ?? []))
    const printed = figure?.value ?? null
    const sameReports = own.every((flow) => flow.value !== null && flow.figure?.reports === figure?.reports)
    return { key, label, fill, figure, printed, parts, differs: sameReports && printed !== null && printed !== parts }
  }
  return {
    year,
    group,
    flows,
    applicants: APPLICANTS.map((applicant) =>
      node(
        applicant,
        REQUEST_COLUMN_LABELS[applicant].short,
        APPLICANT_FILLS[applicant],
        endFigure('accepted', applicant),
        flows.filter((flow) => flow.applicant === applicant),
      ),
    ),
    ends: ENDS.map((end) =>
      node(
        end,
        endLabel(end),
        END_FILLS[end],
        endFigure(end, 'total'),
        flows.filter((flow) => flow.end === end),
      ),
    ),
  }
}
