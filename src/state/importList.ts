import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Assignment } from '@/store/assign'
import type { StoreError } from '@/store/storeError'
import type { ImportResult, ImportSummary, IssueCounts, KeptDocument } from '@/workers/importApi'
import { assignKept } from './documentActions'
import type { ImportLine } from './importLines'
import { ImportMemory } from './importMemory'
import type { RememberedRun } from './importMemory'
import { assign } from './reportActions'

/** What of a report is open. */
export interface OpenNow {
  readonly issues: IssueCounts
  readonly findings: IssueCounts
  readonly lapsed: number
}

/** As what the memory keeps lines that are of no import of the visit. */
const BEFORE = 0

/** What came of the files of this visit, import by import, and what a person has settled about them since. It outlives a reload of the tab. */
export const useImportList = defineStore('importList', () => {
  const memory = new ImportMemory()
  const recalled = memory.recall()
  const latest = shallowRef(Math.max(0, ...recalled.map(({ run }) => run)))
  let made = 0
  const lines = shallowRef<readonly ImportLine[]>(recalled.flatMap(linesOf))
  const last = shallowRef<ImportSummary | null>(memory.last)
  const chosen = ref<string | null>(null)
  const seen = shallowRef<ReadonlySet<string> | null>(null)

  function linesOf({ run, results }: RememberedRun): ImportLine[] {
    return results.map((result) => ({ key: `import ${String(made++)}`, run: run === BEFORE ? null : run, result }))
  }

  /** The lines to come are those of another import. */
  function begin(): void {
    latest.value++
    conclude(null)
  }

  function add(results: readonly ImportResult[]): void {
    if (results.length === 0) return
    const piece = { run: latest.value, results }
    lines.value = [...lines.value, ...linesOf(piece)]
    memory.add(piece)
  }

  function conclude(summary: ImportSummary | null): void {
    last.value = summary
    memory.last = summary
  }

  function change(next: readonly ImportLine[]): void {
    lines.value = next
    const results = new Map<number, ImportResult[]>()
    for (const { run, result } of next) results.set(run ?? BEFORE, [...(results.get(run ?? BEFORE) ?? []), result])
    memory.replace([...results].map(([run, ofRun]) => ({ run, results: ofRun })))
  }

  function remove(gone: (line: ImportLine) => boolean): void {
    change(lines.value.filter((line) => !gone(line)))
  }

  /** Empties the list; the database is not touched. */
  function clear(): void {
    change([])
    conclude(null)
  }

  /** Changes what lines say. */
  function rewrite(next: (result: ImportResult) => ImportResult): void {
    const changed = lines.value.map((line) => {
      const result = next(line.result)
      return result === line.result ? line : { ...line, result }
    })
    if (changed.some((line, index) => line !== lines.value[index])) change(changed)
  }

  /** The same, of a line that may be of what the database had: it stays in sight with what was settled about it. */
  function settle(line: ImportLine, next: (result: ImportResult) => ImportResult): void {
    if (lines.value.some(({ key }) => key === line.key)) rewrite(next)
    else change([...lines.value, { ...line, result: next(line.result) }])
  }

  /** Puts the report or document of a line under the agency and year that a person gives, and changes its lines. Gives the error where it was not done. */
  async function reassign(line: ImportLine, assignment: Assignment): Promise<StoreError | null> {
    const { result } = line
    if (result.kind === 'kept') return reassignDocument(line, result, assignment)
    if (!('report' in result)) return null
    const done = await assign('real', result.report, assignment)
    if (!done.ok) return done.error
    const { head, agencyName, differing, lapsed } = done.value
    const changed: ImportResult = {
      ...result,
      kind: 'stored',
      outcome: head.version === 1 ? 'new' : 'version',
      version: head.version,
      differing,
      lapsed: lapsed.length,
      agency: head.agency,
      agencyName,
      agencyCreated: false,
      candidates: [],
      year: head.year,
      values: head.counts.values,
    }
    settle(line, (other) => ('report' in other && other.report === result.report ? changed : other))
    return null
  }

  async function reassignDocument(line: ImportLine, result: KeptDocument, to: Assignment): Promise<StoreError | null> {
    const done = await assignKept('real', result.document, to)
    if (!done.ok) return done.error
    const { row, agencyName } = done.value
    const { agency, year } = row
    const known = { ...result, outcome: 'new', agency, agencyName, year, agencyCreated: false, candidates: [] } as const
    settle(line, (other) => (other.kind === 'kept' && other.document === result.document ? known : other))
    return null
  }

  /** Follows what a person settled in a report: its lines say what is open now. */
  function restate(report: string, { lapsed, ...now }: OpenNow): void {
    rewrite((result) => {
      if (!('report' in result) || result.report !== report) return result
      const isSame = same(result.issues, now.issues) && same(result.findings, now.findings)
      if (result.kind === 'pending') return isSame ? result : { ...result, ...now }
      return isSame && result.lapsed === lapsed ? result : { ...result, ...now, lapsed }
    })
  }

  return {
    lines: computed(() => lines.value),
    /** Number of the import under way, else of the last; 0 before the first of the visit. */
    latest: computed(() => latest.value),
    /** How the last import ended; `null` before the first, and while one is under way for the first time. */
    last: computed(() => last.value),
    /** Key of the line that is looked at; whoever comes back from its review finds it. */
    chosen,
    /** The files whose coming the list has shown last; others may have been dropped on another page. */
    seen,
    begin,
    add,
    conclude,
    remove,
    clear,
    rewrite,
    settle,
    reassign,
    restate,
  }
})

function same(one: IssueCounts, other: IssueCounts): boolean {
  return one.error === other.error && one.warning === other.warning && one.info === other.info
}
