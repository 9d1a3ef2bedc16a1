import type { Caption } from '../charts/caption'
import type { Chart } from '../charts/chart'
import type { Language } from '../report/wording'
import { csvText } from './csv'
import { gridCell, gridColumns } from './figureGrid'

const COLUMN_RATIO = { zh: '（比率）', en: ' (ratio)' } as const
/** Captions speak of percent as the page shows it; the numbers of the file are not. */
const FRACTIONS = {
  zh: '表中的比率是未四舍五入的小数，0.25 即百分之二十五。',
  en: 'Ratios in the table are unrounded fractions: 0.25 is 25 per cent.',
} as const

/**
 * The figures of a chart as a CSV file: the caption's lines, then the table with unrounded numbers, ratios as ratios under a head that says so. n and the state of a number have columns of
 * their own beside it, where the chart has any; a number that is not there is an empty cell whose state says why.
 */
export function figureCsv(chart: Chart, caption: Caption, language: Language): string {
  const columns = gridColumns(chart.table, language)
  const head = columns.map(({ head: label, ratio }) => label + (ratio ? COLUMN_RATIO[language] : ''))
  const body = chart.table.rows.map((row) => columns.map(({ of, column }) => gridCell(row[column], of, language)))
  const above = [
    caption.title,
    caption.parts.map(({ text }) => text).join(' · '),
    ...caption.notes.map(({ text }) => text),
    ...(caption.definitions ?? []),
    ...(columns.some(({ ratio }) => ratio) ? [FRACTIONS[language]] : []),
    caption.source,
    ...(caption.example === '' ? [] : [caption.example]),
  ]
  return csvText([...above.map((line) => [line]), [], head, ...body])
}
