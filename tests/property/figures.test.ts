import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/analysis/asker'
import { askFigure, FIGURE_KINDS } from '../../src/analysis/catalogue'
import { filterOf } from '../../src/analysis/filter'
import { FILTER_PARAMS, readParams, writeParams } from '../../src/analysis/params'
import type { Chart } from '../../src/charts/chart'
import { CORRECTIONS, PATH } from '../../src/charts/disputeSteps'
import { totalFigures } from '../../src/charts/formTotals'
import { HEADLINE_FIGURES } from '../../src/charts/headlines'
import { labelOfFigure } from '../../src/charts/ranked'
import { APPLICANT_SHARES, OUTCOME_SHARES } from '../../src/charts/shareSets'
import type { TableNumber } from '../../src/charts/table'
import { CubeEngine } from '../../src/cube/engine'
import type { CubeReport } from '../../src/cube/input'
import type { Figure } from '../../src/cube/query'
import { DISPUTE_COLUMN_LABELS, DISPUTE_COLUMNS } from '../../src/form/disputes'
import { DISPUTE_SERIES } from '../../src/form/measures'
import { APPLICANTS, OUTCOMES, requestRows } from '../../src/form/requests'
import { versionOfYear } from '../../src/form/version'
import type { Agency } from '../../src/register/agency'
import { sampleRows } from '../bench/sampleRows'
import { dataOf } from '../unit/cube/asked'
import { answerByLoop } from './cubeByLoop'

const RATE = 'rate.granted'
const rows = [...sampleRows(96)]
const sum = { ...(rows[0]?.agency as Agency), id: '汇总', name: '汇总', scope: 'summed' as const }
const agencies = [...new Map(rows.map(({ agency }) => [agency.id, agency])).values(), sum]
/** A few reports never came, a few lack their disputes, and a government has its sum besides. */
const reports: CubeReport[] = [
  ...rows.flatMap(({ filed }, at) => {
    if (at % 17 === 5) return []
    if (at % 13 !== 4) return [filed]
    const { proactive, requests } = filed.forms
    return [{ ...filed, forms: { ...(proactive && { proactive }), ...(requests && { requests }) } }]
  }),
  ...rows.slice(0, 6).map(({ filed }) => ({ ...filed, agency: sum.id })),
]
const engine = new CubeEngine(dataOf(agencies, reports))

/** What a cell of a table should be: a figure of a year, of one agency or of all. */
interface Meant {
  readonly figure: string
  readonly year: number
  readonly agency?: string
}
type Meaning = (
  cell: { readonly row: number; readonly texts: readonly string[]; readonly column: string },
  chart: Chart,
) => Meant | null

const yearIn = (text: string): number => Number(/^20\d\d/u.exec(text)?.[0] ?? 0)
const labelled =
  (labels: Readonly<Record<string, string>>): Meaning =>
  ({ texts, column }) => {
    const figure = labels[column.replace(/（.*$/u, '')]
    return figure === undefined ? null : { figure, year: yearIn(texts[0] ?? '') }
  }
const names = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [labelOfFigure(id).zh, id]))
const agencyOf = (name: string | undefined) => agencies.find((one) => one.name === name)?.id
const ofAgencies =
  (figure: string, at = 0): Meaning =>
  ({ texts, column }) => {
    const agency = agencyOf(texts[at])
    if (!/^20\d\d(?: 年)?$/u.test(column) || (agency === undefined && texts[at] !== '全部合计')) return null
    return { figure, year: yearIn(column), ...(agency !== undefined && { agency }) }
  }
const inRows =
  (ids: (year: number) => readonly string[]): Meaning =>
  ({ row, column }, chart) => {
    const figure = ids(Math.max(...chart.basis.years))[row]
    return figure === undefined || !/^20\d\d 年$/u.test(column) ? null : { figure, year: yearIn(column) }
  }
const FLOWS = { 上年结转: 'carriedIn', 新收: 'received', 办结: 'settled', 结转下年: 'carriedOut', 受理合计: 'accepted' }
const SANKEY_ROWS = ['accepted', ...OUTCOMES, 'settled', 'carriedOut']

const MEANINGS: Readonly<Record<string, Meaning>> = {
  volumes: labelled({
    新收: 'requests.received.total',
    上年结转: 'requests.carriedIn.total',
    受理合计: 'requests.accepted.total',
  }),
  outcomes: labelled(Object.fromEntries(OUTCOME_SHARES.members.map(({ label, rate }) => [label.zh, rate]))),
  applicants: labelled(Object.fromEntries(APPLICANT_SHARES.members.map(({ label, rate }) => [label.zh, rate]))),
  outcomeTrend: labelled(names(['rate.opened', 'rate.refused', 'rate.unavailable'])),
  correctionTrend: labelled(names(['rate.reviewCorrected', 'rate.litigationCorrected', 'rate.disputesCorrected'])),
  settledTrend: labelled(names(['rate.settled'])),
  flows: labelled({
    ...Object.fromEntries(Object.entries(FLOWS).map(([label, flow]) => [label, `requests.${flow}.total`])),
    办结率: 'rate.settled',
  }),
  disputes: labelled(
    Object.fromEntries(
      (['review', 'litigation'] as const).flatMap((panel) =>
        DISPUTE_COLUMNS.map((one) => [
          `${DISPUTE_SERIES[panel].zh}·${DISPUTE_COLUMN_LABELS[one].zh}`,
          `${panel}.${one}`,
        ]),
      ),
    ),
  ),
  disputePath: labelled({
    ...Object.fromEntries(PATH.map(({ id, label }) => [label.zh, id])),
    ...names([...PATH.flatMap(({ rate }) => rate ?? []), ...CORRECTIONS.map(({ rate }) => rate)]),
  }),
  compare: ofAgencies(RATE),
  multiples: ofAgencies(RATE),
  slope: ofAgencies(RATE),
  ranking: ofAgencies(RATE, 1),
  peerRanking: ofAgencies(RATE, 1),
  headlines: inRows(() => HEADLINE_FIGURES),
  formTotals: inRows(totalFigures),
  reasons: ({ texts, column }, chart) => {
    const year = Math.max(...chart.basis.years)
    const reason = requestRows(versionOfYear(year) ?? '2021').find(
      ({ outcome, short }) => outcome === 'refused' && short.zh === texts[0],
    )
    return reason === undefined || !/^20\d\d 年$/u.test(column)
      ? null
      : { figure: `requests.${reason.key}.total`, year: yearIn(column) }
  },
  sankey: ({ row, column }, chart) => {
    const applicant = [...APPLICANTS, 'total'][chart.table.columns.findIndex(({ label }) => label.zh === column) - 1]
    const at = column === '总计' ? 'total' : column === '各类相加' ? undefined : applicant
    const of = SANKEY_ROWS[row]
    const isShare = column === '占办结' && OUTCOMES.some((outcome) => outcome === of)
    if (of === undefined || (at === undefined && !isShare)) return null
    return { figure: isShare ? `rate.${of}` : `requests.${of}.${String(at)}`, year: Math.max(...chart.basis.years) }
  },
}

const pick = <T>(all: readonly T[], most: number) => fc.subarray([...all], { maxLength: most })
const anyFilter = fc.record({
  years: fc.constantFrom([], [2019, 2020], [2024], [2019, 2022, 2024], [2020, 2021]),
  agencies: fc.oneof(
    fc.constant([]),
    pick(
      agencies.map(({ id }) => id),
      3,
    ),
  ),
  kinds: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.constant(['department' as const])),
  scope: fc.constantFrom(undefined, undefined, 'own' as const, 'summed' as const),
})

/** The year told and the one that it is set against, of which a filter may have neither. */
const anyYears = fc.record({
  at: fc.constantFrom('', '2022', '2024', '2020'),
  from: fc.constantFrom('', '2020', '2019', '2024'),
})

/** The number by the plain loop, over the reports that the figure stands on. */
function byLoop(
  { figure, year, agency }: Meant,
  filters: ReturnType<typeof filtersOf>,
  scope: Chart['basis']['scope'],
) {
  const where = filterOf(filters)
  const answer = answerByLoop(agencies, reports, {
    figures: [figure],
    groupBy: [],
    where: {
      ...where,
      years: [year],
      ...(scope !== null && { scope }),
      ...(agency !== undefined && { agencies: [agency] }),
    },
  })
  return answer.groups[0]?.figures[figure]
}

const filtersOf = (some: Partial<ReturnType<typeof readParams<typeof FILTER_PARAMS>>>) => ({
  ...readParams(FILTER_PARAMS, {}),
  ...some,
})

const same = (cell: TableNumber, figure: Figure | undefined): boolean =>
  figure?.value == null || cell.value === null
    ? (figure?.value ?? null) === cell.value
    : Math.abs(cell.value - figure.value) < 1e-9 &&
      (cell.states?.inError ?? 0) === figure.states.inError &&
      (cell.n ?? figure.denominator) === figure.denominator

const NUMBER = /−?\d[\d,]*(?:\.\d+)?/gu

describe('the figures of the catalogue', () => {
  test.each(Object.keys(MEANINGS))('%s has in its table what a plain loop over the reports counts', async (kind) => {
    let checked = 0
    await fc.assert(
      fc.asyncProperty(anyFilter, anyYears, async (some, years) => {
        const filters = filtersOf(some)
        const query = { ...writeParams(FILTER_PARAMS, filters), ...years, figure: RATE, peers: 'kind' }
        const chart = await askFigure(askerOf(engine), { kind, query })
        if (!chart || chart.basis.scope === null) return
        chart.table.rows.forEach((cells, row) => {
          const texts = cells.map((cell) => (cell.kind === 'text' ? cell.text.zh : ''))
          cells.forEach((cell, at) => {
            const column = chart.table.columns[at]?.label.zh ?? ''
            const meant = cell.kind === 'number' ? MEANINGS[kind]?.({ row, texts, column }, chart) : null
            if (cell.kind !== 'number' || !meant) return
            // Peers may be others than the filter's agencies: all together is not asked of them.
            const figure = byLoop(meant, filters, chart.basis.scope)
            expect([JSON.stringify({ ...meant, column, cell, figure, some, years }), same(cell, figure)]).toEqual([
              expect.anything(),
              true,
            ])
            checked += 1
          })
        })
      }),
      { numRuns: 16 },
    )
    expect(checked).toBeGreaterThan(20)
  })

  test.each(FIGURE_KINDS.map(({ id }) => id))('%s says nothing that is no number, in either language', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anyFilter, anyYears, fc.constantFrom('0', '30', '100000'), async (some, years, least) => {
        const query = { ...writeParams(FILTER_PARAMS, filtersOf(some)), ...years, figure: RATE, least }
        const chart = await askFigure(askerOf(engine), { kind, query })
        const said = (chart?.readings ?? []).flatMap(({ zh, en }) => [zh, en])
        for (const text of [...said, ...(chart?.notes ?? []).flatMap((note) => [note.text.zh, note.text.en])]) {
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/u)
          expect(text).not.toMatch(/[升降高低多少] 0(?:\.0)? /u)
          expect([...text.matchAll(NUMBER)].map(([number]) => number)).not.toContain('−0')
        }
      }),
      { numRuns: 12 },
    )
  })

  test.each(FIGURE_KINDS.map(({ id }) => id))(
    '%s draws in office programs no number that its table lacks',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(anyFilter, anyYears, async (some, years) => {
          const query = { ...writeParams(FILTER_PARAMS, filtersOf(some)), ...years, figure: RATE }
          const chart = await askFigure(askerOf(engine), { kind, query })
          const table = new Set(
            chart?.table.rows.flat().flatMap((cell) => (cell.kind === 'number' ? [cell.value] : [])),
          )
          for (const { series } of chart?.native ?? [])
            for (const { name, values } of series)
              if (name.zh !== '中位数') for (const value of values) if (value !== null) expect(table).toContain(value)
        }),
        { numRuns: 12 },
      )
    },
  )
})
