import { computed } from 'vue'
import { joinNames } from '../format'
import { useText } from '../text'
import { filterOptions, filterWord } from './options'
import type { AgencyEntry, AgencyFilter } from './options'

const SHOWN_NAMES = 2
const FILTERS = ['regions', 'kinds', 'levels', 'systems'] as const satisfies readonly AgencyFilter[]
const LABELS = {
  regions: 'terms.region',
  kinds: 'terms.kind',
  levels: 'terms.level',
  systems: 'terms.system',
} as const

/** The menus of the filters whose values belong to agencies, for `FilterMenus`: those in which there is something to choose. */
export function useFilterMenus(
  agencies: () => readonly AgencyEntry[],
  values: () => Readonly<Record<AgencyFilter, readonly string[]>>,
) {
  const { t, language } = useText()

  function inWords(words: readonly string[], none = t('shell.filters.all')): string {
    if (words.length === 0) return none
    return words.length <= SHOWN_NAMES
      ? joinNames(words, language.value)
      : t('shell.filters.several', { first: words[0] ?? '', n: words.length })
  }

  const menus = computed(() =>
    FILTERS.map((filter) => {
      const options = filterOptions(filter, agencies(), language.value)
      const chosen = values()[filter]
      const value = inWords(chosen.map((item) => filterWord(filter, item, language.value)))
      return { filter, label: t(LABELS[filter]), options, chosen, value }
    }).filter(({ options, chosen }) => options.length > 1 || chosen.length > 0),
  )
  return { menus, inWords }
}
