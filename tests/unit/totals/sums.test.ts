import { describe, expect, it } from 'vitest'
import { FIELDS } from '@/form/fields'
import type { Agency } from '@/register/agency'
import type { FiledReport } from '@/totals/filed'
import { MemberTree } from '@/totals/memberTree'
import { totalOf } from '@/totals/total'
import type { Total } from '@/totals/total'
import { agency, cityFiled, filed, formsOf } from './filed'

const government = agency('g', '青溪县人民政府', null)
const bodies = ['教育局', '财政局', '水利局'].map((name, at) => agency(`m${at}`, `青溪县${name}`, 'g'))
const [first, second, third] = bodies as [Agency, Agency, Agency]

function total(reports: readonly FiledReport[], year = 2024, nil: readonly string[] = []): Total {
  const tree = new MemberTree([government, ...bodies])
  const found = totalOf({ tree, parent: government, year, reports, nil: new Set(nil) })
  if (!found.ok) throw new Error(found.error.reason)
  return found.value
}

const cellOf = ({ sums }: Total, field: string) => [...sums.cells.values()].find((cell) => cell.field === field)

describe('sums of members', () => {
  it('adds decimals without dust', () => {
    const fee = (body: Agency, value: number) => filed(body, 2024, { 'proactive.fees.amount': value })
    const cell = cellOf(total([fee(first, 0.1), fee(second, 0.2), fee(third, 24252.311082)]), 'proactive.fees.amount')
    expect(cell).toMatchObject({ value: 24252.611082, complete: true })
  })

  it('tells blanks, unread cells, absent tables, missing reports and nil ones apart, and is complete only without any gap', () => {
    const field = 'requests.received.total'
    const blank = total([
      filed(first, 2024, { [field]: 4 }),
      filed(second, 2024, { [field]: null }),
      filed(third, 2024, { [field]: 2 }),
    ])
    expect(cellOf(blank, field)).toMatchObject({ value: 6, complete: false, counts: { printed: 2, blank: 1 } })
    const gone = total([
      filed(first, 2024, { [field]: 4 }),
      filed(second, 2024, {}, { proactive: '2021', disputes: '2021' }),
    ])
    expect(cellOf(gone, field)).toMatchObject({
      value: 4,
      complete: false,
      counts: { printed: 1, tableAbsent: 1, missing: 1 },
    })
    expect(cellOf(total([filed(first, 2024, { [field]: 4 })], 2024, ['m1', 'm2']), field)).toMatchObject({
      value: 4,
      complete: true,
      counts: { printed: 1, nil: 2 },
    })
    expect(cellOf(blank, field)?.addends.map(({ member, value, state }) => [member.name, value, state])).toEqual([
      ['青溪县教育局', 4, 'printed'],
      ['青溪县财政局', null, 'blank'],
      ['青溪县水利局', 2, 'printed'],
    ])
  })

  it('is no number where nobody has one', () => {
    const field = 'review.total'
    const none = total(bodies.map((body) => filed(body, 2024, { [field]: null })))
    expect(cellOf(none, field)).toMatchObject({ value: null, complete: false })
  })

  it('counts repaired, inferred and corrected addends, and a cell that a person marked as blank as blank', () => {
    const field = 'review.total'
    const withState = (
      body: Agency,
      value: number | null,
      state: 'repaired' | 'inferred' | 'corrected',
    ): FiledReport => {
      const report = filed(body, 2024)
      return { ...report, cells: new Map(report.cells).set(field, { value, state, place: {} }) }
    }
    const found = total([
      withState(first, 1, 'repaired'),
      withState(second, 2, 'corrected'),
      withState(third, null, 'corrected'),
    ])
    expect(cellOf(found, field)).toMatchObject({ value: 3, counts: { repaired: 1, corrected: 1, blank: 1 } })
  })
})

describe('sums over both forms', () => {
  const old = { proactive: '2019', requests: '2019', disputes: '2021' } as const

  it('keeps 其他处理 of the 2019 form apart from the three rows of the 2021 form, with the sum of both beside them', () => {
    const found = total([
      filed(first, 2024, { 'requests.otherwise.all.total': 5 }, old),
      filed(second, 2024, { 'requests.otherwise.other.total': 2, 'requests.otherwise.feeUnpaid.total': 1 }),
      filed(third, 2024, { 'requests.otherwise.all.total': 0 }, old),
    ])
    expect(cellOf(found, 'requests.otherwise.other.total')).toMatchObject({
      value: 2,
      complete: false,
      counts: { unsplit: 1, printed: 1, joined: 1 },
    })
    expect(found.sums.joined.get('requests.otherwise.all.total')).toMatchObject({
      value: 8,
      complete: true,
      counts: { printed: 2, joined: 1 },
    })
    expect(found.sums.otherVersions.map(({ table, version, members }) => [table, version, members.length])).toEqual([
      ['proactive', '2019', 2],
      ['requests', '2019', 2],
    ])
  })

  it('sums the three rows into the one of a 2019 total, and leaves it blank where one of the three is', () => {
    const later = formsOf(2024)
    const year = 2020
    const parts = { 'requests.otherwise.other.total': 2, 'requests.otherwise.notCorrected.total': 4 } as const
    const found = total(
      [
        filed(first, year, { 'requests.otherwise.all.total': 1 }),
        filed(second, year, parts, later),
        filed(third, year, { ...parts, 'requests.otherwise.feeUnpaid.total': null }, later),
      ],
      year,
    )
    expect(cellOf(found, 'requests.otherwise.all.total')).toMatchObject({
      value: 7,
      counts: { printed: 1, joined: 1, blank: 1 },
    })
    expect(found.sums.joined.size).toBe(0)
  })

  it('brings of table 二 only the decisions together', () => {
    const found = total([
      filed(first, 2024, { 'proactive.licences.decisions': 7, 'proactive.regulations.made': 3 }, old),
      filed(second, 2024, { 'proactive.licences.decisions': 2, 'proactive.regulations.issued': 1 }),
    ])
    expect(cellOf(found, 'proactive.licences.decisions')).toMatchObject({ value: 9, counts: { printed: 2 } })
    expect(cellOf(found, 'proactive.regulations.issued')).toMatchObject({
      value: 1,
      counts: { printed: 1, notOnForm: 1 },
    })
    expect(cellOf(found, 'proactive.regulations.made')).toBeUndefined()
  })
})

describe('the fictional city', () => {
  it.each([2019, 2024])('%i sums to what a plain loop over its members gives', { timeout: 30_000 }, (year) => {
    const { agencies, reports } = cityFiled(year)
    const tree = new MemberTree(agencies)
    const parent = tree.find('government') ?? government
    const found = totalOf({ tree, parent, year, reports })
    if (!found.ok) throw new Error(found.error.reason)
    const members = reports.filter(({ body }) => body.parent === 'government')
    const version = year === 2019 ? '2019' : '2021'
    for (const { id, era } of FIELDS.filter((field) => field.era === 'both' || field.era === version)) {
      let sum = 0
      for (const { cells } of members) sum += cells.get(id)?.value ?? 0
      expect(found.value.sums.cells.get(id)?.value, `${id} ${era}`).toBe(Number(sum.toFixed(6)))
    }
    expect(found.value.membership.members).toHaveLength(year === 2019 ? 42 : 43)
  })
})
