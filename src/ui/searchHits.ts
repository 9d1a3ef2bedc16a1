import type { RouteLocationRaw } from 'vue-router'
import { QUESTION_NAMES } from '@/analysis/questionNames'
import { INDICATORS } from '@/form/indicators'
import { MEASURES } from '@/form/measures'
import type { Agency } from '@/register/agency'
import type { Language } from '@/report/wording'
import type { DocumentRow } from '@/store/rows'
import type { MessageKey } from './i18n'
import { namesOf } from './agencies/agencyNames'
import { nameMatches } from './nameMatch'
import { ALL_PAGES } from './navigation'

export const HIT_KINDS = ['agencies', 'documents', 'figures', 'pages'] as const
export interface SearchHit {
  readonly key: string
  readonly kind: (typeof HIT_KINDS)[number]
  readonly text: string
  readonly hint: string
  readonly to: RouteLocationRaw
}

const MOST_OF_A_KIND = 8

function firstMatching<T>(items: readonly T[], matches: (item: T) => boolean): T[] {
  const found: T[] = []
  for (const item of items) {
    if (found.length === MOST_OF_A_KIND) break
    if (matches(item)) found.push(item)
  }
  return found
}

/** What the search goes through besides the figures and pages of the program. */
export interface Searched {
  /** Those found by `useNameSearch`. */
  readonly agencies: readonly Agency[]
  /** The name of any agency by its id. */
  readonly nameOf: (id: string) => string | undefined
  /** Documents that are kept without numbers: of before 2019, and scans. */
  readonly documents: readonly DocumentRow[]
}

const QUESTIONS = Object.entries(QUESTION_NAMES).map(([id, name]) => ({ id, name }))
const FIGURES = [...INDICATORS, ...MEASURES]

/**
 * Agencies, documents, figures and pages (those of questions among them) that what was typed finds, at most eight of each. An agency leads to its reports, a figure to its definition; one that is not found by its
 * name says by which of its other names.
 */
export function searchHits(
  typed: string,
  { agencies, nameOf, documents }: Searched,
  language: Language,
  t: (key: MessageKey) => string,
): SearchHit[] {
  if (typed.trim() === '') return []
  const pages = firstMatching(ALL_PAGES, (page) => nameMatches(typed, t(page.title), page.name))
  const questions = firstMatching(QUESTIONS, ({ id, name }) => nameMatches(typed, name.zh, name.en, id))
  const figures = FIGURES.filter(({ id, label }) => nameMatches(typed, label.zh, label.en, id))
    // The shorter a name that holds what was typed, the more of it was meant.
    .sort((one, other) => one.label[language].length - other.label[language].length)
    .slice(0, MOST_OF_A_KIND)
  const whoseOf = ({ agency, readAgency }: DocumentRow): string =>
    (agency === null ? null : nameOf(agency)) ?? readAgency ?? ''
  const kept = firstMatching(documents, (row) =>
    nameMatches(typed, whoseOf(row), row.title ?? '', row.source.file, String(row.year ?? '')),
  )
  return [
    ...agencies.slice(0, MOST_OF_A_KIND).map((agency): SearchHit => {
      const { id, name, region } = agency
      const other = nameMatches(typed, name) ? undefined : namesOf(agency).find((one) => nameMatches(typed, one))
      const hint = [other ?? '', region].filter((word) => word !== '').join(' · ')
      return { key: `agency ${id}`, kind: 'agencies', text: name, hint, to: { name: 'reports', query: { q: name } } }
    }),
    ...kept.map((row): SearchHit => ({
      key: `document ${row.id}`,
      kind: 'documents',
      text: [whoseOf(row) || (row.title ?? row.source.file), row.year ?? ''].join(' ').trim(),
      hint: t(row.kind === 'scan' ? 'filling.mark' : 'documents.mark'),
      to: { name: 'document', params: { id: row.id } },
    })),
    ...figures.map(({ id, label }): SearchHit => ({
      key: `figure ${id}`,
      kind: 'figures',
      text: label[language],
      hint: id,
      to: { name: 'definitions', query: { f: id } },
    })),
    ...questions.map(({ id, name }): SearchHit => ({
      key: `question ${id}`,
      kind: 'pages',
      text: name[language],
      hint: '',
      to: { name: 'question', params: { question: id } },
    })),
    ...pages.map((page): SearchHit => ({
      key: `page ${page.name}`,
      kind: 'pages',
      text: t(page.title),
      hint: '',
      to: { name: page.name },
    })),
  ]
}
