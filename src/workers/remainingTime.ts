import { isArchiveName } from './parseFile'

/** What a file costs, in milliseconds of one parser, before anything is measured: most formats, PDFs, archives. */
const GUESSES = {
  plain: { file: 4, megabyte: 60 },
  pdf: { file: 120, megabyte: 500 },
  archive: { file: 5, megabyte: 700 },
} as const
type Kind = keyof typeof GUESSES

const KINDS = Object.keys(GUESSES) as Kind[]
/** Milliseconds of work that the guess is worth against what is measured. */
const TRUST = 400
/** Milliseconds of running before a time is told at all. */
const SETTLING = 2000
/** Milliseconds in which what is told comes up to what is found, so that it does not jump. */
const CALM = 6000

interface Tally {
  left: number
  done: number
  /** Milliseconds that parsers took for what is done. */
  busy: number
}

/**
 * How much of an import is done and how long the rest may take. A file counts by its kind and size; how right that guess is, is learned for each kind as
 * it goes, and so is how many parsers' worth of work is done in a second. Times are of a clock that may be any.
 */
export class RemainingTime {
  readonly #tallies: Record<Kind, Tally> = {
    plain: { left: 0, done: 0, busy: 0 },
    pdf: { left: 0, done: 0, busy: 0 },
    archive: { left: 0, done: 0, busy: 0 },
  }
  #running = 0
  #since: number | null = null
  #told: { readonly left: number; readonly at: number } | null = null

  /** The clock runs, or stands still while the import is held. */
  runs(running: boolean, now: number): void {
    if (this.#since !== null) this.#running += now - this.#since
    this.#since = running ? now : null
    this.#told = null
  }

  given(path: string, size: number): void {
    this.#tallies[kindOf(path)].left += guess(path, size)
  }

  /** A part of a file is done, 0 to 1 of it; it took a parser so many milliseconds. */
  did(path: string, size: number, part: number, busy: number): void {
    const tally = this.#tallies[kindOf(path)]
    const work = guess(path, size) * part
    tally.left = Math.max(0, tally.left - work)
    tally.done += work
    tally.busy += busy
  }

  /** Share of the work that is done, 0 to 1. */
  get share(): number {
    const done = KINDS.reduce((sum, kind) => sum + this.#tallies[kind].done * this.#factor(kind), 0)
    const all = done + this.#workLeft()
    return all === 0 ? 0 : done / all
  }

  /** Milliseconds that the rest may take; `null` until that can be told. */
  left(now: number): number | null {
    const running = this.#running + (this.#since === null ? 0 : now - this.#since)
    const busy = this.#sum('busy')
    if (running < SETTLING || busy === 0) return null
    const found = (this.#workLeft() * running) / busy
    const told = this.#told
    const left = told === null ? found : calmed(told.left - (now - told.at), found, now - told.at)
    this.#told = { left, at: now }
    return left
  }

  #workLeft(): number {
    return KINDS.reduce((sum, kind) => sum + this.#tallies[kind].left * this.#factor(kind), 0)
  }

  /** How many times the guess a kind of file really takes; as many as files in general do, until some of its own are measured. */
  #factor(kind: Kind): number {
    const { done, busy } = this.#tallies[kind]
    const all = this.#sum('done')
    const overall = all === 0 ? 1 : this.#sum('busy') / all
    return (busy + TRUST * overall) / (done + TRUST)
  }

  #sum(what: keyof Tally): number {
    return KINDS.reduce((sum, kind) => sum + this.#tallies[kind][what], 0)
  }
}

/** Comes down with the clock and towards what is found. */
function calmed(expected: number, found: number, passed: number): number {
  const weight = 1 - Math.exp(-passed / CALM)
  return Math.max(0, expected + (found - expected) * weight)
}

function kindOf(path: string): Kind {
  if (isArchiveName(path)) return 'archive'
  return /\.pdf$/iu.test(path) ? 'pdf' : 'plain'
}

function guess(path: string, size: number): number {
  const { file, megabyte } = GUESSES[kindOf(path)]
  return file + (megabyte * size) / (1024 * 1024)
}
