import type { compare as zh } from '../zh/compare'
import type { Translation } from '../messages'

export const compare: Translation<typeof zh> = {
  title: 'Compare',
  figure: 'Figure',
  mode: 'Kind of chart',
  modes: { matrix: 'Matrix', lines: 'Lines', bars: 'Bars', table: 'Table' },
  least: 'Least n',
  all: 'All together',
  rank: 'Rank',
  trend: 'Trend',
  change: 'Change',
  noReports: 'No report matches the filters.',
  failed: 'The figures could not be computed: {message}.',
  sortBy: 'Sort by {column}',
  choose: 'Pick out {name} in the lines',
  fold: 'Fold the agencies in the middle',
  folded: '{n} agency folded; show | {n} agencies folded; show',
  keyBelow: 'below {value}',
  key: { blank: 'blank', missing: 'no report', small: 'small n, not coloured', noCases: '0/0' },
  peers: '{name} among its peers',
  value: '{year}',
  ofRanked: '/ {n}',
  toMedian: 'To the median',
  points: 'points',
  report: 'See the report',
  hint: 'Choose an agency to see its place among its peers; three at most are picked out.',
}
