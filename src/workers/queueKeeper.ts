import type { Store } from '../store/db'
import { beat, dequeue, endRun, enqueue, forgetDone, keepQueued, releaseBytes } from '../store/queue'
import { BEAT } from '../store/queueLease'
import type { AliveRuns } from '../store/queueLease'
import type { QueuedBytesRow } from '../store/rows'
import type { ImportFile } from './importFile'
import { holdLock } from './runLocks'

/** Milliseconds until the names of what waits are first noted, and until their bytes are kept: an import that is over by then needs no queue. */
const NAMES_AFTER = 50
/** Milliseconds between two looks at what has come to be noted. */
const STEP = 500
const BYTES_AFTER = 2000
/** Milliseconds between two times that files which are done are forgotten. */
const FORGETTING = 2000
/** Bytes that a queue may keep in all, and of one file; of one transaction, and files of one. */
const BUDGET = 500 * 1024 * 1024
const LARGEST = 64 * 1024 * 1024
const PIECE = 4 * 1024 * 1024
const PIECE_FILES = 40

/**
 * Keeps in the database what an import has still to do, so that it can go on after its page was closed or has crashed. A page cannot open a file again by
 * its name, so bytes are kept too, ahead of the work and beside it. Where there is no room for them the import goes on, and names alone are kept.
 */
export class QueueKeeper {
  readonly #store: Store
  readonly #run: string
  readonly #alive: AliveRuns
  readonly #began = performance.now()
  /** Files that wait, by their id in the queue. */
  readonly #waiting = new Map<string, ImportFile>()
  #unnamed: ImportFile[] = []
  #unkept: ImportFile[] = []
  #done: ImportFile[] = []
  #named = false
  /** Files that are still to be given, and how many that were when it was last noted. */
  #promised = 0
  #unnamedNoted = 0
  #bytes = 0
  #beat = 0
  #forgot = performance.now()
  #work: Promise<void> = Promise.resolve()
  #ended = false
  readonly #timer: ReturnType<typeof setInterval>
  readonly #lock: ReturnType<typeof holdLock>

  constructor(store: Store, run: string, alive: AliveRuns) {
    this.#store = store
    this.#run = run
    this.#alive = alive
    this.#timer = setInterval(() => {
      this.#tick()
    }, STEP)
    setTimeout(() => {
      this.#tick()
    }, NAMES_AFTER)
    this.#lock = holdLock(run)
  }

  /** Settles when others can tell that this run is alive: nothing is noted or claimed before. */
  get ready(): Promise<void> {
    return this.#lock.held
  }

  /** So many more files will be given. */
  promised(more: number): void {
    this.#promised += more
  }

  /** A file has joined the queue; one that comes from there has its row and bytes already. */
  given(file: ImportFile): void {
    this.#promised--
    this.#waiting.set(file.id, file)
    if (file.isQueued) this.#named = true
    else this.#unnamed.push(file)
  }

  /** A file is done with, though perhaps not yet written. */
  done(file: ImportFile): void {
    if (this.#waiting.delete(file.id)) this.#done.push(file)
  }

  /** A file was done with, but something of it could not be written: it waits again. */
  undone(path: string): void {
    const file = this.#done.find((other) => path === other.path || path.startsWith(`${other.path}!/`))
    if (!file) return
    this.#done = this.#done.filter((other) => other !== file)
    this.#waiting.set(file.id, file)
  }

  /** Whether it is time to `forget`; what is done must be written before. */
  get isDue(): boolean {
    return this.#named && this.#done.length > 0 && performance.now() - this.#forgot >= FORGETTING
  }

  /** Forgets what is done and written. */
  async forget(): Promise<void> {
    this.#forgot = performance.now()
    const ids = this.#done.splice(0).map(({ id }) => id)
    if (this.#named && ids.length > 0) await dequeue(this.#store, ids)
  }

  /** Gives room back that waiting bytes take, for a report that found none; false where there was nothing to give. */
  async makeRoom(): Promise<boolean> {
    this.#bytes = BUDGET
    this.#unkept = []
    const released = await releaseBytes(this.#store, this.#run)
    return released.ok && released.value > 0
  }

  /** Ends it: what still waits is left over. `cancelled`: by the person whose import it is. */
  async end(cancelled: boolean): Promise<void> {
    this.#ended = true
    clearInterval(this.#timer)
    await this.#work
    await this.#name()
    await this.forget()
    if (this.#named) await endRun(this.#store, this.#run, cancelled)
    this.#lock.release()
  }

  /** One step at a time, beside the import. */
  #tick(): void {
    this.#work = this.#work.then(async () => {
      if (this.#ended) return
      await this.#name()
      if (performance.now() - this.#began >= BYTES_AFTER) await this.#keepBytes()
    })
  }

  async #name(): Promise<void> {
    const now = Date.now()
    const given = this.#unnamed.splice(0)
    const files = given.filter(({ id }) => this.#waiting.has(id))
    const over = given.filter(({ id }) => !this.#waiting.has(id))
    if (over.length > 0) await forgetDone(this.#store, { id: this.#run, beat: now }, over, this.#alive)
    const unnamed = this.#promised
    if (files.length === 0 && (!this.#named || unnamed === this.#unnamedNoted)) {
      if (this.#named && now - this.#beat >= BEAT) await this.#live(now)
      return
    }
    await this.ready
    const run = this.#run
    const rows = files.map(({ id, at, path, size, modified }) => ({ id, run, at, path, size, modified, kept: false }))
    this.#beat = now
    const named = await enqueue(this.#store, { id: this.#run, beat: now, unnamed }, rows, this.#alive)
    if (!named.ok) return
    this.#named = true
    this.#unnamedNoted = unnamed
    this.#unkept.push(...files)
  }

  async #keepBytes(): Promise<void> {
    while (this.#unkept.length > 0 && !this.#ended) {
      const rows: QueuedBytesRow[] = []
      let size = 0
      while (rows.length < PIECE_FILES && size < PIECE) {
        const file = this.#unkept.shift()
        if (!file) break
        if (!this.#waiting.has(file.id) || file.size > Math.min(LARGEST, BUDGET - this.#bytes - size)) continue
        const bytes = await bytesOf(file)
        if (!bytes) continue
        rows.push({ id: file.id, bytes })
        size += bytes.length
      }
      if (rows.length === 0) return
      const kept = await keepQueued(this.#store, rows)
      // No room, or a database that was lost: names must do.
      if (!kept.ok) this.#unkept = []
      this.#bytes += size
      await this.#live(Date.now())
    }
  }

  async #live(now: number): Promise<void> {
    this.#beat = now
    await beat(this.#store, this.#run, now)
  }
}

/** The bytes of a waiting file, `null` where it cannot be got at: what is to be said of it is said when its turn comes. */
async function bytesOf(file: ImportFile): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const source = await file.load()
    if (!(source instanceof Blob)) return source
    return new Uint8Array(await source.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException || error instanceof RangeError) return null
    throw error
  }
}
