import { isScan } from '../extract/scan'
import type { FileError, Report } from '../report/report'
import type { RegisterCopy } from '../store/agencies'
import type { Store } from '../store/db'
import { saveDocument } from '../store/documents'
import { saveReport, saveReports } from '../store/saveReport'
import type { ReadReport, Saved, SourceFile } from '../store/saveReport'
import { storeError } from '../store/storeError'
import type { StoreError } from '../store/storeError'
import type { ImportResult } from './importApi'
import { keptResult, knownResults, resultOf } from './importResults'
import { failureOf } from './rpc'

/** A batch is what is read in so many milliseconds, or so many bytes of files: a transaction costs as much as several reports. */
const GATHERING = 100
const LARGEST = 16 * 1024 * 1024

/**
 * Writes reports by the batch: one transaction writes them all while the next ones are read. Where it fails they are written one by one, so that each
 * is still whole or absent, the one at fault is named, and the others are stored.
 */
export class ImportWriter {
  /** Why the database takes nothing more, once it does not. */
  stopped: StoreError | null = null
  readonly #store: Store
  readonly #register: RegisterCopy
  readonly #tell: (result: ImportResult) => void
  readonly #makeRoom: () => Promise<boolean>
  #batch: ReadReport[] = []
  #bytes = 0
  #begun = 0
  #writing: Promise<void> = Promise.resolve()

  /** `makeRoom`: gives room back on a full disk; false where there is none to give. */
  constructor(
    store: Store,
    register: RegisterCopy,
    tell: (result: ImportResult) => void,
    makeRoom: () => Promise<boolean>,
  ) {
    this.#store = store
    this.#register = register
    this.#tell = tell
    this.#makeRoom = makeRoom
  }

  /**
   * Takes the reports of one file, which are written together: bytes of which one report is stored are known, and are not read again. Waits where one
   * batch is being written and the next is full.
   */
  async add(reads: readonly ReadReport[]): Promise<void> {
    if (this.#batch.length === 0) this.#begun = performance.now()
    this.#batch.push(...reads)
    this.#bytes += reads[0]?.file.size ?? 0
    if (this.#bytes >= LARGEST || performance.now() - this.#begun >= GATHERING) await this.#next()
  }

  /** Takes a file that gave no report: its document is kept where there is one to keep. */
  async refused(error: FileError, file: SourceFile): Promise<void> {
    if (!error.document) {
      this.#tell({ kind: 'refused', file: error.file, error })
      return
    }
    await this.settle()
    const kind = isScan(error) ? 'scan' : 'old-form'
    try {
      // What was typed from a scan belongs to its bytes, whatever they are called.
      const known = kind === 'scan' ? await knownResults(this.#store, file.hash, error.file) : []
      for (const result of known) this.#tell(result)
      if (known.length > 0) return
      const saved = await saveDocument(this.#store, this.#register, error.document, kind, file)
      if (saved.ok) {
        this.#tell(await keptResult(this.#store, error.file, saved.value))
        return
      }
      this.stopped ??= saved.error
      this.#tell({ kind: 'unsaved', file: error.file, error: saved.error })
    } catch (thrown) {
      const fault = storeError('fault', { message: failureOf(thrown).message })
      this.#tell({ kind: 'unsaved', file: error.file, error: fault })
    }
  }

  /** Waits until all that was taken is written, or told as not. */
  async settle(): Promise<void> {
    await this.#next()
    await this.#writing
  }

  async #next(): Promise<void> {
    await this.#writing
    const batch = this.#batch
    this.#batch = []
    this.#bytes = 0
    if (batch.length > 0) this.#writing = this.#write(batch)
  }

  /** Never rejects: one report that this program stumbles over does not take the others with it. */
  async #write(batch: readonly ReadReport[]): Promise<void> {
    const all = await this.#saveAll(batch)
    for (const [index, read] of batch.entries()) {
      const saved = all?.[index]
      this.#tell(saved ? await resultOf(this.#store, read.report, saved) : await this.#saveAlone(read))
    }
  }

  async #saveAll(batch: readonly ReadReport[]): Promise<readonly Saved[] | null> {
    try {
      const saved = await saveReports(this.#store, this.#register, batch)
      return saved.ok ? saved.value : null
    } catch {
      // Said of the report at fault when it is written alone.
      return null
    }
  }

  async #saveAlone({ report, file }: ReadReport): Promise<ImportResult> {
    try {
      const once = await saveReport(this.#store, this.#register, report, file)
      const full = !once.ok && once.error.reason === 'storage-full' && (await this.#makeRoom())
      const saved = full ? await saveReport(this.#store, this.#register, report, file) : once
      if (saved.ok) return await resultOf(this.#store, report, saved.value)
      this.stopped ??= saved.error
      return { kind: 'unsaved', ...sourceOf(report), error: saved.error }
    } catch (thrown) {
      const error = storeError('fault', { message: failureOf(thrown).message })
      return { kind: 'unsaved', ...sourceOf(report), error }
    }
  }
}

function sourceOf({ source: { file, part } }: Report): { readonly file: string; readonly part?: number } {
  return part === undefined ? { file } : { file, part }
}
