import type { MessageKey } from './i18n'

export type PageName =
  | 'overview'
  | 'compare'
  | 'deck'
  | 'import'
  | 'coverage'
  | 'reports'
  | 'checks'
  | 'totals'
  | 'definitions'
  | 'agencies'
  | 'settings'

export interface PageLink {
  readonly name: PageName
  readonly title: MessageKey
  /** Pages that share the filter keep it when one goes to the other. */
  readonly keepsFilter?: true
}

const PAGES: Readonly<Record<PageName, PageLink>> = {
  overview: { name: 'overview', title: 'overview.title', keepsFilter: true },
  compare: { name: 'compare', title: 'compare.title', keepsFilter: true },
  deck: { name: 'deck', title: 'deck.title' },
  import: { name: 'import', title: 'import.title' },
  coverage: { name: 'coverage', title: 'coverage.title', keepsFilter: true },
  reports: { name: 'reports', title: 'reports.title' },
  checks: { name: 'checks', title: 'checks.title' },
  totals: { name: 'totals', title: 'totals.title' },
  definitions: { name: 'definitions', title: 'definitions.title' },
  agencies: { name: 'agencies', title: 'agencies.title' },
  settings: { name: 'settings', title: 'settings.title' },
}

/** The rail, in the order of the work: bring in and read, check and sum, look, look up and keep. */
export const RAIL: readonly (readonly PageLink[])[] = [
  [PAGES.import, PAGES.coverage, PAGES.reports],
  [PAGES.checks, PAGES.totals],
  [PAGES.overview, PAGES.compare, PAGES.deck],
  [PAGES.definitions, PAGES.agencies, PAGES.settings],
]

/** The phone's bottom bar, and what stands behind its fifth word. */
export const BOTTOM_BAR: readonly PageLink[] = [PAGES.overview, PAGES.compare, PAGES.reports, PAGES.import]
export const BOTTOM_MORE: readonly PageLink[] = [
  PAGES.deck,
  PAGES.coverage,
  PAGES.checks,
  PAGES.totals,
  PAGES.definitions,
  PAGES.agencies,
  PAGES.settings,
]

/** Every page that the search can find. */
export const ALL_PAGES: readonly PageLink[] = RAIL.flat()
