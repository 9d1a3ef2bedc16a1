import { describe, expect, it } from 'vitest'
import { REQUEST_COLUMNS } from '@/form/requests'
import type { Report } from '@/report/report'
import { page } from './formPage'
import type { PageRow } from './formPage'
import { htmlTable, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

/** Table 三 under seven other heads; 3 in each cell. */
function withHeads(names: readonly string[]): Report {
  const rows = tableRows('requests', '2021').map((row) =>
    row.map((cell) => ({ ...cell, text: cell.field === undefined ? cell.text : '3' })),
  )
  const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  for (const cell of rows.slice(0, 3).flat()) {
    const at = applicants.indexOf(cell.text.replaceAll('\n', ''))
    if (at >= 0) cell.text = names[at] ?? ''
  }
  return reportOf('a.html', page([null, htmlTable(rows), null]))
}

/** Table 三 with one column of figures under one head. */
function withOneColumn(head: string): Report {
  const rows = tableRows('requests', '2021')
  const labels = rows.slice(3).map((row): PageRow => {
    const [first] = row.filter(({ field }) => field !== undefined)
    return [...row.filter(({ field }) => field === undefined), ...(first ? [{ ...first, text: '12' }] : [])]
  })
  const name: PageRow = [
    { text: '项目', colspan: 3, rowspan: 1 },
    { text: head, colspan: 1, rowspan: 1 },
  ]
  return reportOf('a.html', page([null, htmlTable([name, ...labels]), null]))
}

const received = ({ cells }: Report): unknown[] =>
  REQUEST_COLUMNS.map((column) => cells[`requests.received.${column}`]?.value)

describe('heads of table 三 that name something else', () => {
  it.each([
    [['水务局', '财政局', '教育局', '公安局', '民政局', '司法局', '合计']],
    [['一季度', '二季度', '三季度', '四季度', '上半年', '下半年', '全年']],
    [['线上', '线下', '信函', '传真', '当面', '其他', '总计']],
  ])('leaves the table: %s', (names) => {
    const report = withHeads(names)
    expect(received(report)).toEqual(names.map(() => null))
    expect(flaggedFields(report)).toContain('requests.received.natural')
  })

  it('leaves the one column alone whose head is another', () => {
    const report = withHeads(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '占比'])
    expect(received(report)).toEqual([3, 3, 3, 3, 3, 3, null])
    expect(flaggedFields(report)).toContain('requests.received.total')
  })

  it.each(['自然人', '上年数', '占比'])('takes no single column of %s for the total', (head) => {
    const report = withOneColumn(head)
    expect(received(report)).toEqual(REQUEST_COLUMNS.map(() => null))
    expect(flaggedFields(report)).toContain('requests.received.total')
  })

  it('reads a single column of numbers as the total', () => {
    expect(received(withOneColumn('数量')).at(-1)).toBe(12)
  })
})

describe('heads of table 二 that name something else', () => {
  const withHead = (from: string, to: string): Report => {
    const rows = tableRows('proactive', '2021').map((row) =>
      row.map((cell) => ({ ...cell, text: cell.text === from ? to : cell.field === undefined ? cell.text : '3' })),
    )
    return reportOf('a.html', page([htmlTable(rows), null, null]))
  }
  const LICENCES = 'proactive.licences.decisions'

  it.each(['历年累计处理决定数量', '上年处理决定数量', '占比', '上半年处理决定数量'])(
    '%s: the figures under it are left unread',
    (head) => {
      const report = withHead('本年处理决定数量', head)
      expect(report.cells[LICENCES]).toMatchObject({ value: null, state: 'unread' })
      expect(flaggedFields(report)).toContain(LICENCES)
      expect(report.cells['proactive.regulations.issued']?.value).toBe(3)
    },
  )

  it('leave unread what stands beside them under heads of nothing', () => {
    const report = withHead('本年制发件数', '上半年')
    expect(report.cells['proactive.regulations.issued']).toMatchObject({ value: null, state: 'unread' })
    // What there is in force is counted over all years, however that is said.
    expect(withHead('现行有效件数', '历年累计现行有效件数').issues.map(({ code }) => code)).not.toContain(
      'column-missing',
    )
  })
})
