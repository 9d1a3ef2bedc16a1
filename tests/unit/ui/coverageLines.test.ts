import { describe, expect, test } from 'vitest'
import { coverageWords } from '@/charts/coverageWords'
import type { CoverageCell, CoverageRow } from '@/cube/query'
import { coverageCsv, coverageText } from '@/exports/coverage/coverageTables'
import { coverageLines, withNilReturns } from '@/ui/coverage/coverageLines'
import type { CoverageListing } from '@/ui/coverage/coverageLines'
import { agency } from '../cube/filed'

const due = { deadline: '2024-01-31', errors: 0 }
const there = { ...due, version: 1, differing: 0 }
const cells: Readonly<Record<string, CoverageCell>> = {
  city: { ...there, status: 'reported', published: '2024-01-20', errors: 2 },
  one: { ...there, status: 'late', published: '2024-02-02', version: 2, differing: 4 },
  two: { ...due, status: 'missing' },
  three: { ...there, status: 'reported' },
  gone: { status: 'notOwed', errors: 0 },
}
const agencies = [
  agency('city', { kind: 'government', scope: 'summed', name: '临澜市人民政府' }),
  agency('one', { parent: 'city', name: '=临澜市一局' }),
  agency('two', { parent: 'city', name: '临澜市二局' }),
  agency('three', { kind: 'vertical', name: '临澜市税务局' }),
  agency('gone', { parent: 'city', name: '临澜市旧局' }),
].map((one) => ({ ...one, reports: 1 }))
const rows = Object.entries(cells).map(([id, cell]): CoverageRow => ({ agency: id, years: { 2023: cell } }))
const byId = new Map(agencies.map((one) => [one.id, one]))

function lines(more: Partial<CoverageListing> = {}) {
  return coverageLines(rows, [2023], byId, { only: 'all', by: 'parent', today: '2024-03-01', ...more })
}
const ids = (more?: Partial<CoverageListing>) =>
  lines(more).map((line) => (line.kind === 'agency' ? line.agency.id : `# ${line.group ?? 'all'}`))

const file = (language: 'zh' | 'en', today = '2024-03-01') => ({
  agencies: agencies.map((one) => ({
    agency: one,
    parent: '',
    years: { 2023: cells[one.id] ?? { status: 'notOwed' as const, errors: 0 } },
  })),
  years: [2023],
  today,
  language,
  example: false,
})

describe('the coverage matrix', () => {
  test('groups agencies by who sums them, a parent at the head of its own, or by kind', () => {
    expect(ids()).toEqual(['# all', '# city', 'city', 'one', 'two', 'gone', '# ', 'three'])
    expect(ids({ by: 'kind' })).toEqual([
      '# all',
      '# government',
      'city',
      '# department',
      'one',
      'two',
      'gone',
      '# vertical',
      'three',
    ])
  })

  test('narrows to what is looked for, and counts over all the same', () => {
    expect(ids({ only: 'missing' })).toEqual(['# all', '# city', 'two'])
    expect(ids({ only: 'late' })).toEqual(['# all', '# city', 'one'])
    expect(ids({ only: 'errors' })).toEqual(['# all', '# city', 'city'])
    expect(ids({ only: 'changed' })).toEqual(['# all', '# city', 'one'])
    for (const only of ['all', 'missing'] as const) {
      const [all] = lines({ only })
      expect(all?.kind === 'group' && all.tallies.get(2023)).toEqual({
        owed: 4,
        reported: 2,
        late: 1,
        missing: 1,
        nil: 0,
        notYetDue: 0,
        undated: 1,
        errors: 1,
        changed: 1,
      })
    }
  })

  test('a report is not missed before its deadline has passed', () => {
    const [all] = lines({ today: '2024-01-31' })
    expect(all?.kind === 'group' && all.tallies.get(2023)?.notYetDue).toBe(1)
    expect(coverageWords({ ...due, status: 'missing' }, '2024-01-31', 'zh')).toBe('未报，未到期，限期 2024-01-31')
    expect(coverageWords({ ...due, status: 'missing' }, '2024-02-01', 'zh')).toBe('未报，限期 2024-01-31')
  })

  test('a nil return is a missing report that says so, wherever it is told', () => {
    const noted = withNilReturns(rows, (id) => id === 'two' || id === 'city')
    const own = (id: string) => noted.find(({ agency: one }) => one === id)?.years[2023]
    expect([own('two')?.nil, own('city')?.nil]).toEqual([true, undefined])
    const [all] = coverageLines(noted, [2023], byId, { only: 'all', by: 'parent', today: '2024-03-01' })
    expect(all?.kind === 'group' && all.tallies.get(2023)).toMatchObject({ missing: 1, nil: 1 })
    const cell = own('two') ?? { status: 'notOwed' as const, errors: 0 }
    expect(coverageWords(cell, '2024-03-01', 'zh')).toBe('未报，记为零申报，限期 2024-01-31')
    const { agencies: listed, ...rest } = file('zh')
    const written = {
      ...rest,
      agencies: listed.map((one) => (one.agency.id === 'two' ? { ...one, years: { 2023: cell } } : one)),
    }
    expect(coverageText(written)).toContain('未报 1 个（临澜市二局〔零申报〕）')
    expect(coverageCsv(written)).toContain('2023,未报，记为零申报,')
  })

  test('says all of a cell in words', () => {
    const words = (id: string, language: 'zh' | 'en' = 'zh') =>
      coverageWords(cells[id] ?? { status: 'notOwed', errors: 0 }, '2024-03-01', language)
    expect(words('city')).toBe('按期，2024-01-20 公布，数不等 2 处')
    expect(words('one')).toBe('迟报，2024-02-02 公布，限期 2024-01-31，第 2 版，4 格与前版不同')
    expect(words('three')).toBe('已报，公布日期不详')
    expect(words('gone', 'en')).toBe('Not applicable')
  })

  test('is written as a list without formulas, and as sentences that name who is late or missing', () => {
    const csv = coverageCsv(file('zh'))
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain('临澜市二局,部门,县级,东区,,本机关,,2023,未报,,2024-01-31,,,')
    expect(csv).toMatch(/,2023,迟报,2024-02-02,2024-01-31,0,2,4\r\n/u)
    expect(csv).not.toMatch(/(?:^|\n)=/u)
    expect(coverageText(file('zh'))).toBe(
      '2023 年度应报 4 个：按期 2 个，迟报 1 个（=临澜市一局），未报 1 个（临澜市二局）。按期中有 1 个公布日期不详。\n截至 2024-03-01。',
    )
    expect(coverageText(file('en'))).toContain('2023: 4 owed; 2 on time, 1 late (=临澜市一局), 1 missing (临澜市二局).')
  })
})
