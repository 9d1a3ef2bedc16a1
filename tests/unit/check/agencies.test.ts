import { describe, expect, it } from 'vitest'
import { findingText } from '@/check/rules/rules'
import { DEFAULT_SETTINGS } from '@/check/settings'
import type { LocalDeadline } from '@/register/deadlines'
import type { FieldId } from '@/form/fields'
import { checkerOf, filedOf, foundBy } from './checkedSet'
import { agencyOf, reportOf } from './yearReports'
import type { Given } from './yearReports'

const EIGHT: Given = {
  'proactive.licences.decisions': 41,
  'proactive.penalties.decisions': 7,
  'requests.received.natural': 12,
  'requests.granted.natural': 8,
  'requests.partial.natural': 3,
  'requests.carriedOut.natural': 1,
  'review.upheld': 2,
  'review.other': 1,
}

describe('W7', () => {
  const one = reportOf(2023, EIGHT, { agency: '示例市财政局' })

  it('tells both of two agencies with eight cells alike, and shows the cells of both', () => {
    const other = reportOf(2023, EIGHT, { agency: '示例市教育局' })
    const findings = foundBy('W7', [one, other])
    expect(findings.map(({ agency }) => agency).sort()).toEqual(['示例市教育局', '示例市财政局'])
    const mine = findings.find(({ agency }) => agency === '示例市财政局')
    expect(mine).toMatchObject({ severity: 'warning', reason: 'same-cells', params: { count: 8 } })
    expect(mine?.cells).toHaveLength(16)
    expect(mine?.cells.filter(({ agency }) => agency === '示例市教育局')).toHaveLength(8)
    expect(mine && findingText(mine, 'zh')).toContain('与示例市教育局 2023 年的年报数字全同：不为 0 的有 8 格')
  })

  it('looks at other years of other agencies, too, and names the nearest of several', () => {
    const older = reportOf(2021, EIGHT, { agency: '示例市教育局' })
    const near = reportOf(2022, EIGHT, { agency: '示例市民政局' })
    const mine = foundBy('W7', [one, older, near]).find(({ agency }) => agency === '示例市财政局')
    expect(mine).toMatchObject({ reason: 'same-cells-as-several', params: { other: '示例市民政局', others: 2 } })
  })

  it('is silent for one cell that differs, for seven, for sums, and for one agency', () => {
    const differs = reportOf(2023, { ...EIGHT, 'review.other': 2 }, { agency: '示例市教育局' })
    expect(foundBy('W7', [one, differs])).toEqual([])
    const seven: Given = { ...EIGHT, 'review.other': 0, 'review.total': 2, 'requests.settled.natural': 11 }
    const few = ['示例市教育局', '示例市民政局'].map((agency) => reportOf(2023, seven, { agency }))
    expect(foundBy('W7', few)).toEqual([])
    expect(foundBy('W7', [one, reportOf(2022, EIGHT, { agency: '示例市财政局' })])).toEqual([])
  })

  it('is silent for a government and its only member with numbers, and for a body under its new name', () => {
    const government = agencyOf('示例市人民政府')
    const member = agencyOf('示例市财政局', { parent: government.id })
    const sum = reportOf(2023, EIGHT, { agency: government.id })
    expect(foundBy('W7', [one, sum], [government, member])).toEqual([])
    const renamed = [
      agencyOf('示例市财政局', { to: 2022, successor: '示例市财税局' }),
      agencyOf('示例市财税局', { from: 2023 }),
    ]
    const present = reportOf(2023, EIGHT, { agency: '示例市财税局' })
    expect(foundBy('W7', [reportOf(2022, EIGHT, { agency: '示例市财政局' }), present], renamed)).toEqual([])
  })

  it('goes by names where there is no register', () => {
    const office = ['示例市人民政府', '示例市人民政府办公室'].map((agency) => reportOf(2023, EIGHT, { agency }))
    expect(foundBy('W7', office)).toEqual([])
  })
})

describe('W18', () => {
  const bureau = agencyOf('黄石市财政局')
  const government = agencyOf('黄石市人民政府')
  const late = (name: string, published: string | undefined, deadlines: readonly LocalDeadline[] = []): unknown[] => {
    const report = reportOf(2023, {}, { agency: name, ...(published === undefined ? {} : { published }) })
    const settings = { ...DEFAULT_SETTINGS, localDeadlines: deadlines }
    const checker = checkerOf(filedOf([report]), [bureau, government], settings)
    return checker.findings().flatMap(({ finding }) => (finding.rule === 'W18' ? [finding.params] : []))
  }

  it('holds departments to 31 January and governments to 31 March', () => {
    expect(late('黄石市财政局', '2024-01-31')).toEqual([])
    expect(late('黄石市财政局', '2024-02-02')).toMatchObject([{ due: '2024-01-31', days: 2 }])
    expect(late('黄石市人民政府', '2024-03-31')).toEqual([])
    expect(late('黄石市人民政府', '2024-04-01')).toMatchObject([{ due: '2024-03-31', days: 1 }])
  })

  it('is silent without a date and for agencies that the register lacks', () => {
    expect(late('黄石市财政局', undefined)).toEqual([])
    expect(late('黄石市民政局', '2024-09-09')).toEqual([])
  })

  it('goes by the day of the narrowest place', () => {
    const local = (region: string, day: string): LocalDeadline => ({
      region,
      of: 'departments',
      day,
      source: `${region} 的通知`,
    })
    const days = [local('420000', '01-25'), local('420200', '01-20'), local('430000', '01-10')]
    expect(late('黄石市财政局', '2024-01-21', days)).toMatchObject([{ due: '2024-01-20', basis: '420200 的通知' }])
    expect(late('黄石市财政局', '2024-01-21', days.slice(0, 1))).toEqual([])
    expect(late('黄石市人民政府', '2024-02-21', days)).toEqual([])
  })
})

describe('I4', () => {
  const government = agencyOf('示例市人民政府')
  const office = agencyOf('示例市人民政府办公室', { parent: government.id })
  const members = ['示例市财政局', '示例市教育局'].map((name) => agencyOf(name, { parent: government.id }))
  const lawsuits = (upheld: number, other: number): Given => {
    const field = (result: string): FieldId => `litigation.afterReview.${result}` as FieldId
    return { [field('upheld')]: upheld, [field('other')]: other, [field('total')]: upheld + other }
  }
  const found = (ofOffice: Given, ofFinance: Given, ofSchools: Given = {}): unknown[] =>
    foundBy(
      'I4',
      [
        reportOf(2023, ofOffice, { agency: office.id }),
        reportOf(2023, ofFinance, { agency: '示例市财政局' }),
        reportOf(2023, ofSchools, { agency: '示例市教育局' }),
      ],
      [government, office, ...members],
    )

  it('notes the same lawsuits at the review body and at one original agency', () => {
    expect(found(lawsuits(2, 1), lawsuits(2, 1))).toMatchObject([
      { severity: 'info', agency: '示例市人民政府办公室', formula: '2 + 0 + 1 + 0 = 2 + 0 + 1 + 0' },
    ])
  })

  it('is silent where results differ, one case is all, two agencies would do, or nobody knows the agencies', () => {
    expect(found(lawsuits(2, 1), lawsuits(1, 2))).toEqual([])
    expect(found(lawsuits(1, 0), lawsuits(1, 0))).toEqual([])
    expect(found(lawsuits(2, 1), lawsuits(2, 1), lawsuits(2, 1))).toEqual([])
    const reports = [office.id, '示例市财政局'].map((agency) => reportOf(2023, lawsuits(2, 1), { agency }))
    expect(foundBy('I4', reports)).toEqual([])
  })
})
