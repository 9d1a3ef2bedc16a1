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
  parent: 'Parent',
  kinds: {
    government: 'Government',
    department: 'Department',
    township: 'Township',
    zone: 'Zone',
    vertical: 'Vertical agency',
    authorised: 'Authorised body',
  },
  levels: {
    national: 'National',
    province: 'Province',
    city: 'City',
    county: 'County',
    township: 'Township',
  },
  scopes: {
    own: 'Own figures',
    summed: 'Summed figures',
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
