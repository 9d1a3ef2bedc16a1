import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import { findingText } from '@/check/rules/rules'
import { countFindings } from '@/check/text/countFindings'
import { statementsOf } from '@/check/text/statements'
import type { Finding } from '@/report/finding'
import { blankZeros2019 } from '../blankZeros2019'
import { inputOf } from '../footingReport'
import { textReport } from './textReport'
import type { Told } from './textReport'

const found = (...args: Parameters<typeof textReport>): Finding[] => {
  const input = textReport(...args)
  return countFindings(input, statementsOf(input))
}
const marked = ({ quotes = [] }: Finding): string[] =>
  quotes.flatMap(({ text, marks }) => marks.map((mark) => text.slice(...mark)))

describe('what a text finding tells', () => {
  it('the sentence with its words marked, the cells, the formula with every reading and the difference', () => {
    const [finding] = found('（二）依申请公开。 2023年 我局收到政府信息公开申请 15 件，均已答复。')
    expect(finding).toMatchObject({
      rule: 'W8',
      severity: 'warning',
      reason: 'unequal',
      fields: ['requests.received.total', 'requests.carriedIn.total'],
      formula: '15 ≠ 12; 15 ≠ 12 + 2',
      difference: 3,
    })
    expect(finding && marked(finding)).toEqual(['2023年 我局收到政府信息公开申请 15 件'])
    expect(finding && findingText(finding, 'zh')).toBe(
      '文中写“2023年 我局收到政府信息公开申请 15 件”，与表三 申请办理“一、本年新收政府信息公开申请数量”不一致：15 ≠ 12; 15 ≠ 12 + 2。请向填报机关核实。',
    )
    expect(finding && findingText(finding, 'en')).toContain(
      '“received this year”, differs: 15 ≠ 12; 15 ≠ 12 + 2. Check',
    )
  })

  it('none against a number, and a number against none', () => {
    const [none] = found('全年未收到政府信息公开申请。')
    expect(none && findingText(none, 'zh')).toContain('不为 0：0 ≠ 12')
    const [some] = found('全年收到政府信息公开申请6件。', {
      values: { 'requests.received.total': 0, 'requests.carriedIn.total': 0, 'requests.settled.total': 0 },
    })
    expect(some && findingText(some, 'zh')).toContain('为 0：6 ≠ 0')
  })

  it('what is said twice is one finding with both sentences', () => {
    const findings = found('2023年收到政府信息公开申请15件。\n从数量看，全年收到政府信息公开申请15件。')
    expect(findings.map(({ quotes }) => quotes?.length)).toEqual([2])
  })

  it('a section that gives two numbers for one count speaks of two things', () => {
    expect(found('收到政府信息公开申请7件。\n收到政府信息公开申请5件。')).toEqual([])
  })

  it('a page break within a sentence does not hide it', () => {
    const [finding] = found('我局严格按照条例规定办理依申请公开，2023年收到政府信\n息公开申请15件。')
    expect(finding?.formula).toBe('15 ≠ 12; 15 ≠ 12 + 2')
  })

  it('blank totals count with what stands in their rows: figures of a real report of 2019', () => {
    const text = '全年受理政府信息公开申请859件；答复805件。予以公开及部分公开共258件，占33.9%；不予公开35件，占4.34%。'
    const input = {
      ...inputOf(blankZeros2019, { requests: '2019', disputes: '2019' }),
      year: 2019,
      sections: [{ number: 1, heading: '', text }],
    }
    const formulas = countFindings(input, statementsOf(input)).map(({ rule, formula }) => `${rule} ${formula}`)
    expect(formulas).toEqual(['W9 258 < 272 + 3', 'W9 258 ÷ 805 = 32% ≠ 33.9%'])
  })

  it('a blank leaves one side open: the formula says on which side of the bound the count is', () => {
    const blank = { 'requests.received.total': null, 'requests.received.other': null }
    const rules = (text: string, values: NonNullable<Told['values']>): string[] =>
      found(text, { values }).map(({ formula }) => formula)
    expect(rules('全年收到政府信息公开申请8件。', blank)).toEqual(['8 < 12; 8 < 12 + 2'])
    expect(rules('全年未收到政府信息公开申请。', blank)).toEqual(['0 < 12; 0 < 12 + 2'])
    expect(rules('全年收到政府信息公开申请30件。', blank)).toEqual([])
  })

  it('stands among the findings of a report', () => {
    const rules = checkReport(textReport('全年收到政府信息公开申请15件。')).map(({ rule }) => rule)
    expect(rules).toContain('W8')
  })
})
