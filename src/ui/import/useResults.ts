import { storeToRefs } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useAgencies } from '@/state/agencies'
import { useDatabase } from '@/state/database'
import { useDocuments } from '@/state/documents'
import { useDoubts } from '@/state/doubts'
import { useImporting } from '@/state/importing'
import { useImportList } from '@/state/importList'
import { givenPath } from '@/state/importLines'
import type { ImportLine } from '@/state/importLines'
import { useReports } from '@/state/reports'
import { earlierLines } from './earlierLines'
import { isUnder } from './lineWords'
import type { ResultTab } from './lineWords'

/** The import under way or the last one, or what is there from before it. */
export const RESULT_SCOPES = ['now', 'before'] as const
export type ResultScope = (typeof RESULT_SCOPES)[number]

/** The result list of the import page: which lines it shows, and which of them is looked at. */
export interface Results {
  readonly scope: Ref<ResultScope>
  readonly tab: Ref<ResultTab>
  readonly scopes: ComputedRef<Readonly<Record<ResultScope, readonly ImportLine[]>>>
  /** Those of the scope in force. */
  readonly lines: ComputedRef<readonly ImportLine[]>
  /** Those of the tab too. */
  readonly shown: ComputedRef<readonly ImportLine[]>
  readonly chosen: ComputedRef<ImportLine | null>
  readonly choose: (key: string | null) => void
}

/**
 * What has just been added comes into sight: its import's lines, and of them the first that needs a look once all of it, or the one file that it was,
 * is read. `isBusy`: a person is writing beside the line that is chosen, which therefore stays.
 */
export function useResults(isBusy: () => boolean): Results {
  const importing = useImporting()
  const reports = useReports()
  const agencies = useAgencies()
  const documents = useDocuments()
  const database = useDatabase()
  const doubts = useDoubts()
  const { chosen: key, seen } = storeToRefs(useImportList())
  const isNew = importing.added.size > 0 && importing.added !== seen.value
  if (isNew) key.value = null
  seen.value = importing.added
  const isNow = importing.running || importing.latest.some((line) => line.key === key.value)
  const scope = ref<ResultScope>(isNow || (key.value === null && importing.latest.length > 0) ? 'now' : 'before')
  const tab = ref<ResultTab>('all')
  const awaited = ref(isNew || (importing.running && key.value === null))

  void reports.load()
  void agencies.load()
  void documents.load()

  const stored = computed(() => {
    if (database.isExample) return []
    const heads = (reports.lines ?? []).map(({ head }) => head)
    const waiting = { pending: reports.pending, documents: documents.list ?? [], heads, doubts: doubts.candidatesOf }
    return earlierLines(waiting, (id) => agencies.byId.get(id)?.name, importing.lines)
  })
  const scopes = computed(() => {
    const now = new Set(importing.latest)
    return { now: importing.latest, before: [...stored.value, ...importing.lines.filter((line) => !now.has(line))] }
  })
  const lines = computed(() => scopes.value[scope.value])
  const shown = computed(() => lines.value.filter((line) => isUnder(tab.value, line)))
  const all = computed(() => [...scopes.value.now, ...scopes.value.before])
  const chosen = computed(() => all.value.find((line) => line.key === key.value) ?? null)

  function choose(next: string | null): void {
    awaited.value = false
    key.value = next
  }

  watch(scope, () => {
    tab.value = 'all'
    if (!isBusy() && !lines.value.some((line) => line.key === key.value)) key.value = null
  })
  watch(
    () => importing.added,
    () => {
      seen.value = importing.added
      scope.value = 'now'
      tab.value = 'all'
      awaited.value = true
      if (!isBusy()) key.value = null
    },
  )
  watch(
    () => importing.running,
    (running) => {
      // An import that found nothing to do has no lines: what was there stays in sight.
      if (!running && scope.value === 'now' && importing.latest.length === 0) scope.value = 'before'
    },
  )
  function showFresh(): void {
    const { latest, running, added } = importing
    if (!awaited.value || latest.length === 0 || (running && added.size !== 1)) return
    const fresh = latest.filter(({ result }) => added.has(givenPath(result.file)))
    if (running && fresh.length === 0) return
    awaited.value = false
    const list = fresh.length > 0 ? fresh : latest
    const under = (name: ResultTab): ImportLine | undefined => list.find((line) => isUnder(name, line))
    if (!isBusy()) key.value = (under('review') ?? under('findings') ?? list[0])?.key ?? null
  }
  watch([() => importing.latest, () => importing.running], showFresh)
  showFresh()

  return { scope, tab, scopes, lines, shown, chosen, choose }
}
