import type { overview as zh } from '../zh/overview'
import type { Translation } from '../messages'

export const overview: Translation<typeof zh> = {
  title: 'Overview',
  yearOnly: '{year}',
  change: {
    on: 'Change',
    predecessors: ', {n} compared with predecessors',
    comparableWords:
      'change over agencies with figures for both years: {compared}; not compared: {n} | change over agencies with figures for both years: {compared}; not compared: {n}',
    inError: 'The figure of one of the two years is based on reports with open errors',
    allWords: 'change over all reports, whether or not an agency has figures for both years',
  },
  noReports: 'No reports in this selection. Widen the years or the agencies to see charts.',
  failed: 'The data cannot be read: {message}',
}
