import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Severity } from '@/report/report'
import { pendingDetail, reportDetail } from '@/store/reading'
import type { PendingDetail, ReportDetail } from '@/store/reading'
import type { IssueCounts } from '@/workers/importApi'
import { useDatabase } from './database'
import { follow } from './follow'
import { useImportList } from './importList'

/** A report to be compared with its original: stored, or waiting for its agency or year. */
export type Reviewed =
  | { readonly kind: 'stored'; readonly detail: ReportDetail }
  | { readonly kind: 'pending'; readonly detail: PendingDetail }

export interface Review {
  /** `undefined` while it is being read, `null` where there is none. */
  readonly subject: Readonly<ShallowRef<Reviewed | null | undefined>>
  /** The bytes that it was read from; `null` until known. */
  readonly source: ComputedRef<{ readonly hash: string; readonly path: string } | null>
  /** Reads it again, for whoever has just changed it and goes on at once. */
  readonly refresh: () => Promise<void>
}

/** One report by its id, stored or pending. Follows the choice and every change of the store; the import's list follows it. */
export function useReview(id: Ref<string>): Review {
  const database = useDatabase()
  const imports = useImportList()
  const subject = shallowRef<Reviewed | null | undefined>(undefined)
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const wanted = id.value
    const opened = await database.open()
    if (!opened.ok) return
    const stored = await reportDetail(opened.value, wanted)
    const waiting = stored ? undefined : await pendingDetail(opened.value, wanted)
    if (load !== loads) return
    subject.value = stored ? { kind: 'stored', detail: stored } : waiting ? { kind: 'pending', detail: waiting } : null
    if (database.isExample || !subject.value) return
    const open = subject.value.detail.issues.filter((issue) => issue.open)
    imports.restate(wanted, {
      issues: counted(open),
      findings: counted(stored?.findings ?? []),
      lapsed: stored?.lapsed.length ?? 0,
    })
  }

  watch(id, () => {
    subject.value = undefined
    void load()
  })
  follow(load, () => true)
  void load()

  const source = computed(() => {
    const now = subject.value
    if (!now) return null
    const { hash } = now.detail.row
    const path = now.kind === 'stored' ? now.detail.row.source.file : now.detail.row.report.source.file
    return { hash, path }
  })
  return { subject, source, refresh: load }
}

function counted(all: readonly { readonly severity: Severity }[]): IssueCounts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of all) counts[severity]++
  return counts
}
