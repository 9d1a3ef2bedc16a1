import type { Catalogue } from '@/cube/query'
import { AGENCY_KINDS, LEVELS } from '@/register/agency'
import { KIND_LABELS, LEVEL_LABELS } from '@/register/labels'
import { systemLabel } from '@/register/systems'
import type { Language } from '@/report/wording'
import type { FilterValues } from '@/analysis/filter'

export interface FilterOption {
  readonly value: string
  readonly text: string
  /** Small at the right: how many agencies, the kind. */
  readonly hint?: string
  /** Other words that find it. */
  readonly also?: readonly string[]
}

export type AgencyEntry = Catalogue['agencies'][number]
/** Filters whose values belong to agencies. */
export type AgencyFilter = 'regions' | 'kinds' | 'levels' | 'systems'

const KEY: Readonly<Record<AgencyFilter, 'region' | 'kind' | 'level' | 'system'>> = {
  regions: 'region',
  kinds: 'kind',
  levels: 'level',
  systems: 'system',
}

/** The words of one value of a filter. */
export function filterWord(filter: AgencyFilter, value: string, language: Language): string {
  if (filter === 'kinds') {
    const kind = AGENCY_KINDS.find((known) => known === value)
    return kind ? KIND_LABELS[kind][language] : value
  }
  if (filter === 'levels') {
    const level = LEVELS.find((known) => known === value)
    return level ? LEVEL_LABELS[level][language] : value
  }
  return filter === 'systems' ? (systemLabel(value)?.[language] ?? value) : value
}

/** What the data has for one filter, each with its number of agencies; kinds and levels in their own order, the rest by name. */
export function filterOptions(
  filter: AgencyFilter,
  agencies: readonly AgencyEntry[],
  language: Language,
): FilterOption[] {
  const counts = new Map<string, number>()
  for (const agency of agencies) {
    const value = agency[KEY[filter]]
    if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const order: readonly string[] | null = filter === 'kinds' ? AGENCY_KINDS : filter === 'levels' ? LEVELS : null
  const options = [...counts].map(([value, count]) => ({
    value,
    text: filterWord(filter, value, language),
    hint: String(count),
  }))
  return options.sort((a, b) =>
    order ? order.indexOf(a.value) - order.indexOf(b.value) : a.text.localeCompare(b.text, 'zh-CN'),
  )
}

/** The agencies that the other filters leave, whatever agencies are chosen. */
export function agenciesWithin<Entry extends AgencyEntry>(values: FilterValues, agencies: readonly Entry[]): Entry[] {
  const allows = (chosen: readonly string[], value: string | null): boolean =>
    chosen.length === 0 || (value !== null && chosen.includes(value))
  return agencies.filter(
    (agency) =>
      allows(values.regions, agency.region) &&
      allows(values.kinds, agency.kind) &&
      allows(values.levels, agency.level) &&
      allows(values.systems, agency.system),
  )
}
