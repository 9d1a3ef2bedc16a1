import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { FILTER_PARAMS, readParams } from '@/analysis/params'
import { yearsText } from '@/charts/numbers'
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

/** What the filter of the analysis pages leaves, as it last stood; `null` where it leaves everything. */
export function useFilteredPart(): ComputedRef<SharePart | null> {
  const { t, language } = useText()
  const lastFilter = useLastFilter()
  const agencies = useAgencies()
  const { value: catalogue } = useCatalogue()
  void agencies.load()
  return computed(() => {
    const all = catalogue.value
    if (!all || agencies.list === null) return null
    const values = readParams(FILTER_PARAMS, lastFilter.query)
    const left = [...chosenAgencies(values, all.agencies, agencies.byId, agencies.lineages)].filter(
      (id) => values.scope === undefined || agencies.byId.get(id)?.scope === values.scope,
    )
    const ofAll = left.length === all.agencies.length
    const years = values.years.length > 0 ? values.years : null
    if (ofAll && years === null) return null
    const inWords = years ? yearsText(years, language.value) : t('share.allYears')
    return { agencies: ofAll ? null : left, years, words: t('share.part', { years: inWords, n: left.length }) }
  })
}
