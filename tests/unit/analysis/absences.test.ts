import { describe, expect, it } from 'vitest'
import { askAbsences } from '@/analysis/absences'
import { askerOf } from '@/analysis/asker'
import { absenceReadings } from '@/charts/absences'
import { CubeEngine } from '@/cube/engine'
import type { Filter } from '@/cube/query'
import type { Agency } from '@/register/agency'
import { city } from '../charts/city'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const TODAY = '2025-06-01'
async function saidOf(data: ReturnType<typeof dataOf>, where: Filter, today = TODAY): Promise<string[]> {
  const { rows, years, names } = await askAbsences(askerOf(new CubeEngine(data)), where)
  return absenceReadings(rows, years, names, today).map(({ zh }) => zh)
}
const years = (from: number, to?: number): Partial<Agency> => ({ from, ...(to !== undefined && { to }) })
const data = dataOf(
  [agency('旧局', years(2019, 2021)), agency('新局', years(2023)), agency('常局', years(2019))],
  [filed('旧局', 2021), filed('新局', 2023), filed('常局', 2021), filed('常局', 2023)],
)

describe('why no report matches', () => {
  it('says of an agency of the city that owes a report and has none that it does', async () => {
    expect(await saidOf(city, { agencies: ['petitions'], years: [2024] })).toEqual(['临澜市信访局：2024 年应报未报。'])
  })

  it('says of each agency and year whether it was there yet, still, or at all', async () => {
    expect(await saidOf(data, { agencies: ['旧局', '新局'], years: [2022] })).toEqual([
      '新局：2022 年尚未设立。',
      '旧局：2022 年已撤销。',
    ])
    expect(await saidOf(data, { agencies: ['常局'], years: [2022, 2024] })).toEqual(['常局：2022、2024 年应报未报。'])
    expect(await saidOf(data, { agencies: ['旧局'], years: [2020, 2022] })).toEqual([
      '旧局：2020 年应报未报；2022 年已撤销。',
    ])
  })

  it('calls none late whose day has not passed, nor one that noted to have nothing', async () => {
    expect(await saidOf(data, { agencies: ['常局'], years: [2024] }, '2025-01-15')).toEqual([
      '常局：2024 年未报，未到期。',
    ])
    const { rows, names } = await askAbsences(askerOf(new CubeEngine(data)), { agencies: ['常局'], years: [2024] })
    const noted = rows.map((row) => ({ ...row, years: { 2024: { status: 'missing', errors: 0, nil: true } as const } }))
    expect(absenceReadings(noted, [2024], names, TODAY)[0]?.zh).toBe('常局：2024 年未报，记为零申报。')
  })

  it('counts many agencies, and says nothing where there are reports after all', async () => {
    const many = dataOf(
      Array.from({ length: 8 }, (_, at) => agency(`局${String(at)}`, years(at < 6 ? 2019 : 2024))),
      [filed('局0', 2024), filed('局7', 2024)],
    )
    expect(await saidOf(many, { years: [2020] })).toEqual(['2020 年：应报未报 6 个机关，尚未设立 2 个机关。'])
    expect(await saidOf(many, { years: [2024] })).toEqual([])
    expect(await saidOf(many, { agencies: ['nobody'], years: [2024] })).toEqual([])
  })
})
