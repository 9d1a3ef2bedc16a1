import { describe, expect, it } from 'vitest'
import { htmlTable, page, tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

const FIELD = 'proactive.fees.amount'
const HEAD = '本年收费金额（单位：万元）'

/** Table 二 with 251000 collected, where texts of its last block are replaced. */
function proactive(texts: Readonly<Record<string, string>>, ...above: PageRow[]): string {
  const rows = tableRows('proactive', '2021', { [FIELD]: '251000' })
  const isLast = (at: number): boolean => at >= rows.length - 3
  return htmlTable([
    ...above,
    ...rows.map((row, at) =>
      row.map((cell) => ({ ...cell, text: (isLast(at) ? texts[cell.text] : undefined) ?? cell.text })),
    ),
  ])
}
const cellOf = (html: string): unknown[] => {
  const report = reportOf('a.html', page([html, htmlTable(tableRows('requests', '2021')), null]))
  return [report.cells[FIELD]?.value, report.cells[FIELD]?.state, flaggedFields(report).has(FIELD)]
}
const bare = { [HEAD]: '本年收费金额' }

describe('fees in yuan', () => {
  it.each([
    ['in the head', proactive({ [HEAD]: '本年收费金额（单位：元，保留两位小数）' })],
    ['in the head of the labels', proactive({ ...bare, 信息内容: '信息内容（单位：元）' })],
    ['in the clause', proactive({ ...bare, '第二十条第（八）项': '第二十条第（八）项（金额单位：元）' })],
    ['in the row', proactive({ ...bare, 行政事业性收费: '行政事业性收费（元）' })],
    ['in a row over the table', proactive(bare, [{ text: '（金额单位：元）', colspan: 4, rowspan: 1 }])],
    ['in the line over the table', `<p>（金额单位：元）</p>${proactive(bare)}`],
  ])('are converted where it says so %s', (_, html) => {
    expect(cellOf(html)).toEqual([25.1, 'repaired', true])
  })

  it('are left unread where the table says two units', () => {
    expect(cellOf(proactive({ 信息内容: '信息内容（单位：元）' }))).toEqual([null, 'unread', true])
  })

  it('are 万元 where the form’s head says so and nothing else', () => {
    expect(cellOf(proactive({}))).toEqual([251000, 'printed', false])
  })
})
