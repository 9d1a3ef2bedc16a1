import type { ImportResult } from '@/workers/importApi'

/** The number is that of the results' form: what an older program left is not read. */
const KEY = 'gouji.import.2.'

/**
 * What an import said, kept for this tab's lifetime, so that a reload or a crash does not lose which files gave no report and why. Results are added in
 * pieces as they come: thousands written at once would hold the page.
 */
export class ImportMemory {
  #pieces = 0

  /** What was kept; nothing where there is none. */
  recall(): readonly ImportResult[] {
    const results: ImportResult[] = []
    for (this.#pieces = 0; ; this.#pieces++) {
      const piece = read(this.#pieces)
      if (piece === null) return results
      results.push(...piece)
    }
  }

  add(results: readonly ImportResult[]): void {
    if (results.length > 0 && attempt(() => sessionStorage.setItem(name(this.#pieces), JSON.stringify(results))))
      this.#pieces++
  }

  /** Keeps these instead of what was kept. */
  replace(results: readonly ImportResult[]): void {
    while (this.#pieces > 0) attempt(() => sessionStorage.removeItem(name(--this.#pieces)))
    this.add(results)
  }
}

function name(piece: number): string {
  return `${KEY}${String(piece)}`
}

function read(piece: number): readonly ImportResult[] | null {
  let found: readonly ImportResult[] | null = null
  attempt(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name(piece)) ?? 'null')
    if (Array.isArray(kept)) found = kept as readonly ImportResult[]
  })
  return found
}

/** False where storage is forbidden, full or spoilt: the list lasts as long as the page. */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error
    return false
  }
}
