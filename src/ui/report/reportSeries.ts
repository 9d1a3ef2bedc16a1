import { computed } from 'vue'
import type { Ref } from 'vue'
import { turnText } from '@/charts/turns'
import { partsBefore } from '@/register/partsBefore'
import { useAgencies } from '@/state/agencies'
import { useCurrentRows, useReports } from '@/state/reports'
import { useText } from '../text'
import { yearBeforeOf } from './yearBefore'

/** The series over renames and mergers that a report belongs to, and what its year before is. */
export function useReportSeries(agency: Ref<string>, year: Ref<number>) {
  const { label } = useText()
  const agencies = useAgencies()
  const reports = useReports()
  const nameOf = (id: string): string => agencies.byId.get(id)?.name ?? id

  const years = computed(() => {
    const of = new Map<string, number[]>()
    for (const { head } of reports.lines ?? []) of.set(head.agency, [...(of.get(head.agency) ?? []), head.year])
    return of
  })
  const series = computed(() => agencies.lineages.all.find(({ members }) => members.includes(agency.value)) ?? null)
  const turns = computed(() => (series.value?.changes ?? []).map((turn) => label(turnText(turn))))
  /** The other agencies of the series that have reports. */
  const others = computed(() =>
    (series.value?.members ?? []).flatMap((id) => {
      const own = years.value.get(id) ?? []
      return id === agency.value || own.length === 0 ? [] : [{ id, name: nameOf(id), years: own }]
    }),
  )

  const predecessors = computed(() => agencies.lineages.predecessors(agency.value))
  const parts = computed(() =>
    partsBefore(
      { id: agency.value, from: agencies.byId.get(agency.value)?.from, predecessors: predecessors.value },
      year.value,
      {
        has: (id, of) => years.value.get(id)?.includes(of) === true,
        before: (id, of) => years.value.get(id)?.some((one) => one < of) === true,
      },
    ),
  )
  const rows = useCurrentRows(computed(() => parts.value.map((id) => ({ agency: id, year: year.value - 1 }))))
  /** The numbers of the year before, of everything that the agency is now; `null` without them. */
  const before = computed(() => (rows.value.length === parts.value.length ? yearBeforeOf(rows.value) : null))
  /** Whose numbers of the year before stand beside, where they are not the agency's own alone. */
  const beforeOf = computed(() =>
    before.value && parts.value.some((id) => id !== agency.value)
      ? parts.value.map((id) => ({ id, name: nameOf(id) }))
      : [],
  )
  /** An own report of the year before that stands for a part alone of what the agency is now. */
  const isPart = computed(
    () => parts.value.length === 0 && years.value.get(agency.value)?.includes(year.value - 1) === true,
  )
  return { turns, others, before, beforeOf, isPart }
}
