import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure, FIGURE_KINDS, figureKindOf } from '@/analysis/catalogue'
import { filtersOfQuestion, questionOf } from '@/analysis/question'
import { FILTER_PARAMS, readParams } from '@/analysis/params'
import { SWITCHES } from '@/analysis/switches'
import { CubeEngine } from '@/cube/engine'
import type { QueryEngine } from '@/cube/query'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'
import { engineOf } from './engine'

const SEED = engineOf()
const question = (kind: string, query: Record<string, string> = {}) => ({ kind, query })

const methods = (engine: QueryEngine): QueryEngine => ({
  query: (query) => engine.query(query),
  coverage: (where) => engine.coverage(where),
  latestMissing: () => engine.latestMissing(),
  catalogue: () => engine.catalogue(),
})

/** The engine, counting what it is asked. */
function counting(): { engine: QueryEngine; asked: () => number } {
  let asked = 0
  return {
    engine: {
      ...methods(SEED),
      query: (query) => {
        asked += 1
        return SEED.query(query)
      },
    },
    asked: () => asked,
  }
}

describe('the catalogue of figures', () => {
  it.each(FIGURE_KINDS.map(({ id }) => id))('%s is made of nothing but its question and the data', async (id) => {
    const chart = await askFigure(askerOf(SEED), question(id))
    expect(chart?.table.rows.length).toBeGreaterThan(0)
    expect(chart?.title.zh).not.toBe('')
    expect(chart?.readings.length).toBeGreaterThan(0)
  })

  it('asks once what several figures share', async () => {
    const { engine, asked } = counting()
    const asker = askerOf(engine)
    await Promise.all(
      ['volumes', 'outcomes', 'applicants', 'disputes', 'reasons'].map((id) => askFigure(asker, question(id))),
    )
    expect(asked()).toBe(1)
  })

  it('asks anew what failed', async () => {
    let fails = true
    const asker = askerOf({
      ...methods(SEED),
      query: (query) => (fails ? Promise.reject(new Error('closed')) : SEED.query(query)),
    })
    await expect(askFigure(asker, question('volumes'))).rejects.toThrow('closed')
    fails = false
    expect(await askFigure(asker, question('volumes'))).not.toBeNull()
  })

  it('a question carries the filter and its own switches, and nothing of others', () => {
    const filters = { ...readParams(FILTER_PARAMS, {}), years: [2023, 2024] }
    const switches = { ...readParams(SWITCHES, {}), as: 'count', least: 5 } as const
    const reasons = figureKindOf('outcomes')
    if (!reasons) throw new Error('no outcomes')
    const asked = questionOf(reasons, filters, switches)
    expect(asked).toEqual({ kind: 'outcomes', query: { years: '2023-2024', least: '5', as: 'count' } })
    expect(filtersOfQuestion(asked).years).toEqual([2023, 2024])
  })

  it('a filter narrows the figure', async () => {
    const whole = await askFigure(askerOf(SEED), question('volumes'))
    const one = await askFigure(askerOf(SEED), question('volumes', { years: '2024' }))
    expect(whole?.basis.years.length).toBeGreaterThan(1)
    expect(one?.basis.years).toEqual([2024])
  })

  it('what a file may say of a question does no harm', async () => {
    expect(await askFigure(askerOf(SEED), question('<b>'))).toBeNull()
    const chart = await askFigure(
      askerOf(SEED),
      question('ranking', { figure: '__proto__', least: '-4e9', at: 'now', years: 'x' }),
    )
    expect(chart?.figures).toEqual(['rate.opened'])
  })

  it('an agency outside the filter is not said to have no number', async () => {
    const numbers = { 'requests.granted.total': 40, 'requests.settled.total': 100 }
    const data = dataOf(
      [agency('east'), agency('west', { region: '西区' })],
      [filed('east', 2023, numbers), filed('west', 2023, numbers)],
    )
    const asked = question('peerRanking', { regions: '东区', on: 'west' })
    const chart = await askFigure(askerOf(new CubeEngine(data)), asked)
    expect(chart?.readings[0]?.zh).toBeDefined()
    expect(chart?.readings[0]?.zh).not.toMatch(/没有此数/u)
  })
})
