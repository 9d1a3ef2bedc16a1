import type { Translation } from '../messages'
import type { shell as zh } from '../zh/shell'

export const shell: Translation<typeof zh> = {
  product: 'Gouji',
  productFull: 'Gouji 勾稽',
  skip: 'Skip to content',
  mainNav: 'Main',
  more: 'More',
  noReports: '{n} missing',
  example: 'Sample data · {city} (fictional)',
  exampleShort: 'Sample data',
  leaveExample: 'Back to own data',
  search: {
    label: 'Find agencies, figures and pages',
    placeholder: 'Agencies, figures, pages',
    agencies: 'Agencies',
    figures: 'Figures',
    pages: 'Pages',
    none: 'Nothing found for “{text}”',
    count: '{n} result | {n} results',
  },
  language: {
    label: 'Language',
    toZh: '切换为中文',
    toEn: 'Switch to English',
    zh: '中',
    en: 'EN',
  },
  theme: {
    label: 'Theme',
    light: 'Light',
    dark: 'Dark',
    toLight: 'Use the light theme',
    toDark: 'Use the dark theme',
  },
  drop: {
    title: 'Release to import',
    body: 'Files, folders and zip archives.',
  },
  empty: {
    title: 'No reports yet',
    body: 'Look at a fictional city, or import your own; the two never mix.',
    example: 'Show the sample city',
    import: 'Import reports',
    loading: 'Making a fictional city…',
  },
  notFound: {
    title: 'No such page',
    body: '{path} is not a page of Gouji.',
    back: 'Back to the overview',
  },
  working: 'Recomputing',
  failed: {
    title: 'This page could not be shown',
    body: 'The program failed: {message}. No data was changed. Reload to try again.',
    reload: 'Reload',
  },
  close: 'Close',
}
