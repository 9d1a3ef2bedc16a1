import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { DATABASES } from '@/store/db'
import type { QueuedFileRow } from '@/store/rows'
import type { GivenFile, ImportPosition, ImportProgress } from '@/workers/importApi'
import { importMore, importThrough } from '@/workers/importThrough'
import { aliveRuns, sayGone } from './aliveRuns'
import { announce } from './changes'
import { useDatabase } from './database'
import { chosenFiles, droppedFiles } from './droppedFiles'
import { givenPath, mayRetry } from './importLines'
import type { ImportLine } from './importLines'
import { useImportList } from './importList'
import { importWorker, parseWorkers } from './importWorker'

/** Files that were gone through before, of how many: what an import that goes on with another counts on from. */
interface Counted {
  readonly done: number
  readonly of: number
}
const NOTHING: Counted = { done: 0, of: 0 }

/** A file that waits in the queue, and whether its bytes are there. */
type LeftFile = Pick<QueuedFileRow, 'path' | 'kept'>

/** The import: its queue, where it is, and what came of each file. Always into the real database. */
export const useImporting = defineStore('importing', () => {
  const list = useImportList()
  const position = shallowRef<ImportPosition | null>(null)
  /** Why the worker itself ended, in its own words; `null` while it is well. */
  const broken = ref<string | null>(null)
  /** Files that wait for the import under way to end before theirs begins. */
  const waiting = shallowRef<readonly GivenFile[]>([])
  /** Files of this page by their path: what failed or was left can be read once more. */
  const given = new Map<string, GivenFile>()
  /** Paths of what was added last, or gone on with. */
  const added = shallowRef<ReadonlySet<string>>(new Set())
  let abort: AbortController | null = null
  let run: string | null = null
  let before = NOTHING

  /** Adds files of an `<input type="file" multiple>` (or `webkitdirectory`) and begins. */
  async function addFiles(files: Iterable<File>): Promise<void> {
    await add(chosenFiles(files))
  }

  /** Adds what was dropped, folders walked whole, and begins. Call in the drop event itself. */
  async function addDrop(transfer: DataTransfer): Promise<void> {
    await add(await droppedFiles(transfer))
  }

  /** `from`: what this goes on with; without it an import begins whose results stand by themselves. */
  async function add(files: readonly GivenFile[], from: Counted | null = null): Promise<void> {
    if (files.length === 0) return
    for (const file of files) given.set(file.path, file)
    added.value = new Set(files.map(({ path }) => path))
    if (abort) {
      // Cancelled, broken or just over: its end is waited for.
      const joined = !abort.signal.aborted && (await importMore(importWorker, files).catch(() => false))
      if (joined) return
    }
    waiting.value = [...waiting.value, ...files]
    if (abort) return
    begin(from)
    await work(false)
  }

  /** Goes on with what earlier imports have left, as far as its bytes are here or this page has the file. */
  async function goOn(left: readonly LeftFile[]): Promise<void> {
    if (abort) return
    const { last } = list
    const here = left.flatMap(({ path, kept }) => (kept ? [] : (given.get(path) ?? [])))
    added.value = new Set(left.filter(canGoOn).map(({ path }) => path))
    const isWhole = last !== null && last.of - last.done === left.length && left.every(canGoOn)
    begin(isWhole ? { done: last.done, of: last.done } : null)
    waiting.value = here
    await work(true)
  }

  /** Whether a file that was left needs not be chosen again. */
  function canGoOn({ path, kept }: LeftFile): boolean {
    return kept || given.has(path)
  }

  function begin(from: Counted | null): void {
    before = from ?? NOTHING
    if (from === null) list.begin()
  }

  async function work(left: boolean): Promise<void> {
    const own = (abort = new AbortController())
    await useDatabase().select('real')
    let goesOn = left
    while ((goesOn || waiting.value.length > 0) && !own.signal.aborted) {
      const files = waiting.value
      waiting.value = []
      await runWith(files, goesOn, own.signal)
      before = list.last ?? before
      goesOn = false
    }
    abort = null
    if (waiting.value.length === 0 || broken.value !== null) return
    begin(null)
    await work(false)
  }

  async function runWith(files: readonly GivenFile[], left: boolean, signal: AbortSignal): Promise<void> {
    broken.value = null
    at({ file: files[0]?.path ?? '', phase: 'reading', done: 0, of: files.length, share: 0, left: null })
    run = runName()
    try {
      const summary = await importThrough(
        importWorker,
        {
          database: DATABASES.real,
          queue: { run, alive: await aliveRuns(), goOn: left },
          files,
          parsers: parseWorkers,
        },
        { signal, onProgress: take },
      )
      const of = summary.of + before.of
      // What another tab has taken over meanwhile leaves nothing to do here, and nothing to tell.
      list.conclude(of > 0 || summary.stopped ? { ...summary, done: summary.done + before.done, of } : null)
      if (summary.stopped) waiting.value = []
    } catch (error) {
      // A worker that ended leaves its queue to whoever goes on.
      sayGone(run, true)
      broken.value = error instanceof Error ? error.message : String(error)
      waiting.value = []
    } finally {
      run = null
      position.value = null
      announce({ database: 'real', reports: [], agencies: false, rest: true })
    }
  }

  function at(where: ImportPosition): void {
    const of = where.of + before.of
    const share = of === 0 ? 0 : (before.done + where.share * where.of) / of
    position.value = { ...where, done: where.done + before.done, of, share }
  }

  function take({ position: where, results, changed, agenciesChanged }: ImportProgress): void {
    at(where)
    list.add(results)
    if (changed.length > 0 || agenciesChanged || results.some(({ kind }) => kind === 'kept'))
      announce({ database: 'real', reports: changed, agencies: agenciesChanged, rest: true })
  }

  /** Holds the import after what is in hand, or lets it go on. */
  async function pause(paused: boolean): Promise<void> {
    await importWorker.call('pause', paused)
  }

  /** Whether the file of a line can be read once more, and may then go well. */
  function canRetry({ result }: ImportLine): boolean {
    return mayRetry(result) && given.has(givenPath(result.file))
  }

  /** Reads the files of lines once more; their lines, and those of others from the same archive, make place for what comes of it. */
  async function retry(failed: readonly ImportLine[]): Promise<void> {
    const again = failed.filter(canRetry)
    const paths = new Set(again.map(({ result }) => givenPath(result.file)))
    const { last } = list
    list.remove(({ result }) => paths.has(givenPath(result.file)))
    const isOfLast = last !== null && again.every((line) => line.run === list.latest)
    await add(
      [...paths].flatMap((path) => given.get(path) ?? []),
      isOfLast ? { done: last.done - paths.size, of: last.of - paths.size } : null,
    )
  }

  /** Stops after the report in hand; what was stored stays, what was not read is left over. */
  function cancel(): void {
    abort?.abort()
  }

  window.addEventListener('pagehide', () => {
    if (run !== null) sayGone(run, true)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && run !== null) sayGone(run, false)
  })

  /** Lines of the import under way, else of the last. */
  const latest = computed(() => list.lines.filter((line) => line.run === list.latest))
  return {
    lines: computed(() => list.lines),
    latest,
    /** Paths of the files that were added last, or gone on with. */
    added: computed(() => added.value),
    /** Where the work is; `null` while none is under way. */
    position: computed(() => position.value),
    /** Files added while others are being read. */
    waiting: computed(() => waiting.value.length),
    running: computed(() => position.value !== null),
    paused: computed(() => position.value?.phase === 'paused'),
    /** Lines of the last import whose files may go well when they are read once more. */
    retriable: computed(() => latest.value.filter(canRetry)),
    /** How the last import ended; `null` before the first. */
    last: computed(() => list.last),
    broken: computed(() => broken.value),
    addFiles,
    addDrop,
    goOn,
    canGoOn,
    pause,
    canRetry,
    retry,
    cancel,
    clear: list.clear,
  }
})

/** A name that no other run has. */
function runName(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}
