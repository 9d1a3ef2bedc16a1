import { extractReports } from '../extract/extract'
import { skipName } from '../readers/names'
import { findDocuments, refuseSize } from '../readers/open'
import type { FoundDocument } from '../readers/open'
import type { FileError, Report, Result } from '../report/report'
import { proposeParents, RegisterCopy } from '../store/agencies'
import type { Store } from '../store/db'
import { sha256 } from '../store/hash'
import { readSettings } from '../store/settings'
import type { GivenFile, ImportProgress, ImportSummary } from './importApi'
import { ImportEmitter } from './importEmitter'
import { unchangedResults } from './importResults'
import { ImportWriter } from './importWriter'
import { failureOf } from './rpc'

export interface ImportContext {
  readonly signal: AbortSignal
  readonly progress: (progress: ImportProgress) => void
}

/** Milliseconds of work after which the worker looks at its messages, a cancel among them. */
const BREATH = 40

/** A file that is read when its turn comes. */
export interface ImportSource {
  readonly path: string
  readonly read: () => Promise<Result<Uint8Array, FileError>>
}

/**
 * Reads files and stores their reports, each whole or not at all. A file that gives none, whatever it is, is told and passed over; only a database that
 * takes nothing more ends the run early. `of` is how many `sources` has.
 */
export async function importFiles(
  store: Store,
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
  of: number,
  context: ImportContext,
): Promise<ImportSummary> {
  const run = await ImportRun.of(store, of, context)
  let reading: Reading | null = null
  for await (const source of sources) {
    if (run.ended()) break
    // The next file is read from the disk while the last one is read for its numbers.
    const next: Reading = { path: source.path, bytes: skipName(source.path) ? null : source.read() }
    if (reading) await run.file(reading)
    reading = next
  }
  if (reading && !run.ended()) await run.file(reading)
  return run.finish()
}

interface Reading {
  readonly path: string
  /** `null` for litter, which is passed over. */
  readonly bytes: Promise<Result<Uint8Array, FileError>> | null
}

class ImportRun {
  readonly emitter: ImportEmitter
  readonly #store: Store
  readonly #context: ImportContext
  readonly #writer: ImportWriter
  readonly #keepOriginals: boolean
  readonly #known: Set<string>
  readonly #of: number
  #done = 0
  #breathed = performance.now()

  private constructor(
    store: Store,
    of: number,
    context: ImportContext,
    start: { register: RegisterCopy; keepOriginals: boolean; known: Set<string> },
  ) {
    this.#store = store
    this.#context = context
    this.#of = of
    this.#keepOriginals = start.keepOriginals
    this.#known = start.known
    this.emitter = new ImportEmitter(of, context.progress)
    this.#writer = new ImportWriter(store, start.register, (result) => {
      this.emitter.result(result)
    })
  }

  static async of(store: Store, of: number, context: ImportContext): Promise<ImportRun> {
    const [register, { keepOriginals }, hashes] = await Promise.all([
      RegisterCopy.of(store),
      readSettings(store),
      store.db.files.toCollection().primaryKeys(),
    ])
    return new ImportRun(store, of, context, { register, keepOriginals, known: new Set(hashes) })
  }

  ended(): boolean {
    return this.#context.signal.aborted || this.#writer.stopped !== null
  }

  async file({ path, bytes: reading }: Reading): Promise<void> {
    this.emitter.at({ file: path, phase: 'reading' })
    const bytes = await reading
    if (bytes?.ok) await this.#documents(path, bytes.value)
    else if (bytes) this.emitter.result({ kind: 'refused', file: path, error: bytes.error })
    if (!this.ended()) this.emitter.at({ done: ++this.#done })
  }

  async finish(): Promise<ImportSummary> {
    this.emitter.at({ phase: 'finishing' })
    await this.#writer.settle()
    if (!this.#store.readOnly && this.#writer.stopped === null) {
      const parents = await proposeParents(this.#store)
      if (parents.ok && parents.value > 0) this.emitter.agencies()
    }
    this.emitter.flush()
    return {
      done: this.#done,
      of: this.#of,
      cancelled: this.#context.signal.aborted && this.#done < this.#of,
      stopped: this.#writer.stopped,
    }
  }

  async #documents(path: string, bytes: Uint8Array): Promise<void> {
    for (const found of findDocuments({ path, bytes })) {
      if (this.ended()) return
      if (found.ok) await this.#document(found.value)
      else this.emitter.result({ kind: 'refused', file: found.error.file, error: found.error })
      await this.#breathe()
    }
  }

  async #document(found: FoundDocument): Promise<void> {
    this.emitter.at({ file: found.path })
    const hash = sha256(found.bytes)
    if (this.#known.has(hash)) {
      await this.#writer.settle()
      const unchanged = await unchangedResults(this.#store, hash, found.path)
      for (const result of unchanged) this.emitter.result(result)
      if (unchanged.length > 0) return
    }
    const reports = await readReports(found)
    const { path: name, bytes } = found
    const file = { hash, name, size: bytes.length, ...(this.#keepOriginals ? { bytes: new Uint8Array(bytes) } : {}) }
    if (!reports.ok) {
      await this.#writer.refused(reports.error, file)
      return
    }
    this.#known.add(hash)
    await this.#writer.add(reports.value.map((report) => ({ report, file })))
  }

  /** Lets messages in now and then: a whole archive is read without any other wait. */
  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathed < BREATH) return
    await new Promise((resolve) => setTimeout(resolve))
    this.#breathed = performance.now()
  }
}

async function readReports(found: FoundDocument): Promise<Result<readonly Report[], FileError>> {
  try {
    const document = await found.read()
    return document.ok ? extractReports(document.value) : document
  } catch (thrown) {
    const params = { message: failureOf(thrown).message }
    return { ok: false, error: { file: found.path, code: 'unreadable', reason: 'failed', params } }
  }
}

/** A file of the page: one that is too large is refused before it is read, one that cannot be got at, has been moved or is locked is told. */
export function sourceOfFile({ file, path }: GivenFile): ImportSource {
  return {
    path,
    read: async () => {
      const noAccess: FileError = { file: path, code: 'unreadable', reason: 'no-access', params: {} }
      if (!file) return { ok: false, error: noAccess }
      const refused = refuseSize(path, file.size)
      if (refused) return { ok: false, error: refused }
      try {
        return { ok: true, value: new Uint8Array(await file.arrayBuffer()) }
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        return { ok: false, error: noAccess }
      }
    },
  }
}
