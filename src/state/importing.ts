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
import { importThrough } from '@/workers/importThrough'
import { announce } from './changes'
import { useDatabase } from './database'
import { chosenFiles, droppedFiles } from './droppedFiles'
import { assignKept } from './documentActions'
import { recallResults, rememberResults } from './importMemory'
import { importWorker } from './importWorker'
import { assign } from './reportActions'

/** One line of the result list. `key` is stable while the list grows. */
export interface ImportLine {
  readonly key: number
  readonly result: ImportResult
}

/** What to count and filter lines by. `attention`: stored, but with an open issue that is more than a remark, an error finding, or a doubtful agency. */
export type ImportLineStatus = 'stored' | 'attention' | 'pending' | 'kept' | 'unchanged' | 'refused'

/** The import: its queue, where it is, and what came of each file. Always into the real database. */
export const useImporting = defineStore('importing', () => {
  const lines = shallowRef<readonly ImportLine[]>(recallResults().map((result, key) => ({ key, result })))
  const position = shallowRef<ImportPosition | null>(null)
  const last = shallowRef<ImportSummary | null>(null)
  /** Why the worker itself ended, in its own words; `null` while it is well. */
  const broken = ref<string | null>(null)
  const waiting = shallowRef<readonly GivenFile[]>([])
  let abort: AbortController | null = null

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
    waiting.value = [...waiting.value, ...files]
    if (abort) return
    const database = useDatabase()
    await database.select('real')
    while (waiting.value.length > 0) {
      const batch = waiting.value
      waiting.value = []
      await run(batch)
    }
  }

  async function run(files: readonly GivenFile[]): Promise<void> {
    abort = new AbortController()
    broken.value = null
    position.value = { file: files[0]?.path ?? '', phase: 'reading', done: 0, of: files.length }
    try {
      last.value = await importThrough(
        importWorker,
        { database: DATABASES.real, files },
        { signal: abort.signal, onProgress: take },
      )
      if (last.value.stopped) waiting.value = []
    } catch (error) {
      abort.abort()
      broken.value = error instanceof Error ? error.message : String(error)
      waiting.value = []
    } finally {
      abort = null
      position.value = null
      remember()
    }
  }

  function take({ position: where, results, changed, agenciesChanged }: ImportProgress): void {
    position.value = where
    if (results.length > 0) {
      const first = lines.value.length
      lines.value = [...lines.value, ...results.map((result, index) => ({ key: first + index, result }))]
    }
    if (changed.length > 0 || agenciesChanged || results.some(({ kind }) => kind === 'kept'))
      announce({ database: 'real', reports: changed, agencies: agenciesChanged, rest: true })
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
    remember()
  }

  function remember(): void {
    rememberResults(lines.value.map(({ result }) => result))
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

  window.addEventListener('pagehide', remember)

  return {
    lines: computed(() => lines.value),
    /** Where the work is; `null` while none is under way. */
    position: computed(() => position.value),
    /** Files added while others are being read. */
    waiting: computed(() => waiting.value.length),
    running: computed(() => position.value !== null),
    /** How the last run ended; `null` before the first. */
    last: computed(() => last.value),
    broken: computed(() => broken.value),
    counts: computed(() => countByStatus(lines.value)),
    addFiles,
    addDrop,
    cancel,
    clear,
    reassign,
    restate,
  }
})

/** The status of a line. */
export function statusOf(result: ImportResult): ImportLineStatus {
  if (result.kind === 'refused' || result.kind === 'unsaved') return 'refused'
  if (result.kind === 'kept') {
    if (result.agency === null || result.year === null) return 'pending'
    if (result.candidates.length > 0) return 'attention'
    return result.outcome === 'unchanged' ? 'unchanged' : 'kept'
  }
  if (result.kind !== 'stored') return result.kind
  const { issues, findings, candidates, lapsed } = result
  const toSee = issues.error + issues.warning + findings.error + candidates.length + lapsed.length
  return toSee > 0 ? 'attention' : 'stored'
}

function countByStatus(lines: readonly ImportLine[]): Readonly<Record<ImportLineStatus, number>> {
  const counts = { stored: 0, attention: 0, pending: 0, kept: 0, unchanged: 0, refused: 0 }
  for (const { result } of lines) counts[statusOf(result)]++
  return counts
}
