import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import { askFigure } from '../../src/analysis/catalogue'
import { WATERFALL_OUTCOMES } from '../../src/charts/waterfallSteps'
import { CubeEngine } from '../../src/cube/engine'
import type { CubeReport } from '../../src/cube/input'
import type { Figure } from '../../src/cube/query'
import { OUTCOME_LABELS, OUTCOMES } from '../../src/form/requests'
import type { Agency } from '../../src/register/agency'
import { sampleRows } from '../bench/sampleRows'
import { dataOf } from '../unit/cube/asked'
import { answerByLoop } from './cubeByLoop'

const YEARS = [2022, 2023] as const
const RATE = 'rate.opened'
const RECEIVED = 'requests.received.total'
const rows = [...sampleRows(180)].filter(({ filed }) => (YEARS as readonly number[]).includes(filed.year))
const agencies = [...new Map(rows.map(({ agency }) => [agency.id, agency])).values()]

const someday = fc.constantFrom(undefined, '01-15', '01-31', '02-01', '03-31', '04-01', '12-30')
/** What became of each report, and since when each agency is there. */
const anyCity = fc.record({
  reports: fc.array(fc.record({ came: fc.nat({ max: 5 }), errors: fc.nat({ max: 3 }), day: someday }), {
    minLength: rows.length,
    maxLength: rows.length,
  }),
  from: fc.array(fc.constantFrom(undefined, undefined, 2020, 2023), {
    minLength: agencies.length,
    maxLength: agencies.length,
  }),
})
type City = typeof anyCity extends fc.Arbitrary<infer T> ? T : never

interface Filed {
  readonly agencies: readonly Agency[]
  readonly reports: readonly CubeReport[]
}

function cityOf({ reports, from }: City): Filed {
  return {
    agencies: agencies.map((agency, at) => ({ ...agency, ...(from[at] !== undefined && { from: from[at] }) })),
    reports: rows.flatMap(({ filed }, at) => {
      const { came = 0, errors = 0, day } = reports[at] ?? {}
      const published = day === undefined ? undefined : `${String(filed.year + 1)}-${day}`
      const { agency, year, imported, forms, cells, forced, corrected, inError } = filed
      const report = { agency, year, imported, forms, cells, forced, corrected, inError, counts: { errors } }
      return came === 0 ? [] : [{ ...report, ...(published !== undefined && { published }) }]
    }),
  }
}

/** The table of a figure by its texts and numbers. */
async function tableOf(
  city: Filed,
  kind: string,
  query: Record<string, string> = {},
): Promise<(string | number | null)[][] | null> {
  const asker = askerOf(new CubeEngine(dataOf(city.agencies, city.reports)))
  const chart = await askFigure(asker, { kind, query: { scope: 'own', least: '30', ...query } })
  return chart && chart.table.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text.zh : cell.value)))
}

const owes = ({ from }: Agency, year: number): boolean => (from ?? year) <= year
const reportOf = (city: Filed, { id }: Agency, year: number): CubeReport | undefined =>
  city.reports.find((report) => report.agency === id && report.year === year)
/** 《条例》第四十九条: governments of counties and above have two months more. */
const isLate = ({ kind, level }: Agency, { year, published }: CubeReport): boolean =>
  published !== undefined &&
  published > `${String(year + 1)}-${kind === 'government' && level !== 'township' ? '03-31' : '01-31'}`
const figureOf = (city: Filed, { id }: Agency, year: number, figure: string): Figure | undefined =>
  answerByLoop(city.agencies, city.reports, {
    figures: [figure],
    groupBy: [],
    where: { years: [year], agencies: [id], scope: 'own' },
  }).groups[0]?.figures[figure]

const runs = { numRuns: 15 }

describe('what figures count of agencies is what a plain loop over agencies and reports counts', () => {
  test('coverage: who owes, is in time, late and missing, by number and name', async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, async (some) => {
        const city = cityOf(some)
        const years = [...new Set(city.reports.map(({ year }) => year))].sort().reverse()
        const meant = years.map((year) => {
          const owed = city.agencies.filter((agency) => owes(agency, year) || reportOf(city, agency, year))
          const missing = owed.filter((agency) => !reportOf(city, agency, year))
          const late = owed.filter((agency) => {
            const report = reportOf(city, agency, year)
            return report !== undefined && isLate(agency, report)
          })
          const names = (of: readonly Agency[]): string[] => of.map(({ name }) => name).sort()
          return [
            String(year),
            owed.length,
            owed.length - missing.length - late.length,
            late.length,
            missing.length,
            names(missing),
            names(late),
          ]
        })
        const table = (await tableOf(city, 'coverage')) ?? []
        const named = (text: unknown): string[] =>
          String(text)
            .split('、')
            .filter((name) => name !== '')
            .sort()
        expect(table.map((row) => [...row.slice(0, 5), named(row[5]), named(row[6])])).toEqual(meant)
      }),
      runs,
    )
  })

  test('problems: whose reports of the last year do not foot, most first', async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, async (some) => {
        const city = cityOf(some)
        const last = Math.max(...city.reports.map(({ year }) => year))
        const meant = city.agencies.flatMap((agency): [string, number][] => {
          const errors = reportOf(city, agency, last)?.counts.errors ?? 0
          return errors > 0 ? [[agency.name, errors]] : []
        })
        const table = (await tableOf(city, 'problems')) ?? []
        expect(table.map((row) => row[1])).toEqual(meant.map(([, errors]) => errors).sort((one, other) => other - one))
        expect(new Map(table as [string, number][])).toEqual(new Map(meant))
      }),
      runs,
    )
  })

  test('histogram: every agency with a number in the one class that holds it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, fc.constantFrom(RATE, RECEIVED), async (some, figure) => {
        const city = cityOf(some)
        const last = Math.max(...city.reports.map(({ year }) => year))
        const table = (await tableOf(city, 'histogram', { figure })) ?? []
        const valued = city.agencies.flatMap((agency) => {
          const own = figureOf(city, agency, last, figure)
          return own?.value == null ? [] : [{ name: agency.name, value: own.value, n: own.denominator ?? Infinity }]
        })
        const hasSmall = valued.some(({ n }) => n < 30)
        let found = 0
        for (const [at, row] of table.entries()) {
          const [label, ...rest] = row
          const [from = 0, to] = String(label)
            .split('–')
            .map((bound) => (bound.endsWith('%') ? Number(bound.slice(0, -1)) / 100 : Number(bound)))
          const within = valued.filter(({ value }) => {
            if (figure === RECEIVED) return value >= from && value <= (to ?? from)
            // A bound belongs to the class above it, the last one to its own.
            return (
              value >= from - 1e-12 &&
              (value < (to ?? from) - 1e-12 || (at === table.length - 1 && value <= (to ?? from) + 1e-12))
            )
          })
          const firm = within.filter(({ n }) => n >= 30)
          const numbers = hasSmall ? [firm.length, within.length - firm.length] : [firm.length]
          expect([label, ...rest.slice(0, -1)]).toEqual([label, ...numbers])
          const names = String(rest.at(-1))
            .split('、')
            .filter((name) => name !== '')
          expect([...names].sort()).toEqual(within.map(({ name }) => name).sort())
          found += within.length
        }
        expect(found).toBe(valued.length)
      }),
      runs,
    )
  })

  test('waterfall by agency: each step, the rest and those that cannot be compared', async () => {
    let steps = 0
    await fc.assert(
      fc.asyncProperty(anyCity, async (some) => {
        const city = cityOf(some)
        const table = await tableOf(city, 'waterfall', { figure: RECEIVED, by: 'agency' })
        if (!table) return
        const [before, now] = YEARS.map(
          (year) =>
            new Map(
              city.agencies.map((agency) => [agency.name, figureOf(city, agency, year, RECEIVED)?.value ?? null]),
            ),
        )
        if (!before || !now) return
        const names = city.agencies.map(({ name }) => name)
        const sum = (of: readonly string[], side: ReadonlyMap<string, number | null>): number =>
          of.reduce((all, name) => all + (side.get(name) ?? 0), 0)
        const alike = names.filter((name) => before.get(name) != null && now.get(name) != null)
        const change = (name: string): number => (now.get(name) ?? 0) - (before.get(name) ?? 0)
        const total = table.at(-1) ?? []
        const reporting = city.agencies.filter((agency) => YEARS.some((year) => reportOf(city, agency, year)))
        expect(total.slice(1)).toEqual([
          sum(names, before),
          sum(names, now),
          sum(names, now) - sum(names, before),
          reporting.length,
        ])
        const named = table.filter(([label]) => names.includes(String(label)))
        for (const [label, from, to, by, count] of named) {
          const name = String(label)
          expect([from, to, by, count]).toEqual([before.get(name), now.get(name), change(name), 1])
          steps += 1
        }
        const left = alike.filter((name) => !named.some(([label]) => label === name))
        const rest = table.find(([label]) => String(label).startsWith('其余'))
        expect(rest?.slice(1) ?? [0, 0, 0, 0]).toEqual([
          sum(left, before),
          sum(left, now),
          sum(left, now) - sum(left, before),
          left.length,
        ])
        const least = Math.min(...named.map(([label]) => Math.abs(change(String(label)))))
        for (const name of left) expect(Math.abs(change(name))).toBeLessThanOrEqual(named.length < 8 ? 0 : least)
        const apart = table.slice(0, -1).filter((row) => !named.includes(row) && row !== rest)
        const others = names.filter(
          (name) => !alike.includes(name) && (before.get(name) != null || now.get(name) != null),
        )
        const column = (at: number): number => apart.reduce((all, row) => all + Number(row[at] ?? 0), 0)
        expect([column(1), column(2), column(4)]).toEqual([sum(others, before), sum(others, now), others.length])
      }),
      runs,
    )
    expect(steps).toBeGreaterThan(20)
  })

  test('waterfall by outcome: each outcome of the agencies that have them all in both years', async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, async (some) => {
        const city = cityOf(some)
        const table = await tableOf(city, 'waterfall', { by: 'outcome' })
        if (!table) return
        const valueOf = (agency: Agency, year: number, figure: string): number | null =>
          figureOf(city, agency, year, figure)?.value ?? null
        const alike = city.agencies.filter((agency) =>
          YEARS.every((year) => WATERFALL_OUTCOMES.every((figure) => valueOf(agency, year, figure) !== null)),
        )
        for (const outcome of OUTCOMES) {
          const row = table.find(([label]) => label === OUTCOME_LABELS[outcome].zh)
          const [from = 0, to = 0] = YEARS.map((year) =>
            alike.reduce((all, agency) => all + (valueOf(agency, year, `requests.${outcome}.total`) ?? 0), 0),
          )
          if (alike.length === 0) expect(row).toBeUndefined()
          else expect(row?.slice(1)).toEqual([from, to, to - from, alike.length])
        }
        const steps = table.slice(0, -1)
        const column = (at: number): number => steps.reduce((all, row) => all + Number(row[at] ?? 0), 0)
        expect([column(1), column(2)]).toEqual(table.at(-1)?.slice(1, 3))
      }),
      runs,
    )
  })
})
