import type { RouteLocationNormalizedLoaded, RouteLocationRaw } from 'vue-router'
import type { SavedView } from '@/analysis/kept'

const QUESTION = 'question'
/** Pages whose whole state is in their address, and so can be kept under a name. */
const KEPT_PAGES: ReadonlySet<string> = new Set(['overview', QUESTION, 'compare', 'coverage', 'checks', 'reports'])

/** The present page as a view; `null` where there is nothing to keep. */
export function viewHere({
  name,
  params,
  query,
}: Pick<RouteLocationNormalizedLoaded, 'name' | 'params' | 'query'>): Pick<SavedView, 'page' | 'query'> | null {
  const page = String(name)
  if (!KEPT_PAGES.has(page)) return null
  const texts = Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
  return {
    page: page === QUESTION ? `${QUESTION}/${String(params[QUESTION])}` : page,
    query: Object.fromEntries(texts) as Record<string, string>,
  }
}

/** Where a view is; the overview for a page that this version does not have. */
export function addressOfView({ page, query }: Pick<SavedView, 'page' | 'query'>): RouteLocationRaw {
  const [name = '', question = ''] = page.split('/')
  if (!KEPT_PAGES.has(name)) return { name: 'overview' }
  return { name, query: { ...query }, ...(name === QUESTION && { params: { question } }) }
}
