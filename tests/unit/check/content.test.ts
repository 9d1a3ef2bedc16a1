import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import { findingText } from '@/check/rules/rules'
import { canMakeRegulations } from '@/register/rulemaking'
import type { Finding } from '@/report/finding'
import { issueOf } from '@/report/issues'
import { agencyOf, reportOf } from './yearReports'

const found = (rule: string, ...report: Parameters<typeof reportOf>): Finding[] =>
  checkReport(reportOf(...report)).filter((finding) => finding.rule === rule)

describe('who can make 规章', () => {
  it.each([
    '公安部',
    '国家税务总局',
    '湖北省人民政府',
    '湖北省人民政府办公厅',
    '北京市人民政府',
    '黄石市人民政府',
    '黄石市人民政府办公室',
    '恩施土家族苗族自治州人民政府',
    '东莞市人民政府',
    '中山市人民政府办公室',
    '嘉峪关市人民政府',
    '儋州市人民政府',
    '无名市人民政府',
  ])('%s can', (name) => {
    expect(canMakeRegulations(agencyOf(name))).toBe(true)
  })

  it.each([
    '湖北省财政厅',
    '黄石市公安局',
    '黄石市司法局',
    '西塞山区人民政府',
    '大冶市人民政府',
    '大冶市人民政府办公室',
    '仙桃市人民政府',
    '平潭综合实验区',
    '大兴安岭地区行政公署',
    '灵乡镇人民政府',
    '国家税务总局黄石市税务局',
    '黄石市第一中学',
  ])('%s cannot', (name) => {
    expect(canMakeRegulations(agencyOf(name))).toBe(false)
  })
})

describe('W4', () => {
  const given = { 'proactive.regulations.issued': 1, 'proactive.regulations.inForce': 4 }

  it('names every figure of the row', () => {
    const findings = found('W4', 2023, given, { body: agencyOf('黄石市公安局') })
    expect(findings).toMatchObject([
      { severity: 'warning', fields: ['proactive.regulations.issued', 'proactive.regulations.inForce'] },
    ])
    expect(findings[0] && findingText(findings[0], 'zh')).toContain('本年制发件数 1、现行有效件数 4')
    expect(findings[0] && findingText(findings[0], 'en')).toContain('government rules: in force 4')
    expect(
      found('W4', 2019, { 'proactive.regulations.publicTotal': 2 }, { body: agencyOf('黄石市公安局') }),
    ).toHaveLength(1)
  })

  it('is silent for those who can, for zeros and blanks, and where nobody knows the agency', () => {
    expect(found('W4', 2023, given, { body: agencyOf('黄石市人民政府') })).toEqual([])
    expect(found('W4', 2023, { 'proactive.regulations.issued': null }, { body: agencyOf('黄石市公安局') })).toEqual([])
    expect(found('W4', 2023, given)).toEqual([])
  })
})

describe('W5 in the cell', () => {
  const issue = (raw: string, code: 'unit-converted' | 'unit-absent' = 'unit-converted'): ReturnType<typeof issueOf> =>
    issueOf(code, ['proactive.fees.amount'], {}, { raw, value: 25.1 })

  it('asks the agency to write what the form asks, beside the issue of reading', () => {
    const findings = found('W5', 2023, { 'proactive.fees.amount': 25.1 }, { issues: [issue('251000元')] })
    expect(findings).toMatchObject([{ severity: 'warning', reason: 'other-unit', formula: '251000元 = 25.1 万元' }])
    expect(found('W5', 2023, {}, { issues: [issue('0.00251亿')] })).toHaveLength(1)
  })

  it('is silent where the head names the unit, where none is named, and for 万元', () => {
    expect(found('W5', 2023, {}, { issues: [issue('251000')] })).toEqual([])
    expect(found('W5', 2023, {}, { issues: [issue('25.1万元')] })).toEqual([])
    expect(found('W5', 2023, {}, { issues: [issue('251000', 'unit-absent')] })).toEqual([])
  })
})

describe('I2', () => {
  it('tells more cases than settled requests, a blank among them or not', () => {
    const settled = { 'requests.settled.total': 3, 'review.total': 3 }
    expect(found('I2', 2023, { ...settled, 'litigation.direct.total': 1 })).toMatchObject([
      { severity: 'info', formula: '3 + 1 > 3', difference: 1 },
    ])
    expect(found('I2', 2023, { ...settled, 'review.total': 4, 'litigation.direct.total': null })).toHaveLength(1)
    expect(found('I2', 2023, settled)).toEqual([])
    expect(found('I2', 2023, { 'review.total': 4, 'requests.settled.total': null })).toEqual([])
  })

  it('does not count lawsuits after a review twice', () => {
    expect(
      found('I2', 2023, { 'requests.settled.total': 1, 'review.total': 1, 'litigation.afterReview.total': 1 }),
    ).toEqual([])
  })
})
