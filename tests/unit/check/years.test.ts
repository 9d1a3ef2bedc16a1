import { describe, expect, it } from 'vitest'
import { findingText } from '@/check/rules/rules'
import { DEFAULT_SETTINGS } from '@/check/settings'
import { checkYears } from '@/check/years/checkYears'
import { APPLICANTS } from '@/form/requests'
import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import { reportOf } from './yearReports'
import type { Given } from './yearReports'

const between = (year: number, before: Given, present: Given): Finding[] =>
  checkYears(reportOf(year - 1, before), reportOf(year, present))
const wordsOf = (findings: readonly Finding[]): string[] => findings.map((finding) => findingText(finding, 'zh'))
const columnsOf = (row: string, value: number | null): Given =>
  Object.fromEntries(APPLICANTS.map((column) => [`requests.${row}.${column}`, value]))

describe('two years', () => {
  it('that agree say nothing, nor do years that do not follow one another', () => {
    expect(between(2023, {}, {})).toEqual([])
    const carried = { 'requests.carriedOut.total': 5 }
    expect(checkYears(reportOf(2021, carried), reportOf(2023))).toEqual([])
    expect(checkYears(reportOf(2023, carried), reportOf(2022))).toEqual([])
    expect(checkYears(reportOf(2022, carried), { ...reportOf(2023), year: null })).toEqual([])
  })
})

describe('W1', () => {
  it('names the total and the columns that differ in one finding, each cell with its report', () => {
    const [finding, ...none] = between(
      2023,
      { 'requests.carriedOut.natural': 4, 'requests.carriedOut.total': 6, 'requests.carriedOut.legal': 2 },
      { 'requests.carriedIn.natural': 4, 'requests.carriedIn.total': 5, 'requests.carriedIn.legal': 1 },
    )
    expect(none).toEqual([])
    expect(finding).toMatchObject({
      rule: 'W1',
      severity: 'warning',
      year: 2023,
      reason: 'total-and-columns',
      formula: '5 ≠ 6; 1 ≠ 2',
      difference: -1,
    })
    expect(finding?.cells.map(({ file, year, field, value }) => [file, year, field, value])).toEqual([
      ['示例市财政局2023.docx', 2023, 'requests.carriedIn.total', 5],
      ['示例市财政局2022.docx', 2022, 'requests.carriedOut.total', 6],
      ['示例市财政局2023.docx', 2023, 'requests.carriedIn.legal', 1],
      ['示例市财政局2022.docx', 2022, 'requests.carriedOut.legal', 2],
    ])
    expect(finding && findingText(finding, 'zh')).toContain(
      '上年结转总计 5，2022 年年报结转下年度 6，少 1；法律服务机构列也不一致。',
    )
    expect(finding && findingText(finding, 'en')).toContain('Carried in: 5 in total; 2022 carried over 6: 1 fewer.')
  })

  it('tells columns that differ where the totals agree', () => {
    const [finding] = between(
      2024,
      { 'requests.carriedOut.natural': 2, 'requests.carriedOut.total': 2 },
      { 'requests.carriedIn.business': 2, 'requests.carriedIn.total': 2 },
    )
    expect(finding).toMatchObject({ rule: 'W1', reason: 'columns', formula: '0 ≠ 2; 2 ≠ 0' })
    expect(finding?.difference).toBeUndefined()
    expect(wordsOf(finding ? [finding] : [])[0]).toContain('自然人、商业企业列不一致')
  })

  it('goes on over the change of the form', () => {
    expect(between(2021, { 'requests.carriedOut.total': 3 }, {}).map(({ rule }) => rule)).toEqual(['W1'])
  })

  it('a blank total is open, and the six columns stand in for it where they are there', () => {
    const open = between(
      2023,
      { 'requests.carriedOut.total': 3 },
      { 'requests.carriedIn.total': null, ...columnsOf('carriedIn', null) },
    )
    expect(open).toMatchObject([{ rule: 'W1', severity: 'info', reason: 'blank', formula: '□ = 3' }])
    expect(wordsOf(open)).toEqual(['与 2022 年对照，有 1 格空白，W1 共 1 式无法核对。空白不当作 0。'])
    const summed = between(
      2023,
      { 'requests.carriedOut.total': 3, 'requests.carriedOut.natural': 3 },
      { 'requests.carriedIn.total': null, 'requests.carriedIn.natural': 3 },
    )
    expect(summed).toEqual([])
  })

  it('blanks that cannot make it hold are no excuse', () => {
    const broken = between(
      2023,
      { 'requests.carriedOut.total': 3, ...columnsOf('carriedOut', null) },
      { 'requests.carriedIn.total': null, ...columnsOf('carriedIn', null), 'requests.carriedIn.natural': 4 },
    )
    expect(broken).toMatchObject([{ rule: 'W1', severity: 'warning', reason: 'beyond-blanks' }])
    expect(broken[0]?.difference).toBeUndefined()
  })

  it('unread cells ask for the original', () => {
    const findings = checkYears(
      reportOf(2022),
      reportOf(2023, columnsOf('carriedIn', null), { unread: ['requests.carriedIn.total'] }),
    )
    expect(findings).toMatchObject([{ rule: 'W1', severity: 'info', reason: 'unread' }])
  })
})

describe('W2', () => {
  const field = (column: string): FieldId => `proactive.normativeDocs.${column}`
  const before = { [field('inForce')]: 20 }

  it('what is in force follows from the year before, from 2022', () => {
    const grown = { [field('inForce')]: 23, [field('issued')]: 4, [field('repealed')]: 1 }
    expect(between(2022, before, grown)).toEqual([])
    const [finding, ...none] = between(2022, before, { ...grown, [field('inForce')]: 25 })
    expect(none).toEqual([])
    expect(finding).toMatchObject({ rule: 'W2', severity: 'warning', formula: '25 + 1 ≠ 20 + 4', difference: 2 })
    expect(finding?.cells.map(({ year, field: of }) => [year, of.split('.')[2]])).toEqual([
      [2022, 'inForce'],
      [2022, 'repealed'],
      [2021, 'inForce'],
      [2022, 'issued'],
    ])
  })

  it('does not look at 2021, whose year before counted something else', () => {
    expect(between(2021, {}, { [field('inForce')]: 25 })).toEqual([])
    expect(checkYears(reportOf(2020, before, { form: '2021' }), reportOf(2021, {}))).toEqual([])
  })

  it('a blank leaves it open unless the others break it', () => {
    expect(between(2023, before, { [field('inForce')]: 25, [field('issued')]: null })).toMatchObject([
      { rule: 'W2', severity: 'info', reason: 'blank' },
    ])
    expect(between(2023, before, { [field('inForce')]: 15, [field('issued')]: null })).toMatchObject([
      { rule: 'W2', severity: 'warning', reason: 'beyond-blanks', formula: '15 + 0 ≠ 20 + □' },
    ])
  })
})

describe('W3', () => {
  const items = { 'proactive.licences.itemsLastYear': 40, 'proactive.licences.itemsChange': -3 }

  it('the list of 2020 begins where that of 2019 ended', () => {
    expect(between(2020, items, { 'proactive.licences.itemsLastYear': 37 })).toEqual([])
    expect(between(2020, items, { 'proactive.licences.itemsLastYear': 40 })).toMatchObject([
      { rule: 'W3', formula: '40 ≠ 40 + (−3)', difference: 3 },
    ])
  })

  it('a blank change may be negative: nothing can be told', () => {
    const blank = { ...items, 'proactive.licences.itemsChange': null }
    for (const now of [0, 40, 99])
      expect(between(2020, blank, { 'proactive.licences.itemsLastYear': now })).toMatchObject([
        { rule: 'W3', severity: 'info' },
      ])
  })

  it('the form of 2021 has no such list', () => {
    expect(between(2021, items, {}).filter(({ rule }) => rule === 'W3')).toEqual([])
  })
})

describe('W5 against the year before', () => {
  const fees = (amount: number | null): Given => ({ 'proactive.fees.amount': amount })

  it('an amount ten thousand times as large is probably in yuan, in either year', () => {
    const [up] = between(2023, fees(25.1), fees(251_000))
    expect(up).toMatchObject({ rule: 'W5', reason: 'amount-up', formula: '25.1 → 251000', params: { times: 10_000 } })
    expect(wordsOf(up ? [up] : [])[0]).toContain('251,000 万元，是 2022 年 25.1 万元的 10,000 倍，疑为元。')
    expect(between(2023, fees(251_000), fees(25.1))).toMatchObject([{ reason: 'amount-down' }])
  })

  it.each([
    [25.1, 2510],
    [0, 251_000],
    [0.001, 1.5],
    [null, 251_000],
    [251_000, 251_000],
  ])('%s → %s is none of it', (before, present) => {
    expect(between(2023, fees(before), fees(present))).toEqual([])
  })
})

describe('W6', () => {
  const received = (count: number | null): Given => ({ 'proactive.licences.decisions': count })

  it.each([
    [10, 30, 'grown'],
    [30, 10, 'shrunk'],
    [0, 20, 'from-zero'],
    [20, 0, 'to-zero'],
  ])('%d → %d is told', (before, present, reason) => {
    const findings = between(2022, received(before), received(present))
    expect(findings).toMatchObject([{ rule: 'W6', severity: 'warning', reason, formula: `${before} → ${present}` }])
    expect(wordsOf(findings)[0]).not.toMatch(/[{}]/u)
  })

  it.each([
    [10, 29],
    [9, 28],
    [0, 19],
    [1000, 2999],
    [null, 500],
    [500, null],
  ])('%s → %s is not', (before, present) => {
    expect(between(2022, received(before), received(present))).toEqual([])
  })

  it('lawsuits of both kinds count together, and a blank among them can only add', () => {
    const now = { 'litigation.direct.total': 14, 'litigation.afterReview.total': 6 }
    const found = (before: Given): string[] =>
      between(2022, before, now)
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'W6')
    expect(found({})).toEqual(['W6'])
    expect(found({ 'litigation.direct.total': null })).toEqual([])
    const grown = { 'litigation.direct.total': 20, 'litigation.afterReview.total': null }
    expect(between(2022, {}, grown).filter(({ rule }) => rule === 'W6')).toHaveLength(1)
  })

  it('goes by the thresholds of the class', () => {
    const thresholds = { ...DEFAULT_SETTINGS.thresholds.departments, jump: { times: 2, least: 5 } }
    const settings = { ...DEFAULT_SETTINGS, thresholds: { ...DEFAULT_SETTINGS.thresholds, departments: thresholds } }
    const [before, present] = [reportOf(2021, received(5)), reportOf(2022, received(10))]
    expect(checkYears(before, present)).toEqual([])
    expect(checkYears(before, present, settings)).toMatchObject([{ rule: 'W6', params: { times: 2 } }])
  })
})

describe('I1 and I3', () => {
  it('fewer cases than last year left pending', () => {
    expect(between(2023, { 'review.pending': 3 }, { 'review.total': 2 })).toMatchObject([
      { rule: 'I1', severity: 'info', formula: '2 < 3', difference: -1 },
    ])
    expect(between(2023, { 'review.pending': 3 }, { 'review.total': 3 })).toEqual([])
    expect(between(2023, { 'review.pending': 3 }, { 'review.total': null })).toEqual([])
  })

  it('lawsuits after a review that neither year has', () => {
    const lawsuits = { 'litigation.afterReview.total': 2 }
    expect(between(2023, {}, lawsuits)).toMatchObject([{ rule: 'I3', severity: 'info' }])
    expect(between(2023, { 'review.total': 1 }, lawsuits)).toEqual([])
    expect(between(2023, {}, { ...lawsuits, 'review.total': 1 })).toEqual([])
    expect(between(2023, { 'review.total': null }, lawsuits)).toEqual([])
  })
})
