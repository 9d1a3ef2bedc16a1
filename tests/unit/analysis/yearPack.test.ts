import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import { readParams } from '@/analysis/params'
import { filtersOfQuestion } from '@/analysis/question'
import { QUESTION_PAGES } from '@/analysis/questions'
import { readQuestion } from '@/analysis/readKept'
import { belongingOf } from '@/analysis/belonging'
import { SWITCHES } from '@/analysis/switches'
import { packFilters, yearPack } from '@/analysis/yearPack'
import type { Chart } from '@/charts/chart'
import { CubeEngine } from '@/cube/engine'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const numbers = (received: number) => ({
  'requests.received.total': received,
  'requests.accepted.total': received,
  'requests.granted.total': received,
  'requests.settled.total': received,
})
/** Two districts that sum: one with its agencies, one with its sum alone. */
const REGISTER = [
  agency('east', { scope: 'summed', name: '东区' }),
  agency('west', { scope: 'summed', name: '西区', region: '西区' }),
  agency('a', { parent: 'east' }),
  agency('b', { parent: 'east' }),
  agency('elsewhere', { region: '西区' }),
]
const data = dataOf(
  REGISTER,
  [2021, 2022, 2023, 2024].flatMap((year) => [
    filed('east', year, numbers(9999)),
    filed('west', year, numbers(500)),
    filed('a', year, numbers(100)),
    filed('b', year, numbers(year)),
    filed('elsewhere', year, numbers(7)),
  ]),
)
const engine = new CubeEngine(data)

async function chartsOf(government: string | null, year: number): Promise<Map<string, Chart>> {
  const asker = askerOf(engine)
  const charts = new Map<string, Chart>()
  for (const { figures } of yearPack(packFilters(await asker.catalogue(), government, year), year))
    for (const { question } of figures) {
      const chart = await askFigure(asker, question)
      if (chart) charts.set(chart.id, chart)
    }
  return charts
}

/** Numbers of one row of a figure's table, the first of a year. */
const rowOf = (chart: Chart | undefined, name: string): (number | null)[] =>
  chart?.table.rows
    .find(([head]) => head?.kind === 'text' && head.text.zh === name)
    ?.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : [])) ?? []

describe('agencies of one government', () => {
  it('are told by it and their levels, all of them or some; those of several by none', async () => {
    const catalogue = await engine.catalogue()
    const told = (...ids: string[]) => {
      const found = belongingOf(catalogue, ids)
      return found && [found.government.name, ...found.levels, found.whole]
    }
    expect(told('a', 'b')).toEqual(['东区', 'county', true])
    expect(told('b')).toEqual(['东区', 'county', false])
    expect(told('a', 'elsewhere')).toBeNull()
    expect(told('east')).toBeNull()
    expect(told()).toBeNull()
  })
})

describe('the deck of a government and a year', () => {
  it('asks with the same least n as the pages that ask the same', async () => {
    const catalogue = await engine.catalogue()
    const usual = readParams(SWITCHES, {})
    const onPages = new Map(
      QUESTION_PAGES.flatMap(({ initials, figures }) =>
        figures.map(({ kind }) => [kind.id, { ...usual, ...initials }.least] as const),
      ),
    )
    for (const { figures } of yearPack(packFilters(catalogue, 'east', 2022), 2022))
      for (const { question } of figures)
        expect([question.kind, readParams(SWITCHES, question.query).least]).toEqual([
          question.kind,
          onPages.get(question.kind) ?? usual.least,
        ])
  })

  it('ends at its year, whatever the data hold of later ones', async () => {
    const charts = await chartsOf('east', 2022)
    expect(charts.size).toBeGreaterThan(15)
    for (const [id, { basis, title, table }] of charts) {
      expect([id, ...basis.years.filter((year) => year > 2022)]).toEqual([id])
      expect(title.zh + table.columns.map(({ label }) => label.zh).join(' ')).not.toMatch(/202[34]/u)
    }
    expect(charts.get('volumes')?.basis.years).toEqual([2021, 2022])
  })

  it('is of the agencies below it, each alone, and never of its sum besides', async () => {
    const charts = await chartsOf('east', 2024)
    expect(rowOf(charts.get('volumes'), '2024')[0]).toBe(100 + 2024)
    for (const { basis } of charts.values()) expect(basis.scope).toBe('own')
  })

  it('is of its sum where there are none below it', async () => {
    const charts = await chartsOf('west', 2024)
    expect(rowOf(charts.get('volumes'), '2024')[0]).toBe(500)
    for (const { basis } of charts.values()) expect(basis.scope).toBe('summed')
  })

  it('is of every agency where none is named, and of no sum', async () => {
    expect(rowOf((await chartsOf(null, 2024)).get('volumes'), '2024')[0]).toBe(100 + 2024 + 7)
  })

  it('names every agency of a large government, also when it was kept', () => {
    const many = Array.from({ length: 6000 }, (_, at) => `${'县级某某部门'.repeat(4)}${String(at)}`)
    const agencies = [REGISTER[0], ...many.map((id) => agency(id, { parent: 'east' }))].flatMap((one) =>
      one ? [{ ...one, reports: 1 }] : [],
    )
    const [section] = yearPack(packFilters({ agencies, years: [2024] }, 'east', 2024), 2024)
    const question = readQuestion(JSON.parse(JSON.stringify(section?.figures[0]?.question)))
    expect(question && filtersOfQuestion(question).agencies).toEqual(many)
  })

  it('is never asked without the part of its filter that is too long to be kept', () => {
    expect(readQuestion({ kind: 'volumes', query: { agencies: 'a'.repeat(2_000_000) } })).toBeNull()
  })
})
