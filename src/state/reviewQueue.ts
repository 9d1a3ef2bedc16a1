import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useDatabase } from './database'
import { openIssues } from './importLines'
import type { ImportLine } from './importLines'
import { useReports } from './reports'
import type { ReportHead } from '@/store/rows'

/** Reports that a person compares with their originals one after the other. What is settled stays in it, so that "3 of 17" keeps its meaning. */
export const useReviewQueue = defineStore('reviewQueue', () => {
  const reports = useReports()
  const database = useDatabase()
  const begun = shallowRef<readonly string[] | null>(null)

  /** Every report that waits or has open issues that are more than a remark, the waiting first: the queue where none was begun. */
  const all = computed(() => [
    ...reports.pending.map(({ id }) => id),
    ...(reports.lines ?? []).filter(({ head }) => issuesToReview(head) > 0).map(({ head }) => head.id),
  ])
  const ids = computed(() => begun.value ?? all.value)

  function begin(reports: readonly string[]): void {
    begun.value = reports
  }

  /** Takes what needs a look now, where nobody chose. */
  function beginOnce(): void {
    if (!begun.value || begun.value.length === 0) begun.value = all.value
  }

  watch(
    () => database.id,
    () => {
      begun.value = null
    },
  )

  /** 0 where a report is not in the queue. */
  function position(id: string): number {
    return ids.value.indexOf(id) + 1
  }

  /** The report before (`-1`) or behind (`1`) another; from outside of the queue, its first. */
  function neighbour(id: string, by: 1 | -1): string | undefined {
    const at = ids.value.indexOf(id)
    return at < 0 ? ids.value[0] : ids.value[at + by]
  }

  return { ids, begin, beginOnce, position, neighbour }
})

/** How many open issues of a stored report a person should look at. */
export function issuesToReview({ counts }: ReportHead): number {
  return counts.toReview ?? counts.issues
}

/** The reports of an import's lines that a person should compare with their originals. */
export function toReview(lines: readonly ImportLine[]): string[] {
  const found = lines.flatMap(({ result }) => {
    if (!('report' in result)) return []
    const { kind, report, issues } = result
    return kind === 'pending' || openIssues(issues) > 0 ? [report] : []
  })
  return [...new Set(found)]
}
