import { proposeParents, RegisterCopy } from '../store/agencies'
import type { Store } from '../store/db'
import { readSettings } from '../store/settings'
import type { ImportProgress, ImportSummary } from './importApi'
import { ImportEmitter } from './importEmitter'
import type { ImportFile } from './importFile'
import { unchangedResults } from './importResults'
import { ImportWriter } from './importWriter'
import { Lineup } from './lineup'
import type { Task } from './lineup'
import type { ParsedDocument, ParseEvent, ParseSettings } from './parseApi'
import { hashPrefix, needsBytes, parseBytes, refusedDocument } from './parseFile'
import { ParserPool } from './parserPool'
import type { JobOutcome } from './parserPool'
import type { Parsers } from './parsers'
import type { QueueKeeper } from './queueKeeper'
import { RemainingTime } from './remainingTime'

export interface ImportContext {
  readonly signal: AbortSignal
  readonly progress: (progress: ImportProgress) => void
}

/** Milliseconds without a sign of life after which a parser is taken for hung. */
const SILENCE = 60_000
const TICK = 250
/** Documents of an archive between two times that its parsers are let go on. */
const STRIDE = 8

/** What an import works with. `keeper`: `null` where its queue need not outlive the page. */
export interface ImportMeans {
  readonly store: Store
  readonly parsers: Parsers
  readonly keeper: QueueKeeper | null
}

/**
 * One import: files go to parsers, their documents come back in order and are stored, each report whole or not at all. A file that gives none, whatever it
 * is, is told and passed over; only a database that takes nothing more ends the run early.
 */
export class ImportRun {
  readonly #store: Store
  readonly #context: ImportContext
  readonly #keeper: QueueKeeper | null
  readonly #emitter: ImportEmitter
  readonly #writer: ImportWriter
  readonly #known: Set<string>
  readonly #keepOriginals: boolean
  readonly #running = new Set<Task<ImportFile>>()
  readonly #pool: ParserPool
  readonly #lineup: Lineup<ImportFile>
  readonly #time = new RemainingTime()
  #promised: number
  #given = 0
  #done = 0
  readonly #concludedFiles = new Set<ImportFile>()
  #paused = false
  #over = false
  #wake: () => void = () => undefined

  private constructor(
    { store, parsers, keeper }: ImportMeans,
    of: number,
    context: ImportContext,
    start: { readonly register: RegisterCopy; readonly settings: ParseSettings; readonly known: Set<string> },
  ) {
    this.#store = store
    this.#context = context
    this.#keeper = keeper
    this.#promised = of
    keeper?.promised(of)
    this.#known = start.known
    this.#keepOriginals = start.settings.keepOriginals
    this.#pool = new ParserPool(parsers.count, () => parsers.start(start.settings), SILENCE)
    this.#lineup = new Lineup(parsers.count)
    this.#emitter = new ImportEmitter(of, context.progress)
    this.#writer = new ImportWriter(
      store,
      start.register,
      (result) => {
        if (result.kind === 'unsaved') keeper?.undone(result.file)
        this.#emitter.result(result)
      },
      () => keeper?.makeRoom() ?? Promise.resolve(false),
    )
    context.signal.addEventListener('abort', () => {
      this.#wake()
    })
  }

  /** `of`: how many files will be `take`n. */
  static async of(means: ImportMeans, of: number, context: ImportContext): Promise<ImportRun> {
    const { store } = means
    const [register, { keepOriginals }, hashes] = await Promise.all([
      RegisterCopy.of(store),
      readSettings(store),
      store.db.files.toCollection().primaryKeys(),
    ])
    const settings = { known: Uint32Array.from(hashes, hashPrefix), keepOriginals }
    return new ImportRun(means, of, context, { register, settings, known: new Set(hashes) })
  }

  /** So many more files will be taken; false where the run is over. */
  promise(more: number): boolean {
    if (this.#over) return false
    this.#promised += more
    this.#keeper?.promised(more)
    this.#emitter.at({ of: this.#promised })
    return true
  }

  take(files: readonly ImportFile[]): void {
    for (const file of files) {
      this.#given++
      this.#keeper?.given(file)
      this.#time.given(file.path, file.size)
      this.#lineup.add(file)
    }
    this.#dispatch()
    this.#wake()
  }

  /** What is being read is read to its end; nothing is begun or written until it goes on. */
  pause(paused: boolean): void {
    this.#paused = paused
    this.#time.runs(!paused, performance.now())
    this.#emitter.at({ phase: paused ? 'paused' : 'reading', left: null })
    this.#emitter.flush()
    this.#dispatch()
    this.#wake()
  }

  /** Works until every promised file is done, or nothing more can be. */
  async work(): Promise<ImportSummary> {
    const tick = setInterval(() => {
      this.#pool.check()
      this.#wake()
    }, TICK)
    this.#time.runs(!this.#paused, performance.now())
    this.#dispatch()
    try {
      while (!this.#ended()) {
        if (this.#paused) await this.#writeAll()
        const idle = this.#paused || !(await this.#next())
        if (!this.#paused && idle && this.#given >= this.#promised && this.#lineup.isEmpty) break
        if (idle && !this.#ended())
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
      }
      return await this.#finish()
    } finally {
      clearInterval(tick)
      this.#pool.end()
    }
  }

  #ended(): boolean {
    return this.#context.signal.aborted || this.#writer.stopped !== null
  }

  /** Writes the next document, or finishes the next file; false where neither is ready. */
  async #next(): Promise<boolean> {
    const taken = this.#lineup.take()
    if (!taken) return false
    if (taken.kind === 'document') {
      if (taken.number % STRIDE === 0) this.#proceed(taken.file)
      await this.#document(taken.document)
      // A file that is one document is done with it, though a cancel should come before its end is heard of.
      if (taken.document.path === taken.file.path) this.#conclude(taken.file)
    } else this.#conclude(taken.file)
    const { share } = this.#time
    this.#emitter.at({ done: this.#done, of: this.#promised, share, left: this.#time.left(performance.now()) })
    this.#dispatch()
    if (this.#keeper?.isDue === true) await this.#writeAll()
    return true
  }

  #conclude(file: ImportFile): void {
    if (this.#concludedFiles.has(file)) return
    this.#concludedFiles.add(file)
    this.#keeper?.done(file)
    this.#done++
  }

  /** Writes what is read, so that the queue can forget what is done. */
  async #writeAll(): Promise<void> {
    await this.#writer.settle()
    if (!this.#ended()) await this.#keeper?.forget()
  }

  /** What becomes of a document: it is known, or refused, or its reports are stored. */
  async #document({ path, hash, size, bytes, outcome: read }: ParsedDocument): Promise<void> {
    if (hash !== null && this.#known.has(hash)) {
      await this.#writer.settle()
      const unchanged = await unchangedResults(this.#store, hash, path)
      for (const result of unchanged) this.#emitter.result(result)
      if (unchanged.length > 0) return
    }
    const outcome = read.kind === 'known' ? await parseBytes(path, bytes ?? new Uint8Array()) : read
    if (hash === null) {
      if (outcome.kind === 'refused') this.#emitter.result({ kind: 'refused', file: path, error: outcome.error })
      return
    }
    const file = { hash, name: path, size, ...(bytes && (this.#keepOriginals || needsBytes(outcome)) ? { bytes } : {}) }
    if (outcome.kind === 'refused') await this.#writer.refused(outcome.error, file)
    if (outcome.kind !== 'reports') return
    this.#known.add(hash)
    await this.#writer.add(outcome.reports.map((report) => ({ report, file })))
  }

  /** Lets the parsers of an archive go on: so many more of its documents are written. */
  #proceed(file: ImportFile): void {
    for (const task of this.#running) if (task.file === file) this.#pool.proceed(task.job.id, this.#lineup.window(task))
  }

  #dispatch(): void {
    while (!this.#paused && !this.#ended()) {
      const task = this.#lineup.peek()
      if (!task || !this.#pool.hasRoom(task.solitary)) return
      this.#lineup.begun(task)
      void this.#run(task)
    }
  }

  async #run(task: Task<ImportFile>): Promise<void> {
    const { job, file, solitary } = task
    const { path, size, load } = file
    let reported = 0
    let since = performance.now()
    const hear = (event: ParseEvent): void => {
      this.#lineup.heard(task, event)
      if (event.kind !== 'at') {
        this.#wake()
        return
      }
      this.#emitter.at({ file: event.path })
      const part = Math.min(1, event.of === null ? 0 : event.index / event.of) / job.stripes
      if (part > reported) this.#time.did(path, size, part - reported, performance.now() - since)
      since = performance.now()
      reported = Math.max(part, reported)
    }
    this.#running.add(task)
    const outcome = await this.#pool.run(job, load, solitary, hear, this.#context.signal)
    this.#running.delete(task)
    if (this.#ended()) return
    if (outcome.kind === 'ended' && !outcome.end.slow)
      this.#time.did(path, size, 1 / job.stripes - reported, performance.now() - since)
    this.#concluded(task, outcome)
    this.#dispatch()
    this.#wake()
  }

  #concluded(task: Task<ImportFile>, outcome: JobOutcome): void {
    if (outcome.kind === 'ended') this.#lineup.ended(task, outcome.end)
    else if (outcome.kind === 'bounced') this.#lineup.bounced(task)
    else {
      const { path, index } = outcome.at
      const reason = outcome.why === 'silent' ? 'no-answer' : 'reader-died'
      const params = { seconds: SILENCE / 1000 }
      this.#lineup.lost(task, index, refusedDocument(path, { file: path, code: 'unreadable', reason, params }))
    }
  }

  /** What is still being handed over when the run ends: the names of what is left are wanted. */
  async #handedOver(): Promise<void> {
    while (this.#given < this.#promised)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
  }

  async #finish(): Promise<ImportSummary> {
    this.#over = true
    const cancelled = this.#context.signal.aborted && this.#done < this.#promised
    if (!cancelled) this.#emitter.at({ phase: 'finishing', done: this.#done })
    await this.#writer.settle()
    if (this.#keeper) await this.#handedOver()
    if (!this.#store.readOnly && this.#writer.stopped === null) {
      const parents = await proposeParents(this.#store)
      if (parents.ok && parents.value > 0) this.#emitter.agencies()
    }
    await this.#keeper?.end(cancelled)
    this.#emitter.flush()
    return { done: this.#done, of: this.#promised, cancelled, stopped: this.#writer.stopped }
  }
}
