import type { overview as zh } from '../zh/overview'
import type { Translation } from '../messages'

export const overview: Translation<typeof zh> = {
  title: 'Overview',
  yearOnly: '{year}',
  change: {
    on: 'Change',
    predecessors: ', {n} of them against their predecessors',
    comparableWords:
      'change among the {compared} agencies that have both years, {n} left out | change among the {compared} agencies that have both years, {n} left out',
    inError: 'The figure of one of the two years rests on reports with open errors',
    allWords: 'change over all reports, whether or not an agency has both years',
  },
  noReports: 'No reports within this selection. Widen the years or the agencies to see charts.',
  failed: 'The data cannot be read: {message}',
}
