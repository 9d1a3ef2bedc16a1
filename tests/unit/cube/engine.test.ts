import { describe, expect, it } from 'vitest'
import { DataSet } from '@/cube/dataSet'
import { CubeEngine } from '@/cube/engine'
import { STATUTORY } from '@/register/deadlines'
import { dataOf } from './asked'
import { agency, filed } from './filed'

describe('the engine', () => {
  it('rejects what only a mistake of the program asks for', async () => {
    const engine = new CubeEngine(new DataSet())
    await expect(engine.query({ figures: ['rate.nothing'], groupBy: [], where: {} })).rejects.toThrow('rate.nothing')
    await expect(engine.query({ figures: [], groupBy: [], where: {}, change: 'all' })).rejects.toThrow('year')
  })

  it('tells who has reported, who is late and who owes', async () => {
    const data = dataOf(
      [agency('a'), agency('b', { from: 2023 }), agency('政府', { kind: 'government', scope: 'summed' })],
      [
        filed('a', 2022, {}, { published: '2023-01-31' }),
        filed('a', 2023, {}, { published: '2024-02-01', counts: { errors: 3 }, version: 2, differing: 4 }),
        filed('政府', 2023, {}, { published: '2024-03-31' }),
      ],
    )
    const { years, rows } = await new CubeEngine(data).coverage({})
    expect(years).toEqual([2022, 2023])
    expect(rows.map((row) => [row.agency, row.years[2022]?.status, row.years[2023]?.status])).toEqual([
      ['政府', 'missing', 'reported'],
      ['a', 'reported', 'late'],
      ['b', 'notOwed', 'missing'],
    ])
    expect(rows[1]?.years[2023]).toEqual({
      status: 'late',
      published: '2024-02-01',
      deadline: '2024-01-31',
      errors: 3,
      version: 2,
      differing: 4,
    })
    // The report in the place of a removed one keeps its own.
    data.removeReport('a', 2022)
    data.deadlines = { ...STATUTORY, deadlines: { ...STATUTORY.deadlines, departments: { day: '02-01', source: '' } } }
    const after = await new CubeEngine(data).coverage({})
    expect(after.rows[1]?.years[2023]).toMatchObject({ status: 'reported', version: 2, differing: 4 })
    expect((await new CubeEngine(data).coverage({ scope: 'own', years: [2023] })).rows).toHaveLength(2)
  })

  it('lists what there is to filter by', async () => {
    const data = dataOf(
      [agency('b'), agency('a')],
      [filed('a', 2022), filed('a', 2023, {}, { imported: '2025-03-01T00:00:00.000Z' })],
    )
    data.removeReport('a', 2022)
    expect(await new CubeEngine(data).catalogue()).toMatchObject({
      years: [2023],
      reports: 1,
      updated: '2025-03-01T00:00:00.000Z',
      agencies: [
        { id: 'a', reports: 1 },
        { id: 'b', reports: 0 },
      ],
    })
    expect(await new CubeEngine(new DataSet()).catalogue()).toEqual({
      years: [],
      agencies: [],
      series: [],
      reports: 0,
      updated: null,
    })
  })
})
