import type { compare as zh } from '../zh/compare'
import type { Translation } from '../messages'

export const compare: Translation<typeof zh> = {
  title: 'Compare',
  mode: 'Kind of chart',
  modes: { matrix: 'Matrix', lines: 'Lines', bars: 'Bars', table: 'Table' },
  all: 'All together',
  rank: 'Rank',
  trend: 'Trend',
  change: 'Change',
  comparable: 'Agencies with both years (like for like): {compared}',
  turns: { renamed: 'renamed', succeeded: 'taken over', merged: 'merged' },
  noReports: 'No report matches the filters.',
  failed: 'The figures could not be computed: {message}.',
  choose: 'Pick out {name} in the lines',
  folded: '{n} agency folded; show | {n} agencies folded; show',
  unranked:
    '{n} agency with n < {least} or without a number in {year}, not ranked | {n} agencies with n < {least} or without a number in {year}, not ranked',
  without: '{n} agency without a number in {year} | {n} agencies without a number in {year}',
  key: 'bounds of the colours',
  value: '{year}',
  ofRanked: '/ {n}',
  toMedian: 'To the median',
  points: 'points',
  report: 'See the report',
  hint: 'Choose an agency to see its place among its peers; three at most are picked out.',
}
