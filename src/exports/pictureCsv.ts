import type { Caption } from '../charts/caption'
import type { Chart } from '../charts/chart'
import { GAP_LABELS, isRatioColumn, STATE_SIGNS, statesOf } from '../charts/table'
import type { TableCell } from '../charts/table'
import type { Language } from '../report/wording'
import { csvText } from './csv'
import type { CsvCell } from './csv'

const COLUMN_N = { zh: '（n）', en: ' (n)' } as const
const COLUMN_RATIO = { zh: '（比率）', en: ' (ratio)' } as const
/** Captions speak of percent as the page shows it; the numbers of the file are not. */
const FRACTIONS = {
  zh: '表中的比率是未四舍五入的小数，0.25 即百分之二十五。',
  en: 'Ratios in the table are unrounded fractions: 0.25 is 25 percent.',
} as const
const COLUMN_STATE = { zh: '（来历）', en: ' (state)' } as const

/**
 * The figures of a chart as a CSV file: the caption's lines, then the table with unrounded numbers, ratios as ratios under a head that says so. n and the state of a number have columns of
 * their own beside it, where the chart has any; a number that is not there is an empty cell whose state says why.
 */
export function figureCsv(chart: Chart, caption: Caption, language: Language): string {
  const { columns, rows } = chart.table
  const has = (at: number, test: (cell: TableCell) => boolean): boolean =>
    rows.some((row) => {
      const cell = row[at]
      return cell !== undefined && test(cell)
    })
  const plans = columns.map((column, at) => ({
    at,
    label: column.label[language],
    ratio: isRatioColumn(chart.table, at),
    n: has(at, (cell) => cell.kind === 'number' && cell.n !== undefined),
    state: has(at, (cell) => cell.kind === 'number' && (cell.gap !== undefined || statesOf(cell).length > 0)),
  }))
  const head = plans.flatMap(({ label, ratio, n, state }) => [
    label + (ratio ? COLUMN_RATIO[language] : ''),
    ...(n ? [label + COLUMN_N[language]] : []),
    ...(state ? [label + COLUMN_STATE[language]] : []),
  ])
  const body = rows.map((row) =>
    plans.flatMap(({ at, n, state }): CsvCell[] => {
      const cell = row[at]
      return [valueCell(cell, language), ...(n ? [nCell(cell)] : []), ...(state ? [stateCell(cell, language)] : [])]
    }),
  )
  const above = [
    caption.title,
    caption.parts.map(({ text }) => text).join(' · '),
    ...caption.notes.map(({ text }) => text),
    ...(plans.some(({ ratio }) => ratio) ? [FRACTIONS[language]] : []),
    caption.source,
    ...(caption.example === '' ? [] : [caption.example]),
  ]
  return csvText([...above.map((line) => [line]), [], head, ...body])
}

function valueCell(cell: TableCell | undefined, language: Language): CsvCell {
  if (!cell) return null
  return cell.kind === 'text' ? cell.text[language] : cell.value
}

const nCell = (cell: TableCell | undefined): CsvCell => (cell?.kind === 'number' ? (cell.n ?? null) : null)

function stateCell(cell: TableCell | undefined, language: Language): CsvCell {
  if (cell?.kind !== 'number') return null
  const words = [
    ...(cell.gap ? [GAP_LABELS[cell.gap][language]] : []),
    ...statesOf(cell).map((state) => `${STATE_SIGNS[state][language]} ${String(cell.states?.[state] ?? 0)}`),
  ]
  return words.length > 0 ? words.join(' ') : null
}
