import type { switches as zh } from '../zh/switches'
import type { Translation } from '../messages'

export const switches: Translation<typeof zh> = {
  as: { legend: 'Percent or counts', percent: 'Percent', count: 'Counts' },
  at: 'Year told',
  change: { legend: 'How to compare with the year before', comparable: 'Comparable', all: 'All' },
  by: { legend: 'Along what the change is taken apart', agency: 'By agency', outcome: 'By outcome' },
  from: 'Against',
  on: { label: 'Picked out', none: 'none' },
  peers: {
    label: 'Peers',
    all: 'all agencies',
    kind: 'same kind',
    level: 'same level',
    system: 'same system',
    region: 'same region',
    volume: 'similar volume',
  },
  every: { whole: 'Show all', folded: 'Head and tail only' },
  figure: 'Figure',
  least: 'Least n',
  reasons: { legend: 'Reasons for which outcome' },
}
