import { valueText } from '../../charts/numbers'
import { isRatioColumn } from '../../charts/table'
import { WORDS } from '../../charts/words'
import { writtenTable, writtenText } from '../../charts/writtenTable'
import type { Language } from '../../report/wording'
import type { CellPlace, FigurePage } from '../deck/pages'
import type { BigNumber } from './slide'

const MOST = 3
/** As many as an overview has headlines. */
const MOST_ROWS = 6
const YEAR = /^\d{4}( E)?$/u

/** The numbers of a figure that stand large on a page: those asked for, else the leading ones of the newest year. */
export function bigNumbers({ chart, numbers }: Pick<FigurePage, 'chart' | 'numbers'>, language: Language): BigNumber[] {
  const { table } = chart
  const written = writtenTable(table, language)
  return (numbers ?? leadingPlaces(chart)).flatMap(({ row, column }): BigNumber[] => {
    const cell = table.rows[row]?.[column]
    const words = written.rows[row]?.[column]
    if (cell?.kind !== 'number' || !words) return []
    const head = table.columns[column]?.label[language] ?? ''
    const name = nameOfRow(chart, row, language)
    const byYear = isYears(chart)
    const percent =
      cell.value !== null && cell.unit === 'ratio' && isRatioColumn(table, column) && cell.shown === undefined
    const under = writtenText({ ...words, text: '' }, language)
      .replace(/\s+/gu, ' ')
      .trim()
    return [
      {
        label: byYear ? head : name,
        text: words.text + (percent ? '%' : ''),
        under: [byYear ? name : head, under].filter((part) => part !== '').join(' · '),
      },
    ]
  })
}

type Tabled = Pick<FigurePage['chart'], 'table' | 'basis' | 'told'>

/** Whether each row is a year. */
const isYears = ({ table }: Tabled): boolean =>
  table.rows.length > 0 && table.rows.every(([first]) => first?.kind === 'text' && YEAR.test(first.text.zh))

/** What a row is: its first text that is no rank. */
function nameOfRow({ table }: Tabled, row: number, language: Language): string {
  const at = table.columns.findIndex(({ align }) => align === 'start')
  const cell = table.rows[row]?.[Math.max(0, at)]
  return cell?.kind === 'text' ? cell.text[language] : cell ? valueText(cell.value, cell.unit, language) : ''
}

/** Of a table by years the one told, else its newest with a number; of others the column of that year in the first rows. */
function leadingPlaces(chart: Tabled): CellPlace[] {
  const { table, basis } = chart
  const isNumber = (row: number, column: number): boolean => table.rows[row]?.[column]?.kind === 'number'
  const aside = new Set([WORDS.reports.zh, WORDS.missing.zh])
  const columns = table.columns.flatMap(({ label }, at) => (aside.has(label.zh) ? [] : [at]))
  if (isYears(chart)) {
    const row = rowToldOf(chart, columns)
    return columns
      .filter((column) => isNumber(row, column))
      .slice(0, MOST)
      .map((column) => ({ row, column }))
  }
  const year = String(chart.told ?? Math.max(...basis.years))
  const numeric = columns.filter((column) => table.rows.some((_, row) => isNumber(row, column)))
  const column = numeric.find((at) => table.columns[at]?.label.zh.startsWith(year)) ?? numeric[0]
  if (column === undefined) return []
  const rows = table.rows.flatMap((_, row) => (isNumber(row, column) ? [row] : []))
  return rows.slice(0, rows.length <= MOST_ROWS ? MOST_ROWS : MOST).map((row) => ({ row, column }))
}

/** Some tables begin with the oldest year, others with the newest. */
function rowToldOf({ table, told }: Tabled, columns: readonly number[]): number {
  const yearAt = (row: number): number => {
    const first = table.rows[row]?.[0]
    return first?.kind === 'text' ? Number.parseInt(first.text.zh, 10) : 0
  }
  const has = (row: number): boolean =>
    columns.some((column) => {
      const cell = table.rows[row]?.[column]
      return cell?.kind === 'number' && cell.value !== null
    })
  const rows = table.rows.map((_, row) => row).sort((one, other) => yearAt(other) - yearAt(one))
  return rows.find((row) => yearAt(row) === told) ?? rows.find(has) ?? rows[0] ?? 0
}
