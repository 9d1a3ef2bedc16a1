import type { compare as zh } from '../zh/compare'
import type { Translation } from '../messages'

export const compare: Translation<typeof zh> = {
  title: 'Compare',
  mode: 'Kind of chart',
  modes: { matrix: 'Matrix', lines: 'Lines', bars: 'Bars', table: 'Table' },
  all: 'All agencies',
  rank: 'Rank',
  trend: 'Trend',
  change: 'Change',
  comparable: 'Agencies with figures for both years (like for like): {compared}',
  turns: { renamed: 'renamed', succeeded: 'taken over', merged: 'merged' },
  noReports: 'No report matches the filters.',
  failed: 'The figures could not be computed: {message}.',
  choose: 'Highlight {name} in the lines',
  folded: '{n} agency folded; show | {n} agencies folded; show',
  unranked:
    '{n} agency with n < {least} or without a figure in {year}, not ranked | {n} agencies with n < {least} or without a figure in {year}, not ranked',
  without: '{n} agency without a figure in {year} | {n} agencies without a figure in {year}',
  key: 'colour breaks',
  value: '{year}',
  ofRanked: '/ {n}',
  toMedian: 'From the median',
  points: 'points',
  report: 'See the report',
  hint: 'Choose an agency to see its place among its peers; up to three can be highlighted.',
}
