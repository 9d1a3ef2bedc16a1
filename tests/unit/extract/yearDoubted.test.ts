import { describe, expect, it } from 'vitest'
import { reportOf } from './reading'

const BODY = ['一、总体情况', '全年照常开展工作。', '五、存在的主要问题及改进情况', '问题不多，继续改进。']
const TITLE = '青河县财政局2022年政府信息公开工作年度报告'

describe('a title left over from another year', () => {
  it.each([
    ['青河县财政局2023年年报.docx', '2024年1月20日', true],
    ['青河县财政局2023年年报.docx', '二〇二四年一月二十日', true],
    ['青河县财政局2022年年报.docx', '2023年1月20日', false],
    ['青河县财政局2023年年报.docx', '2023年1月20日', false],
    ['青河县财政局年报.docx', '2024年1月20日', false],
    ['青河县财政局2023年年报.docx', '', false],
  ])('a title of 2022 on %s signed %s is doubted: %s', (file, signed, doubted) => {
    const report = reportOf(file, [TITLE, ...BODY, '青河县财政局', signed].join('\n'))
    expect(report.year).toBe(2022)
    expect(report.issues.some((issue) => issue.code === 'year-doubted')).toBe(doubted)
  })
})
