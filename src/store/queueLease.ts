import type { QueueRunRow } from './rows'

/** Milliseconds between two signs of life of a run, and of silence after which its page is taken for gone. */
export const BEAT = 3000
export const SILENCE = 15_000

/** Runs whose page is known to be there or gone; what it says of none is told by their signs of life alone. */
export interface AliveRuns {
  /** Runs that held a Web Lock when it was asked; `null` where the browser has no such locks (plain http). */
  readonly locked: ReadonlySet<string> | null
  /** When it was asked, by `Date.now()`: of a run that began or beat after that, locks say nothing. */
  readonly asked: number
  /** Runs whose page said when it closed that it goes. */
  readonly gone: ReadonlySet<string>
}

/** Whether nobody takes care of a run any more. */
export function isLeft({ id, beat }: QueueRunRow, now: number, { locked, asked, gone }: AliveRuns): boolean {
  if (beat === 0 || gone.has(id)) return true
  if (locked && beat < asked) return !locked.has(id)
  // A clock that was set back makes a beat of the future; a page that lives beats again soon.
  return Math.abs(now - beat) >= SILENCE
}
