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
  choose: 'Pick out {name} in the lines',
  folded: '{n} agency folded; show | {n} agencies folded; show',
  form: '{form} form',
  unranked:
    '{n} agency with n < {least} or without a number in {year}, not ranked | {n} agencies with n < {least} or without a number in {year}, not ranked',
  without: '{n} agency without a number in {year} | {n} agencies without a number in {year}',
  key: {
    steps: 'bounds of the colours',
    blank: 'blank',
    missing: 'no report',
    small: 'n < {n} is not coloured; the small number is n',
    noCases: '— no cases (0/0)',
  },
  value: '{year}',
  ofRanked: '/ {n}',
  toMedian: 'To the median',
  points: 'points',
  report: 'See the report',
  hint: 'Choose an agency to see its place among its peers; three at most are picked out.',
}
