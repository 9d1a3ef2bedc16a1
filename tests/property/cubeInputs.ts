import fc from 'fast-check'
import { DIMENSIONS } from '../../src/cube/query'
import type { Filter, Query } from '../../src/cube/query'
import type { CubeReport } from '../../src/cube/input'
import { FIELDS, fieldsOf } from '../../src/form/fields'
import type { Field, FieldId } from '../../src/form/fields'
import { INDICATORS } from '../../src/form/indicators'
import { MEASURES } from '../../src/form/measures'
import { FORM_VERSIONS, TABLE_IDS } from '../../src/form/version'
import type { FormVersion, TableId } from '../../src/form/version'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../../src/register/agency'
import type { Agency } from '../../src/register/agency'
import type { CellState } from '../../src/report/report'

const AGENCY_IDS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023]
const REGIONS = ['', '东区', '西区']
const SYSTEMS = ['finance', 'police']

const anyAgency: fc.Arbitrary<Agency> = fc.record(
  {
    id: fc.constantFrom(...AGENCY_IDS),
    name: fc.constantFrom('甲局', '乙局', '丙局', '丁镇'),
    aliases: fc.constant([]),
    kind: fc.constantFrom(...AGENCY_KINDS),
    level: fc.constantFrom(...LEVELS),
    region: fc.constantFrom(...REGIONS),
    system: fc.constantFrom(null, ...SYSTEMS),
    parent: fc.constant(null),
    scope: fc.constantFrom(...SCOPES),
    from: fc.constantFrom(2019, 2021),
    to: fc.constantFrom(2020, 2022),
    edited: fc.constant([]),
  },
  { requiredKeys: ['id', 'name', 'aliases', 'kind', 'level', 'region', 'system', 'parent', 'scope', 'edited'] },
)

const version = fc.option(fc.constantFrom(...FORM_VERSIONS), { nil: undefined, freq: 6 })

interface Shape {
  readonly agency: string
  readonly year: number
  readonly forms: Readonly<Record<TableId, FormVersion | undefined>>
  /** Share of cells that are not as printed. */
  readonly dirt: number
  readonly seed: number
}

/** A report whose cells are drawn from a seed: every state, negative changes, amounts with decimals, numbers beyond 32 bits, forced, corrected and disputed cells. */
const anyReport: fc.Arbitrary<CubeReport> = fc
  .record<Shape>({
    agency: fc.constantFrom(...AGENCY_IDS),
    year: fc.constantFrom(...YEARS),
    forms: fc.record({ proactive: version, requests: version, disputes: version }),
    dirt: fc.constantFrom(0, 0, 0.02, 0.3),
    seed: fc.integer(),
  })
  .map(drawReport)

function drawReport({ agency, year, forms: wanted, dirt, seed }: Shape): CubeReport {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('an empty list')
    return one
  }
  const forms: Partial<Record<TableId, FormVersion>> = {}
  const cells: Partial<Record<FieldId, { value: number | null; state: CellState }>> = {}
  for (const table of TABLE_IDS) {
    const on = wanted[table]
    if (on === undefined) continue
    forms[table] = on
    for (const field of fieldsOf(table, on)) {
      if (random() < dirt / 10) continue
      const state = random() < dirt ? pick<CellState>(['blank', 'unread', 'repaired', 'inferred']) : 'printed'
      const value = state === 'blank' || state === 'unread' ? null : drawNumber(field, random)
      cells[field.id] = { value, state }
    }
  }
  const forced: Partial<Record<FieldId, number>> = {}
  const corrected: Partial<Record<FieldId, number | null>> = {}
  const inError: FieldId[] = []
  for (const field of FIELDS) {
    if (random() < dirt) forced[field.id] = drawNumber(field, random)
    if (random() < dirt / 3) corrected[field.id] = random() < 0.3 ? null : drawNumber(field, random)
    if (random() < dirt / 3) inError.push(field.id)
  }
  return {
    agency,
    year,
    imported: `2025-0${String(1 + Math.floor(random() * 9))}-01T00:00:00.000Z`,
    ...(random() < 0.7 ? { published: `${String(year + 1)}-0${String(1 + Math.floor(random() * 4))}-15` } : {}),
    forms,
    cells,
    forced,
    corrected,
    inError,
    counts: { errors: inError.length },
  }
}

function drawNumber(field: Field, random: () => number): number {
  if (random() < 0.5) return 0
  if (field.unit === 'money') return Math.round(random() * 1e6) / 100
  if (random() < 0.001) return 3_000_000_000 + Math.floor(random() * 1000)
  if (field.unit === 'signedCount') return Math.floor(random() * 200) - 100
  return Math.floor(random() * 300)
}

/** mulberry32: a small generator that gives the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { maxLength: 3 })

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    years: some([...YEARS, 2030]),
    agencies: some(AGENCY_IDS),
    regions: some(REGIONS),
    kinds: some(AGENCY_KINDS),
    levels: some(LEVELS),
    systems: some(['', ...SYSTEMS]),
    scope: fc.constantFrom(...SCOPES),
  },
  { requiredKeys: [] },
)

const FIGURE_IDS = [...MEASURES, ...INDICATORS].map(({ id }) => id)

/** Figures that rest on the money fields, signed counts, sums that differ between versions, and differences; any other beside them. */
const anyFigure = fc.oneof(
  fc.constantFrom(
    'proactive.fees.amount',
    'proactive.licences.itemsChange',
    'requests.otherwise.total',
    'review.closed',
    'rate.granted',
    'rate.otherwise',
    'rate.disputesCorrected',
  ),
  fc.constantFrom(...FIGURE_IDS),
)

export const anyQuery: fc.Arbitrary<Query> = fc
  .record(
    {
      figures: fc.uniqueArray(anyFigure, { minLength: 1, maxLength: 4 }),
      groupBy: fc.shuffledSubarray([...DIMENSIONS]),
      where: anyFilter,
      inferred: fc.boolean(),
      change: fc.constantFrom('comparable' as const, 'all' as const),
    },
    { requiredKeys: ['figures', 'groupBy', 'where'] },
  )
  .map(({ change, ...query }) =>
    change === undefined || !query.groupBy.includes('year') ? query : { ...query, change },
  )

/** What may happen to a data set. */
export type Edit =
  | { readonly do: 'putReport'; readonly filed: CubeReport }
  | { readonly do: 'removeReport'; readonly agency: string; readonly year: number }
  | { readonly do: 'putAgency'; readonly agency: Agency }
  | { readonly do: 'removeAgency'; readonly id: string }

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: anyReport.map((filed): Edit => ({ do: 'putReport', filed })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ agency: fc.constantFrom(...AGENCY_IDS), year: fc.constantFrom(...YEARS) })
      .map((at): Edit => ({ do: 'removeReport', ...at })),
  },
  { weight: 3, arbitrary: anyAgency.map((agency): Edit => ({ do: 'putAgency', agency })) },
  { weight: 1, arbitrary: fc.constantFrom(...AGENCY_IDS).map((id): Edit => ({ do: 'removeAgency', id })) },
)

/** A register and reports to begin with, so that most queries have something to count. */
export const anyStart: fc.Arbitrary<Edit[]> = fc
  .tuple(
    fc.uniqueArray(anyAgency, { minLength: 4, maxLength: AGENCY_IDS.length, selector: ({ id }) => id }),
    fc.array(anyReport, { minLength: 5, maxLength: 30 }),
  )
  .map(([agencies, reports]) => [
    ...agencies.map((agency): Edit => ({ do: 'putAgency', agency })),
    ...reports.map((filed): Edit => ({ do: 'putReport', filed })),
  ])
