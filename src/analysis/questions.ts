import type { Label } from '../form/version'
import type { FigureKind } from './figure'
import { compare } from './figures/compare'
import { disputes } from './figures/disputes'
import { ranking } from './figures/ranking'
import { reasons } from './figures/reasons'
import { applicants, outcomes } from './figures/shares'
import { volumes } from './figures/volumes'
import type { FigureQuestion, QuestionQuery } from './question'
import type { SwitchValues } from './switches'

/** A figure on the page of a question. */
export interface PageFigure {
  readonly kind: FigureKind
  /** Switches that stand on it whatever the page's are. */
  readonly fixed?: Partial<SwitchValues>
}

/** What people ask, and the figures that answer: the first leads, the others explain it. */
export interface QuestionPage {
  readonly id: string
  /** As people ask it. */
  readonly name: Label
  readonly initials: Partial<SwitchValues>
  readonly figures: readonly [PageFigure, ...PageFigure[]]
}

export const QUESTION_PAGES: readonly QuestionPage[] = [
  {
    id: 'volumes',
    name: { zh: '多少', en: 'How many' },
    initials: { figure: 'requests.accepted.total' },
    figures: [{ kind: volumes }, { kind: ranking }, { kind: compare, fixed: { mode: 'lines' } }],
  },
  {
    id: 'outcomes',
    name: { zh: '结果如何', en: 'With what outcome' },
    initials: { figure: 'rate.granted' },
    figures: [{ kind: outcomes }, { kind: ranking }, { kind: compare, fixed: { mode: 'lines' } }],
  },
  {
    id: 'reasons',
    name: { zh: '为什么不公开', en: 'Why not disclosed' },
    initials: { figure: 'rate.refused' },
    figures: [{ kind: reasons }, { kind: ranking }],
  },
  {
    id: 'applicants',
    name: { zh: '谁在申请', en: 'Who applies' },
    initials: { figure: 'rate.natural' },
    figures: [{ kind: applicants }, { kind: ranking }],
  },
  {
    id: 'disputes',
    name: { zh: '争议如何', en: 'What is disputed' },
    initials: { figure: 'disputes.total' },
    figures: [{ kind: disputes }, { kind: ranking }],
  },
  {
    id: 'outliers',
    name: { zh: '谁特殊', en: 'Who stands out' },
    initials: {},
    figures: [
      { kind: ranking, fixed: { every: true } },
      { kind: compare, fixed: { mode: 'lines' } },
    ],
  },
  {
    id: 'backlog',
    name: { zh: '积压', en: 'Backlog' },
    initials: { figure: 'rate.settled' },
    figures: [{ kind: volumes }, { kind: ranking }],
  },
]

export const questionPageOf = (id: string): QuestionPage | undefined => QUESTION_PAGES.find((page) => page.id === id)

/** The page of a figure, as the router takes it: the one that asks its question with its filter and switches. */
export function pageOfQuestion({ kind, query }: FigureQuestion): {
  readonly name: string
  readonly params?: { readonly question: string }
  readonly query: QuestionQuery
} {
  if (kind === compare.id) return { name: 'compare', query }
  const page = QUESTION_PAGES.find(({ figures }) => figures[0].kind.id === kind)
  return page ? { name: 'question', params: { question: page.id }, query } : { name: 'overview', query }
}
