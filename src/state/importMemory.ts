import type { ImportResult, ImportSummary } from '@/workers/importApi'

/** The number is that of what is kept: what an older program left is not read. */
const KEY = 'gouji.import.4.'
const LAST = `${KEY}last`

/** Results of one import of this visit, numbered from 1. */
export interface RememberedRun {
  readonly run: number
  readonly results: readonly ImportResult[]
}

/**
 * What the imports of a visit said, kept for this tab's lifetime, so that a reload or a crash does not lose which files gave no report and why. Results
 * are added in pieces as they come: thousands written at once would hold the page.
 */
export class ImportMemory {
  #pieces = 0

  /** What was kept; nothing where there is none. */
  recall(): readonly RememberedRun[] {
    const runs: RememberedRun[] = []
    for (this.#pieces = 0; ; this.#pieces++) {
      const piece = read(name(this.#pieces), isRun)
      if (piece === null) return runs
      runs.push(piece)
    }
  }

  add(piece: RememberedRun): void {
    if (piece.results.length > 0 && attempt(() => write(name(this.#pieces), piece))) this.#pieces++
  }

  /** Keeps these instead of what was kept. */
  replace(runs: readonly RememberedRun[]): void {
    while (this.#pieces > 0) attempt(() => sessionStorage.removeItem(name(--this.#pieces)))
    for (const piece of runs) this.add(piece)
  }

  /** How the last import ended; `null` where none did. */
  get last(): ImportSummary | null {
    return read(LAST, isSummary)
  }

  set last(summary: ImportSummary | null) {
    attempt(() => write(LAST, summary))
  }
}

function name(piece: number): string {
  return `${KEY}${String(piece)}`
}

function write(key: string, value: RememberedRun | ImportSummary | null): void {
  sessionStorage.setItem(key, JSON.stringify(value))
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isRun(value: unknown): value is RememberedRun {
  return isObject(value) && 'run' in value && 'results' in value && Array.isArray(value.results)
}

function isSummary(value: unknown): value is ImportSummary {
  return isObject(value) && 'done' in value && 'of' in value && 'cancelled' in value && 'stopped' in value
}

function read<T>(key: string, is: (value: unknown) => value is T): T | null {
  let found: T | null = null
  attempt(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (is(kept)) found = kept
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
