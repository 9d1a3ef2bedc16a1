import type { Translation } from '../messages'
import type { agencies as zh } from '../zh/agencies'

export const agencies: Translation<typeof zh> = {
  title: 'Agencies',
  find: 'Find',
  count: '{n} agency | {n} agencies',
  lead: 'Kind, level, region, system, parent and scope are proposed from the name; edit them in the table. What was edited is underlined and no later proposal overwrites it. No sum adds an agency’s own figures to a government’s totals.',
  saved: 'Changed: {name}.',
  removed: 'Removed: {name}.',
  noSuchParent:
    'There is no agency named “{name}”; the parent was not changed. Import its report first, or choose from the list.',
  cell: '{column}: {name}',
  columns: {
    name: 'Name',
    kind: 'Kind',
    level: 'Level',
    region: 'Region',
    system: 'System',
    parent: 'Parent',
    scope: 'Scope',
    years: 'Years owed',
    from: 'First year owed',
    to: 'Last year owed',
    aliases: 'Also known as',
    reports: 'Reports',
    remove: 'Remove',
  },
}
