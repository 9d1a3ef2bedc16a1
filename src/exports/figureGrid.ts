import { GAP_LABELS, isRatioColumn, STATE_SIGNS, statesOf } from '../charts/table'
import type { ChartTable, TableCell } from '../charts/table'
import type { Language } from '../report/wording'

/** A column of a figure's table in a file of numbers: n and the state of a number have columns of their own beside it, where the table has any. */
export interface GridColumn {
  readonly of: 'value' | 'n' | 'state'
  /** Of the chart's table. */
  readonly column: number
  readonly head: string
  /** Whether its values are ratios throughout. */
  readonly ratio: boolean
}

const HEAD_N = { zh: '（n）', en: ' (n)' } as const
const HEAD_STATE = { zh: '（来历）', en: ' (state)' } as const

/** The columns that a figure's table takes in a file of numbers. */
export function gridColumns(table: ChartTable, language: Language): GridColumn[] {
  const has = (at: number, test: (cell: TableCell) => boolean): boolean =>
    table.rows.some((row) => {
      const cell = row[at]
      return cell !== undefined && test(cell)
    })
  return table.columns.flatMap((column, at): GridColumn[] => {
    const head = column.label[language]
    const n = has(at, (cell) => cell.kind === 'number' && cell.n !== undefined)
    const state = has(at, (cell) => cell.kind === 'number' && (cell.gap !== undefined || statesOf(cell).length > 0))
    return [
      { of: 'value', column: at, head, ratio: isRatioColumn(table, at) },
      ...(n ? [{ of: 'n' as const, column: at, head: head + HEAD_N[language], ratio: false }] : []),
      ...(state ? [{ of: 'state' as const, column: at, head: head + HEAD_STATE[language], ratio: false }] : []),
    ]
  })
}

/** What stands in a column: the unrounded number or the text, n, or how the number came to be; a number that is not there is an empty cell whose state says why. */
export function gridCell(
  cell: TableCell | undefined,
  of: GridColumn['of'],
  language: Language,
): string | number | null {
  if (!cell) return null
  if (cell.kind === 'text') return of === 'value' ? cell.text[language] : null
  if (of === 'value') return cell.value
  if (of === 'n') return cell.n ?? null
  const words = [
    ...(cell.gap ? [GAP_LABELS[cell.gap][language]] : []),
    ...statesOf(cell).map((state) => `${STATE_SIGNS[state][language]} ${String(cell.states?.[state] ?? 0)}`),
  ]
  return words.length > 0 ? words.join(' ') : null
}
