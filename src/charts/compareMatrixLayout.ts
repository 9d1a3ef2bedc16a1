import { FIRST_YEAR_OF_2021_FORM } from '../form/version'
import type { ChartContext } from './chart'
import type { ComparedAgency, Comparison } from './comparison'
import { foldInto } from './folding'
import { MATRIX_KEY } from './matrixKeyDrawing'
import { textWidth } from './numbers'
import { besideYear } from './places'
import type { Place } from './places'
import { Sketch } from './sketch'
import { both } from './words'

/** Height of a row where there is room, the least at which rows do not run into each other, and the most on a large sheet. */
const ROW = { usual: 24, least: 20, most: 36 } as const
export const HEAD = 26
export const ERAS = 20
const ERA_GAP = 7

/** Width at which numbers with n and signs beside them do not run into each other. */
export const matrixWidth = (years: readonly number[]): number => 440 + 72 * years.length

export const matrixHeight = (years: readonly number[], rows: number): number =>
  aboveOf(years) + (rows + 1) * ROW.usual + MATRIX_KEY

const aboveOf = (years: readonly number[]): number => HEAD + (oldYears(years) > 0 ? ERAS : 0)

/** How many years stand on the form before 2021, where there are years on both. */
export function oldYears(years: readonly number[]): number {
  const old = years.filter((year) => year < FIRST_YEAR_OF_2021_FORM).length
  return old === years.length ? 0 : old
}

/** Where columns begin, in pixels. */
export interface Columns {
  readonly rank: number
  readonly name: number
  readonly nameWidth: number
  readonly cell: (at: number) => number
  readonly cellWidth: number
  /** Right ends; `null` for counts, which have no n. */
  readonly n: number | null
  readonly change: number
}

function columnsOf(
  sketch: Sketch,
  { years, unit }: Comparison,
  names: readonly string[],
  { width }: ChartContext,
): Columns {
  const rank = sketch.px(36)
  const name = rank + sketch.px(10)
  const nameWidth = Math.min(Math.max(...names.map((one) => textWidth(one, sketch.px(13)))) + sketch.px(4), width * 0.3)
  const change = width - sketch.px(12)
  const n = unit === 'ratio' ? change - sketch.px(62) : null
  const from = name + nameWidth + sketch.px(10)
  const to = n === null ? change - sketch.px(74) : n - sketch.px(44)
  const old = oldYears(years)
  const gap = old > 0 ? sketch.px(ERA_GAP) : 0
  const cellWidth = (to - from - gap) / Math.max(1, years.length)
  return {
    rank,
    name,
    nameWidth,
    n,
    change,
    cellWidth,
    cell: (at) => from + cellWidth * at + (old > 0 && at >= old ? gap : 0),
  }
}

/** Where rows and columns stand, and which agencies there is room for. */
export function matrixLayout(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank: boolean,
  sketch: Sketch,
  context: ChartContext,
) {
  const { years } = comparison
  const { language } = context
  const top = sketch.px(aboveOf(years))
  const room = context.height - top - sketch.px(MATRIX_KEY)
  const items = foldInto(shown, chosen, byRank, Math.max(3, Math.floor(room / sketch.px(ROW.least)) - 1))
  const row = Math.min(room / (items.length + 1), sketch.px(ROW.most))
  const all = both('全部合计', 'All together')[language]
  const columns = columnsOf(sketch, comparison, [all, ...shown.map(({ name }) => name)], context)
  return { all, top, items, row, columns }
}

/** Columns of years, rows of agencies, and the cells where they meet. */
export function matrixPlaces(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank: boolean,
  context: ChartContext,
): Place[] {
  const { years, figure } = comparison
  const sketch = new Sketch(context)
  const { top, items, row, columns } = matrixLayout(comparison, shown, chosen, byRank, sketch, context)
  const column = (at: number) => ({ x: columns.cell(at), width: columns.cellWidth })
  const head = top - sketch.px(HEAD)
  return [
    ...years.map((year, at) => ({
      mark: { year },
      box: { ...column(at), y: head, height: top + row * (items.length + 1) - head },
      sign: besideYear(sketch, columns.cell(at) + columns.cellWidth / 2, top - sketch.px(HEAD) / 2),
    })),
    ...items.flatMap((item, index) => {
      if (item.kind !== 'row') return []
      const { id } = item.agency
      const y = top + row * (index + 1)
      return [
        {
          mark: { agency: id },
          box: { x: 0, y, width: context.width, height: row },
          sign: [columns.name + columns.nameWidth, y + row / 2 - sketch.px(5)] as const,
        },
        ...years.map((year, at) => ({ mark: { agency: id, year }, figure, box: { ...column(at), y, height: row } })),
      ]
    }),
  ]
}
