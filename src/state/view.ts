import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { filterOf } from '@/analysis/filter'
import type { FilterValues } from '@/analysis/filter'
import type { Filter } from '@/cube/query'
import { FILTER_PARAMS, readParams, writeParams } from '@/analysis/params'
import type { Params, RawQuery, ValuesOf } from '@/analysis/params'

/** The filter that the analysis pages share, as it last stood, so that going from one to another keeps it. */
export const useLastFilter = defineStore('lastFilter', () => {
  const query = ref<Readonly<Record<string, string>>>({})
  /** An address that the router is still going to, so that two changes in one moment both count. */
  const pending = shallowRef<RawQuery | null>(null)
  return { query, pending }
})

/** The shared part of a view, which the filter bar works on. */
export interface FilterControls {
  /** The shared filter as the address has it. */
  readonly filters: ComputedRef<FilterValues>
  /** The same as the engine takes it. */
  readonly filter: ComputedRef<Filter>
  /** Changes filters: a new entry of the history, or none for a change that belongs to the last. */
  readonly setFilter: (patch: Partial<FilterValues>, history?: 'push' | 'replace') => void
  /** Everything back to its default. */
  readonly clear: () => void
  /** Whether anything differs from its default. */
  readonly changed: ComputedRef<boolean>
}

/** A page's own switches. */
export interface Switches<P extends Params> {
  readonly switches: ComputedRef<ValuesOf<P>>
  /** Changes switches: a new entry of the history, or none for what is typed letter by letter. */
  readonly set: (patch: Partial<ValuesOf<P>>, history?: 'push' | 'replace') => void
}

export interface View<P extends Params> extends FilterControls, Switches<P> {}

type History = 'push' | 'replace'

/** The address's query as it is or is about to be, and the one way to change it. */
function useAddress(): { query: ComputedRef<RawQuery>; go: (query: Record<string, string>, history: History) => void } {
  const route = useRoute()
  const router = useRouter()
  const lastFilter = useLastFilter()
  // A page of questions is another one for each.
  const pageNow = (): string => `${String(route.name)} ${String(route.params['question'] ?? '')}`
  const page = pageNow()
  return {
    // A page that is being left no longer follows the address: it is another page's by then.
    query: computed<RawQuery>((before) =>
      before !== undefined && pageNow() !== page ? before : (lastFilter.pending ?? route.query),
    ),
    go: (query, history) => {
      lastFilter.pending = query
      void router[history]({ query, hash: route.hash }).finally(() => {
        if (lastFilter.pending === query) lastFilter.pending = null
      })
    },
  }
}

/** The switches of a page without the shared filter, kept in its address. */
export function useSwitches<P extends Params>(params: P): Switches<P> {
  const { query, go } = useAddress()
  const switches = computed(() => readParams(params, query.value))
  return {
    switches,
    set: (patch, history = 'push') => {
      go(writeParams(params, { ...switches.value, ...patch }), history)
    },
  }
}

/**
 * The state of an analysis page that lives in its address: the shared filter and the page's own switches, both typed. The address is the only copy,
 * so that a link, a reload and the back button give the same view. Names of switches must differ from those of `FILTER_PARAMS`.
 */
export function useView<P extends Params>(params: P): View<P> {
  const lastFilter = useLastFilter()
  const { query, go } = useAddress()
  const switches = computed(() => readParams(params, query.value))
  const filters = computed(() => readParams(FILTER_PARAMS, query.value))
  watch(
    () => writeParams(FILTER_PARAMS, filters.value),
    (filterQuery) => {
      lastFilter.query = filterQuery
    },
    { immediate: true },
  )
  const goTo = (nextSwitches: ValuesOf<P>, nextFilters: FilterValues, history: History): void => {
    go({ ...writeParams(FILTER_PARAMS, nextFilters), ...writeParams(params, nextSwitches) }, history)
  }

  return {
    switches,
    filters,
    filter: computed(() => filterOf(filters.value)),
    set: (patch, history = 'push') => {
      goTo({ ...switches.value, ...patch }, filters.value, history)
    },
    setFilter: (patch, history = 'push') => {
      goTo(switches.value, { ...filters.value, ...patch }, history)
    },
    clear: () => {
      goTo(readParams(params, {}), readParams(FILTER_PARAMS, {}), 'push')
    },
    changed: computed(
      () =>
        Object.keys({ ...writeParams(FILTER_PARAMS, filters.value), ...writeParams(params, switches.value) }).length >
        0,
    ),
  }
}
