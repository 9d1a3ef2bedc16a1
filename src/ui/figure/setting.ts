import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { FigureSetting } from '@/charts/caption'
import type { FilterValues } from '@/analysis/filter'
import type { Catalogue } from '@/cube/query'
import { useDatabase } from '@/state/database'
import type { FilterControls } from '@/state/view'
import { filterWord } from '../filters/options'
import { seriesNames } from '../filters/seriesNames'
import { formatDate, joinNames } from '../format'
import { useText } from '../text'

const NAMED = 3
const FILTERS = ['regions', 'kinds', 'levels', 'systems'] as const

/** What figures of a filter say besides their own: the filter in words, the day of the data, the mark of the example city. */
export function useFigureSettings(catalogue: () => Catalogue | null): (values: FilterValues) => FigureSetting {
  const { t, language } = useText()
  const database = useDatabase()
  const several = (words: readonly string[]): string =>
    words.length <= NAMED
      ? joinNames(words, language.value)
      : t('shell.filters.several', { first: words[0] ?? '', n: words.length })
  return (values) => {
    const known = catalogue()
    const names = seriesNames(known?.agencies ?? [], known?.series ?? [], language.value, t)
    const words = FILTERS.flatMap((filter) =>
      values[filter].length === 0
        ? []
        : [several(values[filter].map((value) => filterWord(filter, value, language.value)))],
    )
    if (values.agencies.length > 0) words.push(several(names.wordsOf(values.agencies)))
    return {
      filters: words.length > 0 ? words : [t('charts.allAgencies')],
      updated: known?.updated == null ? null : formatDate(known.updated),
      example: database.isExample,
    }
  }
}

/** The same for the filter of a page. */
export function useFigureSetting(view: FilterControls, catalogue: () => Catalogue | null): ComputedRef<FigureSetting> {
  const settingOf = useFigureSettings(catalogue)
  return computed(() => settingOf(view.filters.value))
}
