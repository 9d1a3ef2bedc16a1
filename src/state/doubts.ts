import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Agency } from '@/register/agency'
import { findDoubts } from '@/register/doubts'
import type { Doubt } from '@/register/doubts'
import { loadRegions } from '@/register/loadRegions'
import { AgencyNames } from '@/register/match'
import { nameKey } from '@/register/names'
import type { Regions } from '@/register/regions'
import type { PendingRow } from '@/store/rows'
import type { Candidate } from '@/workers/importApi'
import { useAgencies } from './agencies'
import { useImporting } from './importing'
import { useReports } from './reports'

/** Milliseconds of work at a stretch, and of rest after a change before it begins. */
const STRETCH = 8
const REST = 200

/** A report that counts nowhere because its name may stand for several agencies. */
export interface WaitingDoubt {
  readonly row: PendingRow
  readonly name: string
  readonly candidates: readonly Agency[]
}

/** Names of the register and of waiting reports that may be one of several agencies: what a person is asked. Follows the register while anybody looks. */
export const useDoubts = defineStore('doubts', () => {
  const agencies = useAgencies()
  const reports = useReports()
  const importing = useImporting()
  const found = shallowRef<readonly Doubt[] | null>(null)
  const regions = shallowRef<Regions | null>(null)
  const matches = shallowRef<ReadonlyMap<string, readonly string[]>>(new Map())
  let turn = 0

  const apart = computed(() => new Set(agencies.distinct.map(({ name, agency }) => `${nameKey(name)} ${agency}`)))
  const isApart = (name: string, agency: string): boolean => apart.value.has(`${nameKey(name)} ${agency}`)
  const counts = computed(() => {
    const of = new Map<string, number>()
    for (const { head } of reports.lines ?? []) of.set(head.agency, (of.get(head.agency) ?? 0) + 1)
    return of
  })

  /** In stretches, so that a register of thousands never holds the page up. One that an import is changing is gone through when that is over. */
  async function look(): Promise<void> {
    const mine = ++turn
    await pause(REST)
    const known = (regions.value ??= await loadRegions())
    if (mine !== turn || importing.running || agencies.list === null || reports.lines === null) return
    const doubts: Doubt[] = []
    const of = counts.value
    const search = findDoubts(agencies.list, {
      apart: isApart,
      reports: (id) => of.get(id) ?? 0,
      regions: known,
    })
    let began = performance.now()
    /** Rests where a stretch is over; false where another round has begun meanwhile. */
    async function goOn(): Promise<boolean> {
      if (performance.now() - began < STRETCH) return true
      await pause(0)
      began = performance.now()
      return mine === turn
    }
    const open = openReports()
    if (open.length > 0) {
      const names = new AgencyNames([], known.extended(agencies.list))
      for (const agency of agencies.list) {
        names.put(agency)
        if (!(await goOn())) return
      }
      const of = new Map<string, readonly string[]>()
      for (const { id, report } of open) {
        const match = names.match(report.agency ?? '', { year: report.year, path: report.source.file })
        of.set(id, match.kind === 'new' ? [] : match.kind === 'certain' ? [match.id] : match.candidates)
        if (!(await goOn())) return
      }
      matches.value = of
    }
    for (const doubt of search) {
      if (doubt) doubts.push(doubt)
      if (!(await goOn())) return
    }
    found.value = doubts
  }

  const openReports = (): readonly PendingRow[] =>
    reports.pending.filter(({ agency, report }) => agency === null && report.agency !== null)

  const waiting = computed((): readonly WaitingDoubt[] =>
    openReports().flatMap((row) => {
      const ids = matches.value.get(row.id)
      if (!ids) return []
      const name = row.report.agency ?? ''
      const candidates = ids.flatMap((id) => (isApart(name, id) ? [] : (agencies.byId.get(id) ?? [])))
      return [{ row, name, candidates }]
    }),
  )

  const open = computed(() => {
    const known = agencies.byId
    return (
      found.value?.flatMap(({ agency, candidates }) => {
        const there = candidates.filter((id) => known.has(id) && !isApart(known.get(agency)?.name ?? '', id))
        return known.has(agency) && there.length > 0 ? [{ agency, candidates: there }] : []
      }) ?? null
    )
  })

  /** The same of both, by the id of the agency or waiting report. */
  const candidatesOf = computed((): ReadonlyMap<string, readonly Candidate[]> => {
    const known = agencies.byId
    const brief = ({ id, name }: Agency): Candidate => ({ id, name })
    const ofAgencies = open.value?.map(({ agency, candidates }): [string, Candidate[]] => [
      agency,
      candidates.flatMap((id) => known.get(id) ?? []).map(brief),
    ])
    const ofReports = waiting.value.flatMap(({ row, candidates }): [string, Candidate[]][] =>
      candidates.length > 0 ? [[row.id, candidates.map(brief)]] : [],
    )
    return new Map([...(ofAgencies ?? []), ...ofReports])
  })

  watch(
    [() => agencies.list, () => agencies.distinct, () => reports.lines, () => reports.pending, () => importing.running],
    () => void look(),
    { immediate: true },
  )

  return {
    /** `null` until the register was gone through. Those of a register that has changed stay until it was gone through again. */
    found: open,
    waiting,
    candidatesOf,
  }
})

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
