import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { FigureSetting } from '@/charts/caption'
import { belongingOf } from '@/analysis/belonging'
import type { FilterValues } from '@/analysis/filter'
import type { Catalogue } from '@/cube/query'
import { LEVEL_LABELS } from '@/register/labels'
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
  /** Many agencies of one government are told by it, not by the first of them. */
  const agencyWords = (ids: readonly string[], words: readonly string[], known: Catalogue | null): string => {
    const belonging = words.length > NAMED && known ? belongingOf(known, ids) : null
    if (!belonging) return several(words)
    const levels = belonging.levels.map((level) => LEVEL_LABELS[level][language.value])
    return t(belonging.whole ? 'charts.allBelow' : 'charts.someBelow', {
      government: belonging.government.name,
      levels: joinNames(levels, language.value),
      n: words.length,
    })
  }
  return (values) => {
    const known = catalogue()
    const names = seriesNames(known?.agencies ?? [], known?.series ?? [], language.value, t)
    const words = FILTERS.flatMap((filter) =>
      values[filter].length === 0
        ? []
        : [several(values[filter].map((value) => filterWord(filter, value, language.value)))],
    )
    const agencies =
      values.agencies.length > 0 ? [agencyWords(values.agencies, names.wordsOf(values.agencies), known)] : []
    const filters = [...words, ...agencies]
    return {
      filters: filters.length > 0 ? filters : [t('charts.allAgencies')],
      besideAgencies: words,
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
