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
import { useAgencies } from './agencies'
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
  const found = shallowRef<readonly Doubt[] | null>(null)
  const regions = shallowRef<Regions | null>(null)
  let turn = 0

  const apart = computed(() => new Set(agencies.distinct.map(({ name, agency }) => `${nameKey(name)} ${agency}`)))
  const isApart = (name: string, agency: string): boolean => apart.value.has(`${nameKey(name)} ${agency}`)
  const counts = computed(() => {
    const of = new Map<string, number>()
    for (const { head } of reports.lines ?? []) of.set(head.agency, (of.get(head.agency) ?? 0) + 1)
    return of
  })

  /** In stretches, so that a register of thousands never holds the page up. */
  async function look(): Promise<void> {
    const mine = ++turn
    await pause(REST)
    const known = (regions.value ??= await loadRegions())
    if (mine !== turn || agencies.list === null || reports.lines === null) return
    const doubts: Doubt[] = []
    const of = counts.value
    const search = findDoubts(agencies.list, {
      apart: isApart,
      reports: (id) => of.get(id) ?? 0,
      regions: known,
    })
    let began = performance.now()
    for (const doubt of search) {
      if (doubt) doubts.push(doubt)
      if (performance.now() - began < STRETCH) continue
      await pause(0)
      if (mine !== turn) return
      began = performance.now()
    }
    found.value = doubts
  }

  const waiting = computed((): readonly WaitingDoubt[] => {
    const open = reports.pending.filter(({ agency, report }) => agency === null && report.agency !== null)
    if (open.length === 0 || !regions.value) return []
    const names = new AgencyNames(agencies.list ?? [], regions.value)
    return open.flatMap((row) => {
      const name = row.report.agency ?? ''
      const { source, year } = row.report
      const match = names.match(name, { year, path: source.file })
      const ids = match.kind === 'new' ? [] : match.kind === 'certain' ? [match.id] : match.candidates
      const candidates = ids.flatMap((id) => (isApart(name, id) ? [] : (agencies.byId.get(id) ?? [])))
      return [{ row, name, candidates }]
    })
  })

  watch([() => agencies.list, () => agencies.distinct, () => reports.lines], () => void look(), { immediate: true })

  return {
    /** `null` until the register was gone through. Those of a register that has changed stay until it was gone through again. */
    found: computed(() => {
      const known = agencies.byId
      return (
        found.value?.flatMap(({ agency, candidates }) => {
          const there = candidates.filter((id) => known.has(id) && !isApart(known.get(agency)?.name ?? '', id))
          return known.has(agency) && there.length > 0 ? [{ agency, candidates: there }] : []
        }) ?? null
      )
    }),
    waiting,
  }
})

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
