import type { Translation } from '../messages'
import type { definitions as zh } from '../zh/definitions'

export const definitions: Translation<typeof zh> = {
  title: 'Definitions',
  find: 'Find',
  group: 'Group',
  groups: {
    all: 'All',
    indicators: 'Indicators',
    sums: 'Sums',
  },
  count: '{n} entry | {n} entries',
  lead: 'An indicator is a ratio of sums, not a mean of the agencies’ ratios. A report that lacks a cell of the numerator or the denominator does not count; such reports are stated beside n. “—” stands where the denominator is 0 or blank. A blank is not read as 0. An agency’s own figures and government totals are never added together.',
  unknown: 'No definition has the id “{id}”.',
  linkHere: 'Link to this definition',
  columns: {
    name: 'Name and id',
    formula: 'Formula',
    place: 'Place in the form',
    unit: 'Unit',
    series: 'Over 2020/2021',
    source: 'Source',
  },
}
