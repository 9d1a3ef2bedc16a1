import type { switches as zh } from '../zh/switches'
import type { Translation } from '../messages'

export const switches: Translation<typeof zh> = {
  as: { legend: 'Percent or counts', percent: 'Percent', count: 'Counts' },
  at: 'Year shown',
  change: { legend: 'How to compare with the previous year', comparable: 'Comparable', all: 'All' },
  by: { legend: 'Break the change down', agency: 'By agency', outcome: 'By outcome' },
  from: 'Compared with',
  on: { label: 'Highlighted', none: 'none' },
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
  least: 'Minimum n',
  reasons: { legend: 'Outcome whose reasons are shown' },
}
