import type { ParsedDocument, ParseEnd, ParseEvent } from './parseApi'
import { isArchiveName } from './parseFile'
import type { PoolJob } from './parserPool'

/** What the lineup has to know of a file. */
export interface LinedUp {
  readonly path: string
  readonly size: number
}

/** Files begun and not yet written, and their bytes: what is read ahead of the writer is held in memory. */
const FILES_AHEAD = 64
const BYTES_AHEAD = 96 * 1024 * 1024
/** Documents of one archive that may be read ahead of the writer. */
const WINDOW = 48
/** Archives smaller than this are not worth being opened by several parsers. */
const SHARED_FROM = 64 * 1024
/** Milliseconds after which a file that is still being read no longer keeps those behind it. */
const PATIENCE = 5000

/** A file on its way through the parsers. */
interface Entry<F> {
  readonly file: F
  readonly slow: boolean
  readonly from: number
  readonly documents: Map<number, ParsedDocument>
  /** Number of the document that is written next. */
  next: number
  /** Jobs that have not ended. */
  open: number
  end: ParseEnd
}

/** A job that a parser shall do: all documents of an entry, or a share of them. */
export interface Task<F> {
  readonly file: F
  readonly entry: Entry<F>
  readonly job: PoolJob
  /** Long: nothing waits behind it. */
  readonly solitary: boolean
}

/** What comes out of the lineup, in order: each document of a file, then its end. */
export type Taken<F> =
  | { readonly kind: 'document'; readonly file: F; readonly number: number; readonly document: ParsedDocument }
  | { readonly kind: 'finished'; readonly file: F }

/**
 * The order of an import: quick files in the order given, then what takes its time (PDFs, and archives from their first PDF on), whatever parser is done
 * first. So versions of a report are numbered alike each time, and slow files hold nobody up. What is read ahead is bounded.
 */
export class Lineup<F extends LinedUp> {
  readonly #stripes: number
  readonly #now: () => number
  readonly #quick: F[] = []
  readonly #slow: { file: F; from: number }[] = []
  /** Shares not yet begun, and those that a lost parser left. */
  readonly #again: Task<F>[] = []
  /** Begun and not finished, in the order in which they are written. */
  readonly #order: Entry<F>[] = []
  #ids = 0
  #advanced = 0

  /** `parsers`: how many there are, among which a large archive is shared. */
  constructor(parsers: number, now: () => number = () => performance.now()) {
    this.#stripes = parsers
    this.#now = now
  }

  add(file: F): void {
    if (/\.pdf$/iu.test(file.path)) this.#slow.push({ file, from: 0 })
    else this.#quick.push(file)
  }

  /** Whether everything given was taken out again. */
  get isEmpty(): boolean {
    return this.#order.length + this.#quick.length + this.#slow.length === 0
  }

  /** The job that a parser should do next; null where none is, or where enough was read ahead. */
  peek(): Task<F> | null {
    const again = this.#again[0]
    if (again) return again
    const file = this.#quick[0] ?? this.#slow[0]?.file
    if (!file || !this.#mayBegin(file)) return null
    const quick = this.#quick.shift()
    const slow = quick ? undefined : this.#slow.shift()
    if (quick) this.#begin(quick, 0, false)
    else if (slow) this.#begin(slow.file, slow.from, true)
    return this.#again[0] ?? null
  }

  /** Says that a parser has taken the job that `peek` gave. */
  begun(task: Task<F>): void {
    this.#again.splice(this.#again.indexOf(task), 1)
  }

  heard({ entry }: Task<F>, event: ParseEvent): void {
    if (event.kind === 'document') entry.documents.set(event.index, event.document)
  }

  ended({ entry }: Task<F>, end: ParseEnd): void {
    entry.open--
    entry.end = { count: Math.max(entry.end.count, end.count), slow: entry.end.slow || end.slow }
  }

  /** A job whose parser was lost at a document, which is told as `document`: the rest of an archive goes on behind it. */
  lost(task: Task<F>, index: number, document: ParsedDocument): void {
    task.entry.documents.set(index, document)
    const inside = document.path !== task.file.path
    if (inside) this.#again.unshift({ ...task, job: { ...task.job, id: ++this.#ids, from: index + 1 } })
    else this.ended(task, { count: index + 1, slow: false })
  }

  /** A job that was not begun after all. */
  bounced(task: Task<F>): void {
    this.#again.unshift({ ...task, job: { ...task.job, id: ++this.#ids } })
  }

  /** What is to be written next; null where that is still being read. */
  take(): Taken<F> | null {
    let [head] = this.#order
    if (head && !isReady(head)) head = this.#passOver()
    if (!head) return null
    this.#advanced = this.#now()
    const document = this.#nextDocument(head)
    if (document) return { kind: 'document', file: head.file, number: head.next - 1, document }
    this.#order.splice(this.#order.indexOf(head), 1)
    if (!head.end.slow) return { kind: 'finished', file: head.file }
    this.#slow.push({ file: head.file, from: head.end.count })
    return this.take()
  }

  /** Up to where the jobs of the file being written may go now. */
  window(task: Task<F>): number {
    return task.entry.next + WINDOW
  }

  #nextDocument(entry: Entry<F>): ParsedDocument | undefined {
    while (!entry.documents.has(entry.next) && entry.next < entry.end.count) entry.next++
    const document = entry.documents.get(entry.next)
    if (document) {
      entry.documents.delete(entry.next)
      entry.next++
    }
    return document
  }

  /** The next that is ready, where the first has kept it waiting for long. */
  #passOver(): Entry<F> | undefined {
    if (this.#now() - this.#advanced < PATIENCE) return undefined
    return this.#order.find(isReady)
  }

  #mayBegin(file: F): boolean {
    const ahead = this.#order.reduce((sum, { file: { size } }) => sum + size, 0)
    return this.#order.length === 0 || (this.#order.length < FILES_AHEAD && ahead + file.size <= BYTES_AHEAD)
  }

  #begin(file: F, from: number, slow: boolean): void {
    const isArchive = isArchiveName(file.path)
    const stripes = isArchive && file.size >= SHARED_FROM ? this.#stripes : 1
    const entry: Entry<F> = {
      file,
      slow,
      from,
      documents: new Map(),
      next: from,
      open: stripes,
      end: { count: 0, slow: false },
    }
    if (this.#order.length === 0) this.#advanced = this.#now()
    this.#order.push(entry)
    for (let stripe = 0; stripe < stripes; stripe++) {
      const job = { id: ++this.#ids, path: file.path, from, stripe, stripes, slow, upTo: from + WINDOW }
      this.#again.push({ file, entry, job, solitary: isArchive || slow })
    }
  }
}

function isReady({ documents, next, open }: Entry<unknown>): boolean {
  return open === 0 || documents.has(next)
}
