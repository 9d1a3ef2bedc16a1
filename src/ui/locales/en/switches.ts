import type { switches as zh } from '../zh/switches'
import type { Translation } from '../messages'

export const switches: Translation<typeof zh> = {
  as: { legend: 'Percent or counts', percent: 'Percent', count: 'Counts' },
  at: 'Year told',
  change: { legend: 'How to compare with the year before', comparable: 'Comparable', all: 'All' },
  every: { whole: 'Show all', folded: 'Head and tail only' },
  figure: 'Figure',
  least: 'Least n',
  reasons: { legend: 'Reasons for which outcome' },
}
