import type { FigureStates } from '../cube/query'
import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import { cellNumberText, valueText } from './numbers'
import { GAP_LABELS, isRatioColumn, STATE_SIGNS, statesOf } from './table'
import type { ChartTable, TableCell, TableNumber } from './table'
import { both } from './words'

/** A cell as it is read: on the page, on a slide, in a document. */
export interface WrittenCell {
  /** The number with its unit where its column does not say it, a gap in words, or the text. */
  readonly text: string
  /** The denominator of a rate, `''` for none. */
  readonly n: string
  /** How the number came to be, where it is not as printed. */
  readonly states: readonly (keyof FigureStates)[]
}

export interface WrittenTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly WrittenCell[])[]
}

const IN_PERCENT = both('（%）', ' (%)')
const IN_POINTS = both('（百分点）', ' (points)')
const POINTS: Label = both(' 个百分点', ' points')

/** Differences between rates are points. */
const inPoints = (cell: TableCell | undefined): cell is TableNumber =>
  cell?.kind === 'number' && cell.unit === 'ratio' && cell.shown !== undefined

/** A chart's table in words, one text for each cell, the same wherever it stands. Heads of columns of rates alone say the unit, elsewhere each rate does. */
export function writtenTable(table: ChartTable, language: Language): WrittenTable {
  const units = table.columns.map((_, at) => {
    if (!isRatioColumn(table, at)) return null
    return (table.rows.some((row) => inPoints(row[at])) ? IN_POINTS : IN_PERCENT)[language]
  })
  const cellOf = (cell: TableCell, column: number): WrittenCell => {
    if (cell.kind === 'text') return { text: cell.text[language], n: '', states: [] }
    return {
      text: numberOrGap(cell, units[column] != null, language),
      n: cell.n === undefined ? '' : valueText(cell.n, 'count', language),
      states: statesOf(cell),
    }
  }
  return {
    heads: table.columns.map(({ label }, at) => label[language] + (units[at] ?? '')),
    rows: table.rows.map((row) => row.map(cellOf)),
  }
}

function numberOrGap(cell: TableNumber, headSaysUnit: boolean, language: Language): string {
  if (cell.value === null && cell.gap) return GAP_LABELS[cell.gap][language]
  const unit = cell.unit !== 'ratio' || headSaysUnit ? '' : inPoints(cell) ? POINTS[language] : '%'
  return cellNumberText(cell, language) + (cell.value === null ? '' : unit)
}

/** A cell as one run of text: signs of its history, the number, n. */
export function writtenText({ text, n, states }: WrittenCell, language: Language): string {
  return [...states.map((state) => STATE_SIGNS[state][language]), text, ...(n === '' ? [] : [`n ${n}`])].join(' ')
}
