import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waterfallByAgency, waterfallByOutcome, WATERFALL_OUTCOMES } from '@/charts/waterfallSteps'
import { answer } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../unit/cube/asked'
import { agency, filed } from '../unit/cube/filed'

const YEARS = [2021, 2022] as const
const SETTLED = 'requests.settled.total'
const count = fc.option(fc.nat({ max: 50 }), { freq: 4 })
const report = fc.record({ settled: count, granted: count, refused: count })
const city = fc.array(
  fc.record({
    before: fc.option(report, { freq: 4 }),
    now: fc.option(report, { freq: 4 }),
    from: fc.constantFrom(2020, 2022),
    successor: fc.option(fc.nat({ max: 11 }), { freq: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
)

const numbers = (one: { settled: number | null; granted: number | null; refused: number | null }) =>
  ({
    'requests.settled.total': one.settled,
    'requests.granted.total': one.granted,
    'requests.refused.internal.total': one.refused,
  }) satisfies Partial<Record<FieldId, number | null>>

describe('what changed between two years', () => {
  test('foots exactly and holds each agency once, whoever comes, goes, merges or leaves blanks', () => {
    fc.assert(
      fc.property(city, (bodies) => {
        const agencies = bodies.map(({ from, successor }, at) =>
          agency(`a${at}`, {
            from,
            ...(successor !== null &&
              successor > at &&
              successor < bodies.length && { to: 2021, successor: `a${successor}` }),
          }),
        )
        const data = dataOf(
          agencies,
          bodies.flatMap(({ before, now }, at) => [
            ...(before ? [filed(`a${at}`, 2021, numbers(before))] : []),
            ...(now ? [filed(`a${at}`, 2022, numbers(now))] : []),
          ]),
        )
        const ask = (groupBy: readonly ('agency' | 'year')[]) =>
          answer(data, { figures: WATERFALL_OUTCOMES, groupBy, where: {}, change: 'comparable', lineage: true })
        const totals = new Map(
          ask(['year']).groups.map(({ key, figures }) => [key.year, figures[SETTLED]?.value ?? null]),
        )
        for (const waterfall of [
          waterfallByAgency(ask(['agency', 'year']), SETTLED, YEARS, new Map()),
          waterfallByOutcome(ask(['agency', 'year']), YEARS),
        ]) {
          expect(waterfall.start).toBe(totals.get(2021) ?? null)
          expect(waterfall.end).toBe(totals.get(2022) ?? null)
          if (waterfall.start === null || waterfall.end === null) continue
          expect(waterfall.steps.reduce((sum, { change }) => sum + change, waterfall.start)).toBe(waterfall.end)
          const named = waterfall.steps
            .filter(({ kind }) => kind !== 'outcome' && kind !== 'disagree')
            .flatMap((step) => step.agencies)
          expect(new Set(named).size).toBe(named.length)
        }
      }),
      { numRuns: 150 },
    )
  })
})
