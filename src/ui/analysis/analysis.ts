import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { FigureSetting } from '@/charts/caption'
import type { Catalogue } from '@/cube/query'
import { useCatalogue } from '@/state/answers'
import { useDatabase } from '@/state/database'
import type { FilterControls } from '@/state/view'
import { useFigureSetting } from '../figure/setting'

/** What every page of charts stands on, besides the answers to its own questions. */
export interface Analysis {
  /** What there is to filter by; `null` until it is known. */
  readonly catalogue: ComputedRef<Catalogue | null>
  readonly setting: ComputedRef<FigureSetting>
  /** Names of the agencies by id. */
  readonly names: ComputedRef<ReadonlyMap<string, string>>
  /** The database is open and holds reports: only then is there anything to ask. */
  readonly ready: ComputedRef<boolean>
}

/** The ground of an analysis page, as the data and the page's filter stand. */
export function useAnalysis(view: FilterControls): Analysis {
  const database = useDatabase()
  const { value } = useCatalogue()
  const catalogue = computed(() => value.value)
  return {
    catalogue,
    setting: useFigureSetting(view, () => value.value),
    names: computed(() => new Map(value.value?.agencies.map(({ id, name }) => [id, name]))),
    ready: computed(() => database.empty === false),
  }
}
