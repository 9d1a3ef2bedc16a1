import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { DATABASES } from '@/store/db'
import type { Assignment } from '@/store/assign'
import type { StoreError } from '@/store/storeError'
import type {
  GivenFile,
  ImportPosition,
  ImportProgress,
  ImportResult,
  ImportSummary,
  IssueCounts,
  KeptDocument,
} from '@/workers/importApi'
import { importMore, importThrough } from '@/workers/importThrough'
import { aliveRuns, sayGone } from './aliveRuns'
import { announce } from './changes'
import { useDatabase } from './database'
import { chosenFiles, droppedFiles } from './droppedFiles'
import { assignKept } from './documentActions'
import { countByStatus, givenPath, mayRetry } from './importLines'
import type { ImportLine } from './importLines'
import { ImportMemory } from './importMemory'
import { importWorker, parseWorkers } from './importWorker'
import { assign } from './reportActions'

/** The import: its queue, where it is, and what came of each file. Always into the real database. */
export const useImporting = defineStore('importing', () => {
  const memory = new ImportMemory()
  const lines = shallowRef<readonly ImportLine[]>(memory.recall().map((result, key) => ({ key, result })))
  const position = shallowRef<ImportPosition | null>(null)
  const last = shallowRef<ImportSummary | null>(null)
  /** Why the worker itself ended, in its own words; `null` while it is well. */
  const broken = ref<string | null>(null)
  /** Files that wait for the import under way to end before theirs begins. */
  const waiting = shallowRef<readonly GivenFile[]>([])
  /** Files of this page by their path: what failed can be read once more. */
  const given = new Map<string, GivenFile>()
  let abort: AbortController | null = null
  let run: string | null = null
  let keys = lines.value.length

  /** Adds files of an `<input type="file" multiple>` (or `webkitdirectory`) and begins. */
  async function addFiles(files: Iterable<File>): Promise<void> {
    await add(chosenFiles(files))
  }

  /** Adds what was dropped, folders walked whole, and begins. Call in the drop event itself. */
  async function addDrop(transfer: DataTransfer): Promise<void> {
    await add(await droppedFiles(transfer))
  }

  async function add(files: readonly GivenFile[]): Promise<void> {
    if (files.length === 0) return
    for (const file of files) given.set(file.path, file)
    if (abort) {
      // Cancelled, broken or just over: its end is waited for.
      const joined = !abort.signal.aborted && (await importMore(importWorker, files).catch(() => false))
      if (joined) return
    }
    waiting.value = [...waiting.value, ...files]
    if (!abort) await work(false)
  }

  /** Goes on with what earlier visits have left, as far as its bytes are here; joins an import under way when that is over. */
  async function goOn(): Promise<void> {
    if (!abort) await work(true)
  }

  async function work(left: boolean): Promise<void> {
    const own = (abort = new AbortController())
    await useDatabase().select('real')
    let goesOn = left
    while ((goesOn || waiting.value.length > 0) && !own.signal.aborted) {
      const files = waiting.value
      waiting.value = []
      await runWith(files, goesOn, own.signal)
      goesOn = false
    }
    abort = null
    if (waiting.value.length > 0 && broken.value === null) await work(false)
  }

  async function runWith(files: readonly GivenFile[], left: boolean, signal: AbortSignal): Promise<void> {
    broken.value = null
    position.value = { file: files[0]?.path ?? '', phase: 'reading', done: 0, of: files.length, share: 0, left: null }
    run = runName()
    try {
      last.value = await importThrough(
        importWorker,
        {
          database: DATABASES.real,
          queue: { run, alive: await aliveRuns(), goOn: left },
          files,
          parsers: parseWorkers,
        },
        { signal, onProgress: take },
      )
      if (last.value.stopped) waiting.value = []
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

  function take({ position: where, results, changed, agenciesChanged }: ImportProgress): void {
    position.value = where
    if (results.length > 0) {
      lines.value = [...lines.value, ...results.map((result) => ({ key: keys++, result }))]
      memory.add(results)
    }
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
    const paths = new Set(failed.filter(canRetry).map(({ result }) => givenPath(result.file)))
    lines.value = lines.value.filter(({ result }) => !paths.has(givenPath(result.file)))
    remember()
    await add([...paths].flatMap((path) => given.get(path) ?? []))
  }

  /** Stops after the report in hand; what was stored stays, what waits is let go. */
  function cancel(): void {
    waiting.value = []
    abort?.abort()
  }

  /** Empties the result list; the database is not touched. */
  function clear(): void {
    lines.value = []
    last.value = null
    given.clear()
    remember()
  }

  function remember(): void {
    memory.replace(lines.value.map(({ result }) => result))
  }

  /** Puts the document of a line under the agency and year that a person gives, and changes the line. */
  async function reassignDocument(line: ImportLine, result: KeptDocument, to: Assignment): Promise<StoreError | null> {
    const done = await assignKept('real', result.document, to)
    if (!done.ok) return done.error
    const { row, agencyName } = done.value
    const { agency, year } = row
    replace(line, { ...result, outcome: 'new', agency, agencyName, year, agencyCreated: false, candidates: [] })
    return null
  }

  function replace(line: ImportLine, result: ImportResult): void {
    lines.value = lines.value.map((other) => (other.key === line.key ? { ...line, result } : other))
    remember()
  }

  /** Puts the report of a line under the agency and year that a person gives, and changes the line. Gives the error where it was not done. */
  async function reassign(line: ImportLine, assignment: Assignment): Promise<StoreError | null> {
    if (line.result.kind === 'kept') return reassignDocument(line, line.result, assignment)
    if (!('report' in line.result)) return null
    const { result } = line
    const done = await assign('real', result.report, assignment)
    if (!done.ok) return done.error
    const { head, agencyName, differing, lapsed } = done.value
    const changed: ImportResult = {
      ...result,
      kind: 'stored',
      outcome: head.version === 1 ? 'new' : 'version',
      version: head.version,
      differing,
      lapsed,
      agency: head.agency,
      agencyName,
      agencyCreated: false,
      candidates: [],
      year: head.year,
      values: head.counts.values,
    }
    replace(line, changed)
    return null
  }

  /** Follows what a person settled in a report: its lines say what is open now. */
  function restate(report: string, issues: IssueCounts, findings: IssueCounts): void {
    const isOf = ({ result }: ImportLine): boolean => 'report' in result && result.report === report
    if (!lines.value.some(isOf)) return
    lines.value = lines.value.map((line) =>
      isOf(line) ? { ...line, result: { ...line.result, issues, findings } } : line,
    )
    remember()
  }

  window.addEventListener('pagehide', () => {
    if (run !== null) sayGone(run, true)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && run !== null) sayGone(run, false)
  })

  return {
    lines: computed(() => lines.value),
    /** Where the work is; `null` while none is under way. */
    position: computed(() => position.value),
    /** Files added while others are being read. */
    waiting: computed(() => waiting.value.length),
    running: computed(() => position.value !== null),
    paused: computed(() => position.value?.phase === 'paused'),
    /** Lines of files that may go well when they are read once more. */
    retriable: computed(() => lines.value.filter(canRetry)),
    /** How the last run ended; `null` before the first. */
    last: computed(() => last.value),
    broken: computed(() => broken.value),
    counts: computed(() => countByStatus(lines.value)),
    addFiles,
    addDrop,
    goOn,
    pause,
    canRetry,
    retry,
    cancel,
    clear,
    reassign,
    restate,
  }
})

/** A name that no other run has. */
function runName(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}
