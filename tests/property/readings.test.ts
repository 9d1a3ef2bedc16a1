import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import type { Asker } from '../../src/analysis/asker'
import { askFigure, FIGURE_KINDS } from '../../src/analysis/catalogue'
import type { FigureQuestion } from '../../src/analysis/question'
import type { Chart } from '../../src/charts/chart'
import { shownPercent } from '../../src/charts/numbers'
import type { TableNumber } from '../../src/charts/table'
import { CubeEngine } from '../../src/cube/engine'
import { cityAgencies, cityReports } from '../../src/sample/city'
import { engineOf } from '../unit/analysis/engine'
import { dataOf } from '../unit/cube/asked'
import { filed } from '../unit/cube/filed'

const city = dataOf(
  cityAgencies(),
  [...cityReports()].map(({ agency, report: { year, values, forms } }) => filed(agency, year, values, { forms })),
)
const DATA: Readonly<Record<'city' | 'random', Asker>> = {
  city: askerOf(new CubeEngine(city)),
  random: askerOf(engineOf(96)),
}
const LANGUAGES = ['zh', 'en'] as const
const FIGURES = ['rate.granted', 'rate.opened', 'requests.received.total', 'rate.reviewCorrected']

const anyQuery = fc.record({
  scope: fc.constant('own'),
  figure: fc.constantFrom(...FIGURES),
  years: fc.constantFrom('', '2023-2024', '2022', '2019-2022', '2020,2024'),
  least: fc.constantFrom('0', '30', '100'),
  as: fc.constantFrom('percent', 'count'),
  by: fc.constantFrom('agency', 'outcome'),
  peers: fc.constantFrom('kind', 'level', 'system'),
  reasons: fc.constantFrom('refused', 'unavailable'),
  every: fc.constantFrom('', '1'),
  at: fc.constantFrom('', '', '2022', '2023'),
  from: fc.constantFrom('', '', '2020', '2024'),
})

/** A number as it is written in a sentence. */
interface Said {
  readonly value: number
  /** Digits after the point: how it was rounded. */
  readonly decimals: number
  readonly percent: boolean
}

const NUMBER = /(?<![\p{L}\p{N}.])[−+]?\d[\d,]*(?:\.\d+)?%?/gu

/** The numbers of a text. Names of agencies and their like, which may have digits, are taken out before. */
function numbersOf(text: string, names: readonly string[]): Said[] {
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ' '), text)
  return [...bare.matchAll(NUMBER)].map(([written]) => ({
    value: Math.abs(Number(written.replace(/[−+,%]/gu, ''))),
    decimals: /\.(\d+)/u.exec(written)?.[1]?.length ?? 0,
    percent: written.endsWith('%'),
  }))
}

const numbers = (chart: Chart): TableNumber[][] =>
  chart.table.rows.map((row) => row.flatMap((cell) => (cell.kind === 'number' ? [cell] : [])))
/** As it is shown: ratios in percent. */
const shown = ({ value, unit, shown: points }: TableNumber): number[] =>
  value === null ? [] : [points ?? (unit === 'ratio' ? shownPercent(value) : value)]

/** A number that may be said, in percent where it is a rate or a share. */
interface Source {
  readonly value: number
  readonly percent?: boolean
}
type Sources = (chart: Chart, least: number) => Iterable<Source>

const plain = (values: Iterable<number>): Source[] => [...values].map((value) => ({ value }))
const cellsOf = (chart: Chart): Source[] =>
  numbers(chart).flatMap((row) =>
    row.flatMap((cell) =>
      shown(cell).map((value) => ({ value, percent: cell.unit === 'ratio' && cell.shown === undefined })),
    ),
  )

/** Where a number of a sentence stands: in the table, or in what every figure says of itself. */
const STANDING: Readonly<Record<string, Sources>> = {
  cell: cellsOf,
  n: (chart) => plain(numbers(chart).flatMap((row) => row.flatMap(({ n }) => n ?? []))),
  basis: ({ basis }) =>
    plain([...basis.years, Math.min(...basis.years) - 1, basis.agencies, basis.reports, basis.missing]),
  'text of a row': (chart) =>
    chart.table.rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'text' ? numbersOf(cell.text.zh, []) : []))),
  'head of a column': ({ table }) => table.columns.flatMap(({ label }) => numbersOf(label.zh, [])),
  'the least n': (_, least) => plain([least]),
}

/** What is made of the numbers of the table, and how. */
const DERIVED: Readonly<Record<string, Sources>> = {
  difference: (chart) => [
    ...numbers(chart).flatMap((row) => differences(row)),
    // Of years, which are few.
    ...columnsOf(chart).flatMap((column) => (column.length > 12 ? [] : differences(column))),
  ],
  change: (chart) => [...numbers(chart), ...columnsOf(chart)].flatMap((row) => (row.length > 12 ? [] : changes(row))),
  'cases of a rate': (chart) =>
    plain(
      numbers(chart)
        .flat()
        .flatMap(({ value, unit, n }) => (unit === 'ratio' && value !== null && n !== undefined ? [value * n] : [])),
    ),
  sum: (chart) => plain(columnsOf(chart).map(sumOf)),
  share: (chart) =>
    columnsOf(chart).flatMap((column) => {
      // Of its column, or of all that the table is about.
      const most = Math.max(0, ...numbers(chart).flatMap((row) => row.flatMap(shown)))
      const whole = [sumOf(column), Math.max(0, ...column.flatMap(shown)), most]
      return whole.flatMap((all) =>
        column.flatMap(shown).map((one) => ({ value: all === 0 ? 0 : (100 * one) / all, percent: true })),
      )
    }),
  'count of rows': countsOfRows,
  'sum or change of the steps that both years have': (chart) => {
    const steps = chart.table.rows.slice(0, -1).flatMap((row) => {
      const [head, ...cells] = row
      const isApart = head?.kind === 'text' && /^(?!其余).* \d+ 个/u.test(head.text.zh)
      return isApart ? [] : [cells.flatMap((cell) => (cell.kind === 'number' ? [cell] : []))]
    })
    const sums = chart.table.columns.map((_, at) => sumOf(steps.flatMap((row) => row[at] ?? [])))
    return [...plain(sums), ...changes(sums.slice(0, 2).map((value) => ({ kind: 'number', unit: 'count', value })))]
  },
  'median or quartile': (chart, least) => quantilesOf(chart, least),
  'distance from the median': (chart, least) =>
    quantilesOf(chart, least).flatMap(({ value, percent = false }) =>
      cellsOf(chart).flatMap((cell) => [
        { value: cell.value - value },
        ...(percent || value === 0 ? [] : [{ value: (100 * (cell.value - value)) / value, percent: true }]),
      ]),
    ),
}

/** Of the agencies of a column on enough cases: with the row of all together and without it, and of the peers without the one that is told of. */
function quantilesOf(chart: Chart, least: number): Source[] {
  const told = chart.table.rows.findIndex((row) =>
    row.some(
      (cell) =>
        cell.kind === 'text' && cell.text.zh.length > 3 && chart.readings[0]?.zh.startsWith(cell.text.zh) === true,
    ),
  )
  return columnsOf(chart).flatMap((column) =>
    [column, column.slice(1), column.filter((_, at) => at !== told)].flatMap((own) => {
      const firm = own.filter((cell) => isFirm(cell, least))
      const percent = firm.some(({ unit }) => unit === 'ratio')
      return firm.length === 0 ? [] : [0.25, 0.5, 0.75].map((at) => ({ value: quantile(firm, at), percent }))
    }),
  )
}

const sumOf = (cells: readonly TableNumber[]): number => cells.flatMap(shown).reduce((sum, one) => sum + one, 0)
const isFirm = ({ value, unit, n = 0 }: TableNumber, least: number): boolean =>
  value !== null && (unit !== 'ratio' || n >= least)

const differences = (cells: readonly TableNumber[]): Source[] =>
  cells.flatMap((one) =>
    cells.flatMap((other) =>
      one.unit === other.unit ? shown(one).flatMap((a) => shown(other).map((b) => ({ value: a - b }))) : [],
    ),
  )

const changes = (cells: readonly TableNumber[]): Source[] =>
  cells.flatMap((one) =>
    cells.flatMap((other) =>
      one.unit === 'ratio' || other.unit === 'ratio' || !one.value || !other.value
        ? []
        : [{ value: (100 * (one.value - other.value)) / other.value, percent: true }],
    ),
  )

const columnsOf = (chart: Chart): TableNumber[][] =>
  chart.table.columns.map((_, at) => chart.table.rows.flatMap((row) => (row[at]?.kind === 'number' ? [row[at]] : [])))

/** How many rows there are, have a number, stand on enough, and of two columns rose, fell or stayed; one less where a row is of all together or of the one that is told of. */
function countsOfRows(chart: Chart, least: number): Source[] {
  const { rows, columns } = chart.table
  const at = (row: (typeof rows)[number] | undefined, column: number): TableNumber | null =>
    row?.[column]?.kind === 'number' ? row[column] : null
  const small = (cell: TableNumber): boolean => cell.value !== null && !isFirm(cell, least)
  const all = [rows.length, ...numbers(chart).map((row) => row.filter(small).length)]
  for (const [one] of columns.entries()) {
    const own = rows.flatMap((row) => at(row, one) ?? [])
    const tests = [(cell: TableNumber) => cell.value === null, small, (cell: TableNumber) => isFirm(cell, least)]
    all.push(...tests.map((test) => own.filter(test).length))
    for (const [other] of columns.entries()) {
      const ways = rows.flatMap((row) => {
        const [then, now] = [at(row, one), at(row, other)]
        if (!then || !now || !isFirm(then, least) || !isFirm(now, least)) return []
        return [Math.sign((shown(now)[0] ?? 0) - (shown(then)[0] ?? 0))]
      })
      all.push(ways.length, ...[-1, 0, 1].map((sign) => ways.filter((way) => way === sign).length))
    }
  }
  return plain([...all, ...all.map((count) => count - 1)])
}

function quantile(cells: readonly TableNumber[], at: number): number {
  const sorted = cells.flatMap(({ value }) => value ?? []).sort((one, other) => one - other)
  const place = (sorted.length - 1) * at
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  const value = low + (high - low) * (place - Math.floor(place))
  return cells.some(({ unit }) => unit === 'ratio') ? shownPercent(value) : value
}

const isSame = (said: Said, { value, percent = false }: Source): boolean =>
  said.percent === percent && Math.abs(said.value - Math.abs(value)) <= 0.5 * 10 ** -said.decimals + 1e-9

function originOf(said: Said, charts: readonly Chart[], least: number): string | null {
  for (const sources of [STANDING, DERIVED])
    for (const [name, of] of Object.entries(sources))
      for (const chart of charts) for (const source of of(chart, least)) if (isSame(said, source)) return name
  return null
}

/** Of a percentage of a sentence that is a rate of the table: the n of the rates that it may be, none where it is no rate. The table of shares has the n of a year in a column of its own. */
function nsOf(said: Said, charts: readonly Chart[]): number[] {
  const isHere = (cell: TableNumber): boolean =>
    cell.unit === 'ratio' && shown(cell).some((value) => isSame(said, { value, percent: true }))
  return charts.flatMap(({ table }) => {
    const column = table.columns.findIndex(({ label }) => label.zh === 'n')
    return table.rows.flatMap((row) => {
      const cells = row.flatMap((cell) => (cell.kind === 'number' && isHere(cell) ? [cell] : []))
      const ofRow = row[column]?.kind === 'number' ? row[column].value : null
      return cells.flatMap(({ n = ofRow }) => n ?? [])
    })
  })
}

/** A growth in percent stands on the counts that are said with it. */
const isGrowth = (text: string, percent: string): boolean =>
  new RegExp(`[−+]${percent}|(?:件|\\d|more|fewer|up|down)（?[^（(]*[（(]${percent}[）)]`, 'u').test(text)

/** Figures whose tables have the agencies that one's own has by class or in a rest alone. */
async function besideOf(chart: Chart, asker: Asker, { kind, query }: FigureQuestion): Promise<Chart[]> {
  const [figure = ''] = chart.figures
  const [first, last] = [chart.basis.years[0], chart.basis.years.at(-1)]
  const years = `${String(first)},${String(last)}`
  const besides: Readonly<Record<string, FigureQuestion>> = {
    histogram: { kind: 'compare', query: { ...query, every: '1' } },
    waterfall: { kind: 'slope', query: { ...query, figure, years } },
  }
  const beside = besides[kind]
  return beside ? [(await askFigure(asker, beside)) ?? []].flat() : []
}

/** What sentences about a whole say without each n: half of the agencies on either side, not one of them. */
const OF_MANY = /中位数|居中的一半|median|middle half/u

describe.each(['city', 'random'] as const)('of the %s data', (data) => {
  test.each(FIGURE_KINDS.map(({ id }) => id))(
    '%s says no number that its table does not have or make',
    async (kind) => {
      const { agencies } = await DATA[data].catalogue()
      const names = agencies.map(({ name }) => name).sort((one, other) => other.length - one.length)
      const origins = new Set<string>()
      await fc.assert(
        fc.asyncProperty(anyQuery, async (query) => {
          const chart = await askFigure(DATA[data], { kind, query })
          if (!chart) return
          const beside = await besideOf(chart, DATA[data], { kind, query })
          for (const language of LANGUAGES)
            for (const reading of chart.readings)
              for (const said of numbersOf(reading[language], names)) {
                const origin = originOf(said, [chart, ...beside], Number(query.least))
                origins.add(origin ?? '')
                expect(`${origin ?? 'nowhere'}: ${String(said.value)} in “${reading[language]}”`).not.toMatch(
                  /^nowhere/u,
                )
                // Class limits have no decimals and are no rates.
                if (said.percent && said.decimals === 1 && !OF_MANY.test(reading[language])) {
                  const ns = nsOf(said, [chart, ...beside])
                  const besides = numbersOf(reading[language], names).map(({ value }) => value)
                  const isTold =
                    ns.length === 0 ||
                    isGrowth(reading[language], `${said.value.toFixed(said.decimals)}%`) ||
                    ns.some((n) => besides.includes(n))
                  expect(isTold ? '' : `without its n: ${String(said.value)}% in “${reading[language]}”`).toBe('')
                }
              }
        }),
        { numRuns: 20 },
      )
      if (kind !== 'multiples') expect(origins.size).toBeGreaterThan(0)
    },
  )
})
