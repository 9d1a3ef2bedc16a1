import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Agency } from '@/register/agency'
import type { AcceptedCells } from '@/store/accepted'
import type { Assignment } from '@/store/assign'
import type { Correction } from '@/store/corrections'
import { currentHead, currentRows, pendingReports, reportDetail } from '@/store/reading'
import type { ReportDetail } from '@/store/reading'
import type { DatabaseId } from '@/store/db'
import type { PendingRow, ReportHead, ReportRow } from '@/store/rows'
import type { AgencyYear } from '@/store/versions'
import { useAgencies } from './agencies'
import { CurrentReports } from './currentReports'
import { follow } from './follow'
import { useDatabase } from './database'
import * as actions from './reportActions'

/** One line of the table of reports: the current version of an agency's report of a year. */
export interface ReportLine {
  readonly head: ReportHead
  readonly agency: Agency
}

/** The table of reports and what can be done with one. Follows every change of the store once `load` was called. */
export const useReports = defineStore('reports', () => {
  const database = useDatabase()
  const agencies = useAgencies()
  const current = new CurrentReports()
  const heads = shallowRef<readonly ReportHead[] | null>(null)
  const pending = shallowRef<readonly PendingRow[]>([])
  const lines = computed(() => {
    const { list, byId } = agencies
    if (heads.value === null || list === null) return null
    return heads.value.flatMap((head): ReportLine[] => {
      const agency = byId.get(head.agency)
      return agency ? [{ head, agency }] : []
    })
  })
  let loads = 0
  /** The database whose agencies were read; they follow by themselves from then on. */
  let agenciesOf: DatabaseId | null = null

  /** Reads the table, or what of it has changed. */
  async function load(): Promise<void> {
    const load = ++loads
    const opened = await database.open()
    if (!opened.ok) return
    const [now, waiting] = await Promise.all([
      current.read(opened.value),
      pendingReports(opened.value),
      agenciesOf === database.id ? null : agencies.load(),
    ])
    agenciesOf = database.id
    if (load !== loads) return
    heads.value = now
    pending.value = waiting
  }

  watch(
    () => database.id,
    () => current.forget(),
    { flush: 'sync' },
  )
  follow(
    load,
    () => loads > 0,
    (change) => {
      current.touch(change)
      return true
    },
  )

  return {
    /** `null` until read. Years ascending. */
    lines,
    /** Reports that count nowhere until a person gives their agency or year. */
    pending: computed(() => pending.value),
    load,
    /** Corrects a cell; the number read is kept beside it. */
    correct: (report: string, correction: Correction) => actions.correct(database.id, report, correction),
    /** Takes a correction back, by its id. */
    withdraw: (correction: string) => actions.withdraw(database.id, correction),
    /** Notes that issues of reading were compared with the original and are right. */
    accept: (report: string, cells: readonly AcceptedCells[], by: string) =>
      actions.accept(database.id, report, cells, by),
    /** Takes that back. */
    reopen: (report: string, cells: readonly AcceptedCells[]) => actions.reopen(database.id, report, cells),
    /** Puts a report under another agency or year. */
    assign: (report: string, assignment: Assignment) => actions.assign(database.id, report, assignment),
    /** Deletes one version, or a pending report. */
    remove: (report: string) => actions.remove(database.id, report),
    /** Lets another version count. */
    choose: (report: string) => actions.choose(database.id, report),
  }
})

/** Which report: by its id, or the current one of an agency and year. */
export type ReportChoice = { readonly id: string } | { readonly agency: string; readonly year: number }

/** One report whole, for a component: `undefined` while it is being read, `null` where there is none. Follows the choice and every change of the store. */
export function useReport(choice: Ref<ReportChoice | null>): ShallowRef<ReportDetail | null | undefined> {
  const database = useDatabase()
  const detail = shallowRef<ReportDetail | null | undefined>(undefined)
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const wanted = choice.value
    const opened = wanted ? await database.open() : null
    if (!wanted || !opened?.ok) {
      if (load === loads) detail.value = null
      return
    }
    const id = 'id' in wanted ? wanted.id : (await currentHead(opened.value, wanted))?.id
    const found = id === undefined ? undefined : await reportDetail(opened.value, id)
    if (load === loads) detail.value = found ?? null
  }

  watch(choice, () => {
    detail.value = undefined
    void load()
  })
  follow(load, () => true)
  void load()
  return detail
}

/** The current reports of some agencies and years with their numbers, for a component; those that there are. Follows the choice and every change of the store. */
export function useCurrentRows(keys: Ref<readonly AgencyYear[]>): ShallowRef<readonly ReportRow[]> {
  const database = useDatabase()
  const rows = shallowRef<readonly ReportRow[]>([])
  let loads = 0

  async function load(): Promise<void> {
    const load = ++loads
    const wanted = keys.value
    const opened = wanted.length > 0 ? await database.open() : null
    const found = opened?.ok ? await currentRows(opened.value, wanted) : []
    if (load === loads) rows.value = found
  }

  watch(
    () => keys.value.map(({ agency, year }) => `${String(year)} ${agency}`).join(),
    () => {
      rows.value = []
      void load()
    },
  )
  follow(load, () => true)
  void load()
  return rows
}
