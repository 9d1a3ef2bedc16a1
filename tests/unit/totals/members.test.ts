import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { nameInYear } from '@/register/nameInYear'
import { MemberTree } from '@/totals/memberTree'
import { mixingIn } from '@/totals/mixing'
import { totalOf } from '@/totals/total'
import { totalRefusalText } from '@/totals/totalErrors'
import { agency, filed, membership, roll } from './filed'

/** Township → county → city → province, each with its office. */
const PROVINCE: readonly Agency[] = [
  agency('p', '云澜省人民政府', null),
  agency('po', '云澜省人民政府办公厅', 'p'),
  agency('c', '临澜市人民政府', 'p'),
  agency('co', '临澜市人民政府办公室', 'c'),
  agency('d', '青溪县人民政府', 'c'),
  agency('do', '青溪县人民政府办公室', 'd'),
  agency('t', '青溪县石桥镇人民政府', 'd'),
]
const of = (id: string): Agency => PROVINCE.find((one) => one.id === id) ?? agency(id, id, null)
const RECEIVED = 'requests.received.total'
const reportOf = (id: string, count: number) => filed(of(id), 2024, { [RECEIVED]: count })

const sumOf = (parentId: string, ids: Readonly<Record<string, number>>): number | null | undefined => {
  const reports = Object.entries(ids).map(([id, count]) => reportOf(id, count))
  const total = totalOf({ tree: new MemberTree(PROVINCE), parent: of(parentId), year: 2024, reports })
  return total.ok ? total.value.sums.cells.get(RECEIVED)?.value : undefined
}

describe('members over several levels', () => {
  it('lets a government that has reported stand for all under it', () => {
    const reports = [reportOf('po', 1), reportOf('c', 10), reportOf('co', 2), reportOf('d', 5), reportOf('t', 3)]
    const found = membership(PROVINCE, 'p', { year: 2024, reports })
    expect(roll(found)).toEqual(['+云澜省人民政府办公厅', '+临澜市人民政府'])
    expect(found.members[1]?.standsFor.map(({ id }) => id).sort()).toEqual(['co', 'd', 'do', 't'])
    expect(found.leftOut.map(({ report, reason }) => [report.body?.id, reason])).toEqual([
      ['co', 'covered'],
      ['d', 'covered'],
      ['t', 'covered'],
    ])
    expect(sumOf('p', { po: 1, c: 10, co: 2, d: 5, t: 3 })).toBe(11)
  })

  it('lets the members of a government that has not reported stand in for it, level by level', () => {
    const found = membership(PROVINCE, 'p', { year: 2024, reports: [reportOf('co', 2), reportOf('t', 3)] })
    expect(roll(found)).toEqual([
      '?云澜省人民政府办公厅',
      '+临澜市人民政府办公室',
      '?青溪县人民政府办公室',
      '+青溪县石桥镇人民政府',
    ])
    expect(found.members[3]?.through.map(({ id }) => id)).toEqual(['c', 'd'])
    expect(sumOf('p', { co: 2, t: 3 })).toBe(5)
    expect(sumOf('p', { co: 2, d: 7, t: 3 })).toBe(9)
  })

  it('names a government of which nobody has reported as the one that is missing', () => {
    const found = membership(PROVINCE, 'p', { year: 2024, reports: [reportOf('po', 1)] })
    expect(roll(found)).toEqual(['+云澜省人民政府办公厅', '?临澜市人民政府'])
  })

  it('keeps the own report of a body beside those of its branches, which it would sum', () => {
    const agencies = [
      agency('g', '青溪县人民政府', null),
      agency('b', '青溪县公安局', 'g'),
      agency('x', '青溪县公安局城东分局', 'b'),
    ]
    const branch = filed(agencies[2] ?? of('x'), 2024)
    expect(roll(membership(agencies, 'g', { year: 2024, reports: [branch] }))).toEqual([
      '?青溪县公安局',
      '+青溪县公安局城东分局',
    ])
    const both = [filed(agencies[1] ?? of('b'), 2024), branch]
    expect(roll(membership(agencies, 'g', { year: 2024, reports: both }))).toEqual(['+青溪县公安局'])
  })

  it('ends where the register goes in a circle', () => {
    const agencies = [
      agency('g', '青溪县人民政府', 'h'),
      agency('h', '临澜市人民政府', 'g'),
      agency('o', '办公室', 'h'),
    ]
    const reports = [filed(agencies[2] ?? of('o'), 2024)]
    expect(roll(membership(agencies, 'g', { year: 2024, reports }))).toEqual(['+办公室'])
  })
})

describe('who counts in a year', () => {
  const bureau = (id: string, name: string, more: Partial<Agency> = {}): Agency => agency(id, name, 'g', more)
  const government = agency('g', '青溪县人民政府', null)

  it('goes by the years of the register and tells of reports outside them', () => {
    const old = bureau('a', '青溪县环保局', { to: 2022, successor: 'b' })
    const next = bureau('b', '青溪县生态环境局', { from: 2023 })
    const agencies = [government, old, next]
    const found = membership(agencies, 'g', { year: 2023, reports: [filed(old, 2023), filed(next, 2023)] })
    expect(roll(found)).toEqual(['+青溪县生态环境局'])
    expect(found.leftOut.map(({ reason }) => reason)).toEqual(['outside-years'])
    expect(roll(membership(agencies, 'g', { year: 2022, reports: [] }))).toEqual(['?青溪县环保局'])
  })

  it('misses neither body of a succession whose year nobody knows while the other has reported', () => {
    const old = bureau('a', '青溪县环保局', { successor: 'b' })
    const next = bureau('b', '青溪县生态环境局')
    const agencies = [government, old, next]
    const rollOf = (...given: Agency[]): string[] =>
      roll(membership(agencies, 'g', { year: 2023, reports: given.map((body) => filed(body, 2023)) }))
    expect(rollOf(old)).toEqual(['+青溪县环保局'])
    expect(rollOf(next)).toEqual(['+青溪县生态环境局'])
    expect(rollOf()).toEqual(['?青溪县生态环境局'])
    const both = membership(agencies, 'g', { year: 2023, reports: [filed(old, 2023), filed(next, 2023)] })
    expect(both.overlapping.map(([before, after]) => [before.id, after.id])).toEqual([['a', 'b']])
  })

  it('calls a renamed body as it was called in the year', () => {
    const renamed = bureau('a', '青溪县数据局', {
      formerNames: [
        { name: '青溪县大数据局', until: 2023 },
        { name: '青溪县信息中心', until: 2020 },
      ],
    })
    expect([2020, 2021, 2024].map((year) => nameInYear(renamed, year))).toEqual([
      '青溪县信息中心',
      '青溪县大数据局',
      '青溪县数据局',
    ])
    expect(roll(membership([government, renamed], 'g', { year: 2021, reports: [] }))).toEqual(['?青溪县大数据局'])
  })

  it('counts one declared to have had nothing as zeros, unless it has reported', () => {
    const [one, two] = [bureau('a', '青溪县信访局'), bureau('b', '青溪县统计局')]
    const found = membership([government, one, two], 'g', {
      year: 2024,
      reports: [filed(two, 2024)],
      nil: new Set(['a', 'b']),
    })
    expect(roll(found)).toEqual(['0青溪县信访局', '+青溪县统计局'])
  })

  it('never takes the government’s own report, another year, a stranger or a second copy for an addend', () => {
    const own = bureau('a', '青溪县信访局')
    const stranger = agency('x', '国家税务总局青溪县税务局', null)
    const reports = [
      filed(government, 2024),
      filed(own, 2024),
      { ...filed(own, 2024), file: 'again.docx' },
      filed(own, 2023),
      filed(stranger, 2024),
      { ...filed(own, 2024), body: null },
    ]
    const found = membership([government, own, stranger], 'g', { year: 2024, reports })
    expect(roll(found)).toEqual(['+青溪县信访局'])
    expect(found.published?.body.id).toBe('g')
    expect(found.leftOut.map(({ reason }) => reason)).toEqual(['second-copy', 'not-a-member', 'unknown-agency'])
  })
})

describe('what is not summed', () => {
  it('is a summed report with those of its members, at any distance, and a body twice', () => {
    const tree = new MemberTree(PROVINCE)
    const ids = (list: readonly string[]) =>
      mixingIn(list.map(of), tree).map(({ over, under }) => [over.id, under.map(({ id }) => id)])
    expect(ids(['co', 'd', 't'])).toEqual([['d', ['t']]])
    expect(ids(['c', 't', 'do'])).toEqual([['c', ['t', 'do']]])
    expect(ids(['co', 'co'])).toEqual([['co', ['co']]])
    expect(ids(['po', 'co', 'do', 't'])).toEqual([])
  })

  it('is refused with the reason and what to do', () => {
    const tree = new MemberTree(PROVINCE)
    const refused = (parent: Agency, year: number): string => {
      const total = totalOf({ tree, parent, year, reports: [] })
      return total.ok ? '' : totalRefusalText(total.error, 'zh')
    }
    expect(refused(of('c'), 2018)).toContain('2018 年还没有法定表式')
    expect(refused(of('do'), 2024)).toContain('本机关')
    expect(refused(agency('z', '白沙县人民政府', null), 2024)).toContain('汇总机关')
    expect(refused(of('c'), 2024)).toBe('“临澜市人民政府”的 2 个成员都没有 2024 年的年报，没有可以相加的数。')
  })
})
