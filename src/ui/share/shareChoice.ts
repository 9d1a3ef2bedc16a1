import { computed, shallowRef } from 'vue'
import type { ComputedRef } from 'vue'
import type { FilterValues } from '@/analysis/filter'
import { FILTER_PARAMS, readParams } from '@/analysis/params'
import { yearsText } from '@/charts/numbers'
import type { Catalogue } from '@/cube/query'
import { useAgencies } from '@/state/agencies'
import { useCatalogue } from '@/state/answers'
import { useLastFilter } from '@/state/view'
import type { ShareChoice } from '@/store/sharePick'
import { chosenAgencies } from '../filters/agencyParams'
import { useText } from '../text'

/** Agencies and years of a part of the data, and the same in words. */
export interface SharePart extends Pick<ShareChoice, 'agencies' | 'years'> {
  readonly words: string
}

/** A choice of agencies and years, as the filters of the analysis pages make one. */
interface PartChoice {
  readonly catalogue: ComputedRef<Catalogue | null>
  readonly filters: ComputedRef<FilterValues>
  /** What is chosen; `null` where it is everything, or while that is not known. */
  readonly part: ComputedRef<SharePart | null>
  readonly change: (patch: Partial<FilterValues>) => void
  /** Chooses everything. */
  readonly clear: () => void
}

/** Chooses a part of the data: at first what the filter of the analysis pages left as it last stood. */
export function usePartChoice(): PartChoice {
  const { t, language } = useText()
  const agencies = useAgencies()
  const { value: catalogue } = useCatalogue()
  const filters = shallowRef(readParams(FILTER_PARAMS, useLastFilter().query))
  void agencies.load()

  const part = computed(() => {
    const all = catalogue.value
    if (!all || agencies.list === null) return null
    const values = filters.value
    const left = [...chosenAgencies(values, all.agencies, agencies.byId, agencies.lineages)].filter(
      (id) => values.scope === undefined || agencies.byId.get(id)?.scope === values.scope,
    )
    const ofAll = left.length === all.agencies.length
    const years = values.years.length > 0 ? values.years : null
    if (ofAll && years === null) return null
    const inWords = years ? t('share.years', { years: yearsText(years, language.value) }) : t('share.allYears')
    return { agencies: ofAll ? null : left, years, words: t('share.part', { years: inWords, n: left.length }) }
  })
  return {
    catalogue: computed(() => catalogue.value ?? null),
    filters: computed(() => filters.value),
    part,
    change: (patch) => {
      filters.value = { ...filters.value, ...patch }
    },
    clear: () => {
      filters.value = readParams(FILTER_PARAMS, {})
    },
  }
}
