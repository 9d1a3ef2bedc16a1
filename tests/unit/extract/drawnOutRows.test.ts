import { describe, expect, it } from 'vitest'
import { flaggedFields, reportOf } from './reading'

describe('rows of too few cells in a table that a word processor drew out to its full width', () => {
  const line = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td${cell}</td>`).join('')}</tr>`
  const row = (label: string, figures: readonly string[]) =>
    line([` colspan="2">${label}`, ...figures.map((one) => `>${one}`)])
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const zeros = Array.from({ length: 7 }, () => '0')
  const report = (granted: string) =>
    reportOf(
      'a.html',
      `<h1>青河县财政局2023年政府信息公开工作年度报告</h1><table>${[
        row('申请人情况', heads),
        row('一、本年新收政府信息公开申请数量', ['2', '1', '0', '0', '0', '1', '4']),
        row('二、上年结转政府信息公开申请数量', zeros),
        granted,
        row('（二）部分公开', zeros),
        row('1.信访举报投诉类申请', zeros),
        row('（七）总计', ['2', '1', '0', '0', '0', '1', '4']),
        row('四、结转下年度继续办理', zeros),
      ].join('')}</table>`,
    )
  const COLUMNS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'] as const
  /** Value of each cell of the row, and whether an issue names it. */
  const readingOf = (granted: string) => {
    const read = report(granted)
    const flagged = flaggedFields(read)
    return COLUMNS.map((column) => {
      const field = `requests.granted.${column}` as const
      return [read.cells[field]?.value, flagged.has(field)]
    })
  }
  const LEFT = COLUMNS.map(() => [null, true])

  it('the last cell covers two columns: no cell of the row is sure of its own', () => {
    const drawn = line([' colspan="2">（一）予以公开', '>2', '>1', '>0', '>0', '>1', ' colspan="2">4'])
    expect(readingOf(drawn)).toEqual(LEFT)
    expect(report(drawn).cells['requests.received.other']?.value).toBe(1)
  })

  it('a figure stands under the labels: the row was pushed aside', () => {
    expect(readingOf(line(['>（一）予以公开', '>2', '>1', '>0', '>0', '>1', ' colspan="3">4']))).toEqual(LEFT)
  })
})
