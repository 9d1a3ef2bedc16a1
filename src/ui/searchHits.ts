import type { RouteLocationRaw } from 'vue-router'
import { INDICATORS } from '@/form/indicators'
import { MEASURES } from '@/form/measures'
import type { Agency } from '@/register/agency'
import type { Language } from '@/report/wording'
import type { MessageKey } from './i18n'
import { namesOf } from './agencies/agencyNames'
import { nameMatches } from './nameMatch'
import { ALL_PAGES } from './navigation'

export const HIT_KINDS = ['agencies', 'figures', 'pages'] as const
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

const FIGURES = [...INDICATORS, ...MEASURES]

/**
 * Agencies, figures and pages that what was typed finds, at most eight of each. An agency leads to its reports, a figure to its definition; one that is not found by its
 * name says by which of its other names. `agencies` are those found by `useNameSearch`.
 */
export function searchHits(
  typed: string,
  agencies: readonly Agency[],
  language: Language,
  t: (key: MessageKey) => string,
): SearchHit[] {
  if (typed.trim() === '') return []
  const pages = firstMatching(ALL_PAGES, (page) => nameMatches(typed, t(page.title), page.name))
  const figures = FIGURES.filter(({ id, label }) => nameMatches(typed, label.zh, label.en, id))
    // The shorter a name that holds what was typed, the more of it was meant.
    .sort((one, other) => one.label[language].length - other.label[language].length)
    .slice(0, MOST_OF_A_KIND)
  return [
    ...agencies.slice(0, MOST_OF_A_KIND).map((agency): SearchHit => {
      const { id, name, region } = agency
      const other = nameMatches(typed, name) ? undefined : namesOf(agency).find((one) => nameMatches(typed, one))
      const hint = [other ?? '', region].filter((word) => word !== '').join(' · ')
      return { key: `agency ${id}`, kind: 'agencies', text: name, hint, to: { name: 'reports', query: { q: name } } }
    }),
    ...figures.map(({ id, label }): SearchHit => ({
      key: `figure ${id}`,
      kind: 'figures',
      text: label[language],
      hint: id,
      to: { name: 'definitions', query: { f: id } },
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
