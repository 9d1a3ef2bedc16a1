import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Agency } from '@/register/agency'
import type { Choices } from '@/register/joinAgencies'
import { lineagesOf } from '@/register/lineage'
import { listAgencies } from '@/store/agencies'
import { listDistinct, sayDistinct } from '@/store/distinct'
import { deleteAgency, editAgency } from '@/store/editAgency'
import type { AgencyPatch, OldName } from '@/store/editAgency'
import { mergeAgencies, previewMerge } from '@/store/mergeAgencies'
import type { MergePreview } from '@/store/mergeAgencies'
import type { DistinctRow } from '@/store/decisionRows'
import { splitAgency } from '@/store/splitAgency'
import { useDatabase } from './database'
import { follow } from './follow'
import { usePreferences } from './preferences'
import { useRegisterHistory } from './registerHistory'

/** The register and the work on it, every step of which can be taken back. Follows every change of the store once `load` was called. */
export const useAgencies = defineStore('agencies', () => {
  const database = useDatabase()
  const preferences = usePreferences()
  const history = useRegisterHistory()
  const list = shallowRef<readonly Agency[] | null>(null)
  const distinct = shallowRef<readonly DistinctRow[]>([])
  const byId = computed(() => new Map((list.value ?? []).map((agency) => [agency.id, agency])))
  const lineages = computed(() => lineagesOf(list.value ?? []))
  const formerly = computed(
    () => new Map((list.value ?? []).flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id]))),
  )
  const nameOf = (id: string): string => byId.value.get(id)?.name ?? id

  /** Reads the register, or reads it again. */
  async function load(): Promise<void> {
    const opened = await database.open()
    if (!opened.ok) return
    const [agencies, apart] = await Promise.all([listAgencies(opened.value), listDistinct(opened.value)])
    list.value = agencies
    distinct.value = apart
  }

  /** What a merge would do; `null` where it cannot be told. */
  async function preview(keep: string, drop: string): Promise<MergePreview | null> {
    const opened = await database.open()
    return opened.ok ? ((await previewMerge(opened.value, { keep, drop })) ?? null) : null
  }

  follow(
    load,
    () => list.value !== null,
    ({ agencies }) => agencies,
  )

  return {
    /** `null` until read. By name. */
    list: computed(() => list.value),
    byId,
    /** Which agencies make one series. */
    lineages,
    /** The id of the agency that has the reports of an id now: another one where the two were made one, the same for any other. */
    presentId: (id: string): string => (byId.value.has(id) ? id : (formerly.value.get(id) ?? id)),
    /** Names and agencies that a person has said are not the same. */
    distinct: computed(() => distinct.value),
    load,
    preview,
    /** Changes fields of an agency; they are then the person's, and no proposal overwrites them. */
    edit: (id: string, patch: AgencyPatch, oldName?: OldName) => {
      const from = nameOf(id)
      return history.run(
        (store) => editAgency(store, id, patch, oldName),
        ({ name }) =>
          name === from
            ? { what: 'edit', params: { name, field: Object.keys(patch)[0] ?? '' } }
            : { what: 'rename', params: { from, name } },
      )
    },
    /** Removes an agency that has no report. */
    remove: (id: string) =>
      history.run(
        (store) => deleteAgency(store, id),
        ({ name }) => ({ what: 'remove', params: { name } }),
      ),
    /** Makes two entries one: `drop` goes into `keep`; `choices` say whose value stands where the two differ. */
    merge: (keep: string, drop: string, choices: Choices = {}) => {
      const from = nameOf(drop)
      return history.run(
        (store) => mergeAgencies(store, { keep, drop, choices, by: preferences.name }),
        ({ name }) => ({ what: 'merge', params: { from, name } }),
      )
    },
    /** Makes one of an agency's names a body of its own again. */
    split: (from: string, name: string) =>
      history.run(
        (store) => splitAgency(store, { from, name, by: preferences.name }),
        () => ({ what: 'split', params: { from: nameOf(from), name } }),
      ),
    /** Remembers that a name stands for none of some agencies. */
    apart: (name: string, agencies: readonly string[]) =>
      history.run(
        (store) => sayDistinct(store, { name, agencies, by: preferences.name }),
        () => ({ what: 'distinct', params: { name } }),
      ),
  }
})
