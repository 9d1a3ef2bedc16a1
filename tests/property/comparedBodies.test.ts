import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import { askFigure } from '../../src/analysis/catalogue'
import type { TableCell } from '../../src/charts/table'
import { CubeEngine } from '../../src/cube/engine'
import { dataOf } from '../unit/cube/asked'
import { agency, filed } from '../unit/cube/filed'

const RECEIVED = 'requests.received.total'
const YEARS = [2020, 2021, 2022, 2023]
const COUNT = 6
const someYear = fc.option(fc.constantFrom(...YEARS), { nil: undefined })
const ofEachYear = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: YEARS.length, maxLength: YEARS.length })
/** Bodies that came, ended and went into others in any way, and what became of their reports. */
const anyRegister = fc.array(
  fc.record({
    from: someYear,
    to: someYear,
    successor: fc.option(fc.nat({ max: COUNT - 1 }), { nil: undefined }),
    reports: ofEachYear(fc.constantFrom('none', 'blank', 'whole', 'whole')),
    numbers: ofEachYear(fc.nat({ max: 90 })),
  }),
  { minLength: COUNT, maxLength: COUNT },
)

const told = (cell: TableCell | undefined): string | number | null =>
  cell?.kind === 'number' ? cell.value : (cell?.text.zh ?? null)

test('a slope, a ranking and a waterfall of the same two years compare the same bodies', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(anyRegister, fc.constantFrom(...YEARS), fc.constantFrom(...YEARS), async (register, at, from) => {
      const data = dataOf(
        register.map((one, id) =>
          agency(String(id), {
            ...(one.from !== undefined && { from: one.from }),
            ...(one.to !== undefined && { to: one.to }),
            ...(one.successor !== undefined && { successor: String(one.successor) }),
          }),
        ),
        register.flatMap(({ reports, numbers }, id) =>
          YEARS.flatMap((year, place) => {
            if (reports[place] === 'none') return []
            const number = reports[place] === 'blank' ? null : (numbers[place] ?? 0)
            return [filed(String(id), year, { [RECEIVED]: number })]
          }),
        ),
      )
      const asker = askerOf(new CubeEngine(data))
      const query = { scope: 'own', figure: RECEIVED, at: String(at), from: String(from), every: '1' }
      const [slope, ranking, waterfall] = await Promise.all(
        ['slope', 'ranking', 'waterfall'].map((kind) => askFigure(asker, { kind, query })),
      )
      if (!slope || !ranking || !waterfall) return
      const moved = slope.table.rows.filter((row) => told(row[3]) !== null).map((row) => told(row[0]))
      const ranked = ranking.table.rows
        .filter((row) => told(row[2]) !== null && told(row[3]) !== null)
        .map((row) => told(row[1]))
      const said = waterfall.readings.map(({ zh }) => zh).join('')
      expect(moved.sort()).toEqual(ranked.sort())
      expect(moved).toHaveLength(Number(/两年都有数的 (\d+) 个机关/u.exec(said)?.[1] ?? 0))
      most = Math.max(most, moved.length)
    }),
    { numRuns: 150 },
  )
  expect(most).toBeGreaterThan(2)
})
