import { describe, expect, it } from 'vitest'
import type { CheckInput } from '@/check/input'
import { findingText } from '@/check/rules/rules'
import { yearFindings } from '@/check/text/yearFindings'
import { textReport } from './textReport'

const report = (texts: Readonly<Record<number, string>>, title: string | null = null): CheckInput => ({
  ...textReport(''),
  title,
  sections: Object.entries(texts).map(([number, text]) => ({ number: Number(number), heading: '', text })),
})
const reasons = (input: CheckInput): string[] =>
  yearFindings(input).map(({ reason, params, quotes }) => {
    const [quote] = quotes ?? []
    return `${reason} ${String(params['other'])} ${quote?.marks.map((mark) => quote.text.slice(...mark)).join('|') ?? ''}`
  })

describe('W14: one year throughout', () => {
  it.each([
    ['云岭市教育局2022年政府信息公开工作年度报告', 'title 2022 2022'],
    ['2021年度云岭市教育局政府信息公开工作年度报告', 'title 2021 2021'],
  ])('title %s', (title, found) => {
    expect(reasons(report({}, title))).toEqual([found])
  })

  it.each([
    '云岭市教育局2023年政府信息公开工作年度报告',
    '云岭市教育局２０２３年政府信息公开工作年度报告',
    '云岭市教育局政府信息公开工作年度报告（2023年，2024年1月20日发布）',
    '云岭市教育局政府信息公开工作年度报告',
    '关于2022年通知要求的2023年政府信息公开工作年度报告',
  ])('title %s is no finding', (title) => {
    expect(reasons(report({}, title))).toEqual([])
  })

  it.each([
    ['本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。', 'period 2022 2022年1月1日起至2022年12月31日'],
    ['数据统计时限为2021年1月1日至12月31日。', 'period 2021 2021年1月1日至12月31日'],
    ['统计期限为 2022 年 1 月 1 日至 12 月 31 日。', 'period 2022 2022 年 1 月 1 日至 12 月 31 日'],
  ])('period %s', (text, found) => {
    expect(reasons(report({ 0: text }))).toEqual([found])
  })

  it.each([
    '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    '根据2019年5月15日起施行的《条例》编制本报告。',
    '《办法》自2022年1月1日起施行。',
    '统计期限自2022年1月1日起至2023年12月31日止。',
    '根据国办公开办函〔2021〕30号编制，2024年1月20日公布。',
  ])('period %s is no finding', (text) => {
    expect(reasons(report({ 0: text }))).toEqual([])
  })

  it.each([
    ['按照《条例》第五十条的要求，编制2024年度报告并向社会公布。', 'opening 2024 2024'],
    ['现将云岭市教育局2022年度政府信息公开工作情况报告如下。', 'opening 2022 2022'],
    ['根据《关于做好2023年度报告工作的通知》，现公布我局 2022 年政府信息公开工作年度报告。', 'opening 2022 2022'],
  ])('opening %s', (text, found) => {
    expect(reasons(report({ 0: text }))).toEqual([found])
  })

  it.each([
    '编制2023年度报告并向社会公布。',
    '按照《关于做好2024年政府信息公开工作年度报告编制的通知》要求，编制本报告。',
    '按照关于编制2024年度政府信息公开工作报告的通知要求，编制本报告。',
    '本报告为2022年度报告之后的2023年度报告，现将2022年度报告中的更正一并公布。',
    '编制了2022年度工作计划。',
    '本报告于2024年1月编制，报告全文如下。',
  ])('opening %s is no finding', (text) => {
    expect(reasons(report({ 0: text }))).toEqual([])
  })

  it('a section that names the report of another year is no opening', () => {
    expect(reasons(report({ 1: '一月份编制2022年度报告并发布。' }))).toEqual([])
  })

  it('text that speaks of last year only', () => {
    expect(reasons(report({ 1: '2022年，我局认真做好公开工作。\n全年公开信息90条。' }))).toEqual(['body 2022 2022年'])
    expect(reasons(report({ 1: '2023年，我局认真做好公开工作。', 6: '2022年度，我局未收取信息处理费。' }))).toEqual([
      'body 2022 2022年',
    ])
  })

  it.each([
    ['2023年，我局认真做好公开工作。2022年，我局结转2件。'],
    ['2022年，国务院办公厅印发通知。'],
    ['2022年6月，我局开通新网站。'],
    ['与2022年相比，我局公开数量上升。'],
    ['2024年，我局将继续努力。'],
    ['我局按照2022年工作要点推进公开工作。'],
  ])('%s is no finding', (text) => {
    expect(reasons(report({ 1: text }))).toEqual([])
  })

  it('says so without accusing', () => {
    const [finding] = yearFindings(report({ 0: '统计期限为2022年1月1日至12月31日。' }))
    expect(finding && findingText(finding, 'zh')).toBe(
      '统计期限写 2022 年，年报年度为 2023 年，两处不一致，疑为沿用旧稿。请向填报机关核实。',
    )
  })
})
