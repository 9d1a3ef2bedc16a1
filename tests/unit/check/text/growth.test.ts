import { describe, expect, it } from 'vitest'
import { findingText } from '@/check/rules/rules'
import { growthFindings } from '@/check/text/growth'
import { textReport } from './textReport'
import type { Told } from './textReport'

/** The year before: 10 received and 2 carried in, 8 settled; one review. */
const BEFORE: Told = {
  year: 2022,
  values: {
    'requests.received.total': 10,
    'requests.settled.total': 8,
    'review.total': 1,
    'litigation.direct.total': 0,
  },
}

const growth = (text: string, before: Told = BEFORE): string[] =>
  growthFindings(textReport('', before), textReport(text)).map(({ formula }) => formula)

describe('W13: change on the year before', () => {
  it.each([
    ['2023年收到政府信息公开申请12件，同比增长30%。', '(12 − 10) ÷ 10 = 20% ≠ 30%'],
    ['收到政府信息公开申请12件，较上年增加5件。', '12 − 10 = 2 ≠ 5'],
    ['收到政府信息公开申请12件（较2022年增长25.5%）。', '(12 − 10) ÷ 10 = 20% ≠ 25.5%'],
    ['收到政府信息公开申请12件，比上年下降20%。', '(12 − 10) ÷ 10 = 20% ≠ −20%'],
    ['办结政府信息公开申请11件，与上年相比增长60%。', '(11 − 8) ÷ 8 = 37.5% ≠ 60%'],
    ['因政府信息公开引发的行政复议2件，同比增加3件。', '2 − 1 = 1 ≠ 3'],
  ])('finds %s', (text, formula) => {
    expect(growth(text)).toEqual([formula])
  })

  it.each([
    '收到政府信息公开申请12件，同比增长20%。',
    '收到政府信息公开申请12件，同比增长16.7%。',
    '收到政府信息公开申请12件，较上年增加2件。',
    '收到政府信息公开申请12件，较2021年增长50%。',
    '收到政府信息公开申请12件，办结11件，同比增长20%。',
    '收到政府信息公开申请12件，网站访问量同比增长80%。',
    '公开政府信息320条，同比增长80%。',
    '收到政府信息公开申请12件，与上年基本持平。',
    '全市收到政府信息公开申请3119件，同比增长70%。',
    '政府信息公开行政诉讼1件，同比增长100%。',
    '收到政府信息公开申请12件，同比增长约30%。',
  ])('is silent on %s', (text) => {
    expect(growth(text)).toEqual([])
  })

  it('is silent where last year has no number, or is not last year', () => {
    const text = '收到政府信息公开申请12件，同比增长30%。'
    expect(growth(text)).toHaveLength(1)
    expect(
      growth(text, { ...BEFORE, values: { 'requests.received.total': null, 'requests.received.other': null } }),
    ).toEqual([])
    expect(growth(text, { ...BEFORE, year: 2021 })).toEqual([])
  })

  it('names the cells of both years and shows the sentence', () => {
    const before = { ...textReport('', BEFORE), file: '2022.docx' }
    const [finding] = growthFindings(before, textReport('收到政府信息公开申请12件，同比增长30%。'))
    expect(finding?.cells.map(({ file, year, value }) => [file, year, value])).toEqual([
      ['report.docx', 2023, 12],
      ['2022.docx', 2022, 10],
    ])
    const [quote] = finding?.quotes ?? []
    expect(quote?.marks.map((mark) => quote.text.slice(...mark))).toEqual(['收到政府信息公开申请12件', '30%'])
    expect(finding && findingText(finding, 'zh')).toContain('按两年表格重算不一致：(12 − 10) ÷ 10 = 20% ≠ 30%')
  })
})
