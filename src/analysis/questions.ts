import type { Label } from '../form/version'
import type { FigureKind } from './figure'
import { compare, histogram, multiples, slope } from './figures/compare'
import { disputePath } from './figures/disputePath'
import { disputes } from './figures/disputes'
import { flows } from './figures/flows'
import { peerRanking } from './figures/peerRanking'
import { ranking } from './figures/ranking'
import { reasons } from './figures/reasons'
import { sankey } from './figures/sankey'
import { applicants, outcomes } from './figures/shares'
import { correctionTrend, outcomeTrend, settledTrend } from './figures/trend'
import { volumes } from './figures/volumes'
import { waterfall } from './figures/waterfall'
import type { FigureQuestion, QuestionQuery } from './question'
import { QUESTION_NAMES } from './questionNames'
import type { QuestionId } from './questionNames'
import type { SwitchValues } from './switches'

/** A figure on the page of a question. */
export interface PageFigure {
  readonly kind: FigureKind
  /** Switches that stand on it whatever the page's are. */
  readonly fixed?: Partial<SwitchValues>
}

/** What people ask, and the figures that answer: the first leads, the others explain it. */
export interface QuestionPage {
  readonly id: QuestionId
  /** As people ask it. */
  readonly name: Label
  readonly initials: Partial<SwitchValues>
  readonly figures: readonly [PageFigure, ...PageFigure[]]
}

export const QUESTION_PAGES: readonly QuestionPage[] = [
  {
    id: 'volumes',
    name: QUESTION_NAMES.volumes,
    initials: { figure: 'requests.received.total' },
    figures: [{ kind: volumes }, { kind: waterfall }, { kind: ranking }, { kind: slope }, { kind: multiples }],
  },
  {
    id: 'outcomes',
    name: QUESTION_NAMES.outcomes,
    initials: { figure: 'rate.granted' },
    figures: [
      { kind: outcomes },
      { kind: outcomeTrend },
      { kind: ranking },
      { kind: slope },
      { kind: waterfall, fixed: { by: 'outcome' } },
      { kind: multiples },
    ],
  },
  {
    id: 'reasons',
    name: QUESTION_NAMES.reasons,
    initials: { figure: 'rate.refused' },
    figures: [{ kind: reasons }, { kind: ranking }, { kind: histogram }, { kind: slope }],
  },
  {
    id: 'applicants',
    name: QUESTION_NAMES.applicants,
    initials: { figure: 'rate.natural' },
    figures: [{ kind: applicants }, { kind: sankey }, { kind: ranking }],
  },
  {
    id: 'disputes',
    name: QUESTION_NAMES.disputes,
    initials: { figure: 'disputes.total' },
    figures: [{ kind: disputes }, { kind: disputePath }, { kind: correctionTrend }, { kind: ranking }],
  },
  {
    id: 'outliers',
    name: QUESTION_NAMES.outliers,
    initials: {},
    figures: [{ kind: peerRanking }, { kind: histogram }, { kind: ranking }, { kind: slope }, { kind: multiples }],
  },
  {
    id: 'backlog',
    name: QUESTION_NAMES.backlog,
    initials: { figure: 'requests.carriedOut.total' },
    figures: [{ kind: flows }, { kind: settledTrend }, { kind: ranking }, { kind: waterfall }, { kind: multiples }],
  },
]

export const questionPageOf = (id: string): QuestionPage | undefined => QUESTION_PAGES.find((page) => page.id === id)

/** The switches that a page begins with. */
export const initialsOf = (id: QuestionId): Partial<SwitchValues> => questionPageOf(id)?.initials ?? {}

/** The page of a figure, as the router takes it: the one that asks its question with its filter and switches. */
export function pageOfQuestion({ kind, query }: FigureQuestion): {
  readonly name: string
  readonly params?: { readonly question: string }
  readonly query: QuestionQuery
} {
  if (kind === compare.id) return { name: 'compare', query }
  const page =
    QUESTION_PAGES.find(({ figures }) => figures[0].kind.id === kind) ??
    QUESTION_PAGES.find(({ figures }) => figures.some((one) => one.kind.id === kind))
  return page ? { name: 'question', params: { question: page.id }, query } : { name: 'overview', query }
}
