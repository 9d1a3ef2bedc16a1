import type { ImportResult } from '@/workers/importApi'

/** The number is that of the results' form: what an older program left is not read. */
const KEY = 'gouji.import.1'

/** Keeps what an import said for this tab's lifetime, so that a reload does not lose which files gave no report and why. */
export function rememberResults(results: readonly ImportResult[]): void {
  try {
    if (results.length === 0) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(results))
  } catch (error) {
    // Storage that is forbidden or full: the list lasts as long as the page.
    if (!(error instanceof DOMException)) throw error
  }
}

/** What `rememberResults` kept; nothing where there is none. */
export function recallResults(): readonly ImportResult[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? (kept as readonly ImportResult[]) : []
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error
    return []
  }
}
