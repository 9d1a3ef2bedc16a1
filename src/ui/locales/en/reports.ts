import type { reports as zh } from '../zh/reports'
import type { Translation } from '../messages'

export const reports: Translation<typeof zh> = {
  title: 'Reports',
  find: 'Find an agency or file',
  count: '{n} report | {n} reports',
  countOld: '{n} document on an old form | {n} documents on old forms',
  oldForm: 'old form',
  years: 'Years',
  all: 'All',
  onlyErrors: 'Only with errors',
  none: 'No report matches.',
  download: 'Export the whole data set',
  columns: {
    agency: 'Agency',
    year: 'Year',
    forms: 'Form',
    kind: 'Kind',
    region: 'Region',
    values: 'Read',
    issues: 'Issues',
    errors: 'Errors',
    version: 'Version',
    published: 'Published',
    imported: 'Imported',
    file: 'File',
  },
  sortBy: 'Sort by {column}',
  noTable: 'no tables',
  pending:
    '{n} report without agency or year: it counts in no chart. Give them on the import page. | {n} reports without agency or year: they count in no chart. Give them on the import page.',
}
