import type { Translation } from '../messages'
import type { terms as zh } from '../zh/terms'

export const terms: Translation<typeof zh> = {
  year: 'Years',
  region: 'Region',
  kind: 'Kind',
  level: 'Level',
  system: 'System',
  agency: 'Agencies',
  scope: 'Scope',
  scopes: {
    own: 'Agencies’ own figures',
    summed: 'Government totals',
  },
  severities: {
    error: 'E',
    warning: 'W',
    info: 'I',
  },
  states: {
    printed: 'As printed',
    repaired: 'Repaired',
    inferred: 'Inferred',
    corrected: 'Corrected',
    blank: 'Blank',
    unread: 'Not readable',
    missing: 'No report',
  },
  vouched: 'compared with the original',
  vouchedSign: '✓',
  units: {
    count: '',
    signedCount: '',
    money: '10,000 yuan',
    percent: '%',
  },
  formVersions: {
    '2019': '2019 form',
    '2021': '2021 form',
  },
}
