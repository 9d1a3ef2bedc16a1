import type { Chart } from '../charts/chart'
import { writtenTable, writtenText } from '../charts/writtenTable'
import type { SeenFigures } from './kept'

/** What a figure shows, as it is kept to tell later what has changed: its table in words, always Chinese, so that the language of the page is no change. */
export function seenOf({ table }: Pick<Chart, 'table'>): SeenFigures {
  const { heads, rows } = writtenTable(table, 'zh')
  return { columns: heads, rows: rows.map((row) => row.map((cell) => writtenText(cell, 'zh'))) }
}

/** One number that is another now. `from`: `null` where it is new; `to`: `null` where it is gone. */
export interface SeenChange {
  /** What row and column it is of. */
  readonly row: string
  readonly column: string
  readonly from: string | null
  readonly to: string | null
}

/** What differs between what was seen and what is shown now, in the order of the present table, then what is gone. Rows and columns that only moved are no change. */
export function changesSince(seen: SeenFigures, chart: Pick<Chart, 'table'>): SeenChange[] {
  const text = chart.table.columns.map((_, at) => chart.table.rows.every((row) => row[at]?.kind !== 'number'))
  const before = byPlace(seen, (at) => text[at] ?? false)
  const now = byPlace(seenOf(chart), (at) => text[at] ?? false)
  const changed = [...now].flatMap(([key, { row, column, value }]): SeenChange[] => {
    const from = before.get(key)?.value ?? null
    return from === value ? [] : [{ row, column, from, to: value }]
  })
  const gone = [...before].flatMap(([key, { row, column, value }]): SeenChange[] =>
    now.has(key) ? [] : [{ row, column, from: value, to: null }],
  )
  return [...changed, ...gone]
}

interface Placed {
  readonly row: string
  readonly column: string
  readonly value: string
}

/** Values by the names of row and column. A row is named by its texts, or its first cell; of several with one name each is counted. */
function byPlace({ columns, rows }: SeenFigures, isText: (column: number) => boolean): Map<string, Placed> {
  const places = new Map<string, Placed>()
  const named = new Map<string, number>()
  for (const row of rows) {
    const texts = row.filter((_, at) => isText(at) && !isRankColumn(columns[at]))
    const name = (texts.length > 0 ? texts : row.slice(0, 1)).join(' ')
    const again = named.get(name) ?? 0
    named.set(name, again + 1)
    row.forEach((value, at) => {
      const column = columns[at] ?? ''
      if (isText(at) && !isRankColumn(column)) return
      places.set(JSON.stringify([name, again, column]), { row: name, column, value })
    })
  }
  return places
}

/** Ranks are written as text, and yet they are what changes rather than what names a row. */
const isRankColumn = (column: string | undefined): boolean => column === '名次'
