import type { ParseEnd, ParseEvent, ParseJob } from './parseApi'

/** A job whose bytes are fetched when a parser takes it. */
export type PoolJob = Omit<ParseJob, 'source'>
export type LoadSource = () => ParseJob['source'] | Promise<ParseJob['source']>

/** A parse worker as the pool sees it. */
export interface Parser {
  /** Whether it has ever given a sign of life: one that has not did not start, and no document is to blame. */
  readonly started: boolean
  /** Rejects where the parser has ended, or ends before the job does. */
  parse(job: PoolJob, load: LoadSource, onEvent: (event: ParseEvent) => void, signal: AbortSignal): Promise<ParseEnd>
  proceed(id: number, upTo: number): void
  end(): void
}

/** How a job went: to its end, or lost with its parser. */
export type JobOutcome =
  | { readonly kind: 'ended'; readonly end: ParseEnd }
  /** The parser crashed or fell silent at this job; `at` is the document it was reading. */
  | { readonly kind: 'lost'; readonly why: 'crashed' | 'silent'; readonly at: { index: number; path: string } }
  /** The parser was lost at another job; this one was not begun. */
  | { readonly kind: 'bounced' }

interface Running {
  readonly job: PoolJob
  readonly solitary: boolean
  at: { index: number; path: string } | null
  /** Waits for leave to go on, and so is silent. */
  waiting: boolean
  /** Its parser was lost while it was at another job. */
  bounced: boolean
}

interface Slot {
  parser: Parser | null
  running: Running[]
  lastSign: number
  lost: 'silent' | null
}

/** Jobs that a parser has at once: the bytes of the second are fetched while the first is read. */
const DEPTH = 2

/**
 * Parsers that take jobs side by side. One that crashes, or gives no sign of life for too long, costs the document it was at and is replaced.
 */
export class ParserPool {
  readonly #slots: Slot[]
  readonly #start: () => Parser
  readonly #silence: number
  readonly #now: () => number

  /** `silence`: milliseconds without a sign of life after which a parser is taken for hung. */
  constructor(size: number, start: () => Parser, silence: number, now: () => number = () => performance.now()) {
    this.#slots = Array.from({ length: size }, () => ({ parser: null, running: [], lastSign: 0, lost: null }))
    this.#start = start
    this.#silence = silence
    this.#now = now
  }

  get size(): number {
    return this.#slots.length
  }

  /** Whether a job would be taken now. `solitary`: one that is long, before and behind which none shall wait. */
  hasRoom(solitary: boolean): boolean {
    return this.#slotFor(solitary) !== undefined
  }

  /** Runs a job; call where `hasRoom`. */
  async run(
    job: PoolJob,
    load: LoadSource,
    solitary: boolean,
    onEvent: (event: ParseEvent) => void,
    signal: AbortSignal,
  ): Promise<JobOutcome> {
    const slot = this.#slotFor(solitary)
    if (!slot) throw new Error('no parser is free')
    slot.parser ??= this.#start()
    const { parser } = slot
    const running: Running = { job, solitary, at: null, waiting: false, bounced: false }
    if (slot.running.length === 0) slot.lastSign = this.#now()
    slot.running.push(running)
    const hear = (event: ParseEvent): void => {
      if (slot.parser !== parser) return
      slot.lastSign = this.#now()
      running.waiting = event.kind === 'waiting'
      if (event.kind === 'at') running.at = { index: event.index, path: event.path }
      onEvent(event)
    }
    try {
      const end = await parser.parse(job, load, hear, signal)
      slot.lastSign = this.#now()
      return { kind: 'ended', end }
    } catch {
      return this.#lose(slot, parser, running)
    } finally {
      slot.running = slot.running.filter((other) => other !== running)
    }
  }

  /** Documents of a job before `upTo` may be read. */
  proceed(id: number, upTo: number): void {
    for (const slot of this.#slots) {
      const found = slot.running.find(({ job }) => job.id === id)
      if (!found) continue
      found.waiting = false
      slot.lastSign = this.#now()
      slot.parser?.proceed(id, upTo)
    }
  }

  /** Ends parsers that have been silent for too long. Call now and then. */
  check(): void {
    for (const slot of this.#slots) {
      const [first] = slot.running
      if (!first || first.waiting || !slot.parser) continue
      if (this.#now() - slot.lastSign < this.#silence) continue
      slot.lost = 'silent'
      slot.parser.end()
    }
  }

  end(): void {
    for (const slot of this.#slots) {
      slot.parser?.end()
      slot.parser = null
    }
  }

  #slotFor(solitary: boolean): Slot | undefined {
    const idle = this.#slots.find(({ running }) => running.length === 0)
    if (idle || solitary) return idle
    return this.#slots.find(({ running }) => running.length < DEPTH && !running.some((other) => other.solitary))
  }

  /** The job that a lost parser had begun is the one that it was at. */
  #lose(slot: Slot, parser: Parser, running: Running): JobOutcome {
    if (slot.parser === parser) {
      parser.end()
      slot.parser = null
      const culprit = parser.started ? (slot.running.find(({ at }) => at !== null) ?? slot.running[0]) : null
      for (const other of slot.running) other.bounced = other !== culprit
    }
    if (running.bounced) return { kind: 'bounced' }
    const why = slot.lost ?? 'crashed'
    slot.lost = null
    return { kind: 'lost', why, at: running.at ?? { index: running.job.from, path: running.job.path } }
  }
}
