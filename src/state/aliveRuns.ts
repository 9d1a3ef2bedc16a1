import type { AliveRuns } from '@/store/queueLease'
import { lockedRuns } from '@/workers/runLocks'

/** Runs whose page has closed: the one thing that a page can still write for others to read while it goes. */
const KEY = 'gouji.import.gone'
const MOST = 20

/** What can be known of which imports have a page that takes care of them. */
export async function aliveRuns(): Promise<AliveRuns> {
  return { asked: Date.now(), locked: await lockedRuns(), gone: new Set(goneRuns()) }
}

/** Says that the page of a run goes, or has come back from where the browser keeps pages for the back button. */
export function sayGone(run: string, gone: boolean): void {
  const others = goneRuns().filter((other) => other !== run)
  try {
    localStorage.setItem(KEY, JSON.stringify(gone ? [...others, run].slice(-MOST) : others))
  } catch (error) {
    // Storage that is forbidden or full: others learn it by the silence.
    if (!(error instanceof DOMException)) throw error
  }
}

function goneRuns(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((run): run is string => typeof run === 'string') : []
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error
    return []
  }
}
