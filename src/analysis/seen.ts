import type { Chart } from '../charts/chart'
import { writtenTable, writtenText } from '../charts/writtenTable'
import { wordsIn } from './seenWords'
import type { SeenFigures } from './kept'
import { KEPT_LIMITS } from './keptLimits'
import { readText } from './readText'
import type { Language } from '../report/wording'

/** What a figure shows, as it is kept to tell later what has changed: its table in words, always Chinese, so that the language of the page is no change; and cut as what is kept is, so that the cut is none either. */
export function seenOf({ table }: Pick<Chart, 'table'>): SeenFigures {
  const { heads, rows } = writtenTable(table, 'zh')
  const kept = (text: string): string => readText(text, KEPT_LIMITS.cell) ?? ''
  return { columns: heads.map(kept), rows: rows.map((row) => row.map((cell) => kept(writtenText(cell, 'zh')))) }
}

/** One number that is another now. `from`: `null` where it is new; `to`: `null` where it is gone. */
export interface SeenChange {
  /** What row and column it is of. */
  readonly row: string
  readonly column: string
  readonly from: string | null
  readonly to: string | null
}

/**
 * What differs between what was seen and what is shown now, in the order of the present table, then what is gone. Rows and columns that only moved are no change.
 * `language`: of the words that tell it; names that are in no table any more stand as they were seen.
 */
export function changesSince(seen: SeenFigures, chart: Pick<Chart, 'table'>, language: Language = 'zh'): SeenChange[] {
  const names = namingColumns(chart)
  const before = byPlace(seen, names)
  const now = byPlace(seenOf(chart), names)
  const had = new Set(seen.columns.map(headOf))
  const changed = [...now].flatMap(([key, place]) => {
    const from = before.get(key)?.value ?? null
    const head = headOf(place.column)
    return isSame(from, place.value) || (ADDED.has(head) && !had.has(head)) ? [] : [{ place, from, to: place.value }]
  })
  const gone = [...before].flatMap(([key, place]) => (now.has(key) ? [] : [{ place, from: place.value, to: null }]))
  const all = [...changed, ...gone]
  const say = language === 'zh' || all.length === 0 ? (text: string) => text : wordsIn(chart, language)
  return all.map(({ place: { row, column }, from, to }) => ({
    row: row.map(say).join(' '),
    column: say(column),
    from: from === null ? null : say(from),
    to: to === null ? null : say(to),
  }))
}

/** Heads of the columns that name a row: those that a table begins with. Texts behind its numbers, such as who has not reported, change as numbers do. */
function namingColumns({ table: { columns } }: Pick<Chart, 'table'>): ReadonlySet<string> {
  const own = columns.filter(({ label }) => !isRankColumn(label.zh))
  const end = own.findIndex(({ align }) => align === 'end')
  return new Set(own.slice(0, end === -1 ? 1 : end).map(({ label }) => label.zh))
}

interface Placed {
  /** What names it. */
  readonly row: readonly string[]
  readonly column: string
  readonly value: string
}

/** Values by the names of row and column. Of several rows with one name each is counted, and so are columns. */
function byPlace({ columns, rows }: SeenFigures, names: ReadonlySet<string>): Map<string, Placed> {
  const places = new Map<string, Placed>()
  const named = new Map<string, number>()
  for (const row of rows) {
    const naming = row.filter((_, at) => names.has(columns[at] ?? ''))
    const name = naming.join(' ')
    const again = named.get(name) ?? 0
    named.set(name, again + 1)
    const heads = new Map<string, number>()
    row.forEach((value, at) => {
      const column = columns[at] ?? ''
      if (names.has(column)) return
      const head = headOf(column)
      const alike = heads.get(head) ?? 0
      heads.set(head, alike + 1)
      places.set(JSON.stringify([name, again, head, alike]), { row: naming, column, value })
    })
  }
  return places
}

/** An n stands with its number or in a column of its own, and some numbers have had one only since a later version: without it on one side it is no change. */
const N = / n [\d,]+$/u
const isSame = (from: string | null, to: string): boolean =>
  from === to || (from !== null && N.test(from) !== N.test(to) && from.replace(N, '') === to.replace(N, ''))

/** Columns that tables have had since some version of this program, and heads that were once called otherwise: neither is a change of the data. */
const ADDED: ReadonlySet<string> = new Set(['占办结'])
const CALLED_OTHERWISE = /^其外 (n < \d+)$/u

/** What a column is, however it is headed. */
const headOf = (column: string): string => column.replace(UNIT_OF_HEAD, '').replace(CALLED_OTHERWISE, '另有 $1 的')

/** A head says the unit of its column as far as there are numbers, and so may change while the numbers stay. */
const UNIT_OF_HEAD = /（(?:%|百分点)）$/u

/** Ranks are written as text, and yet they are what changes rather than what names a row. */
const isRankColumn = (column: string | undefined): boolean => column === '名次'
