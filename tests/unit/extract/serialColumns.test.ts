import { describe, expect, it } from 'vitest'
import type { PageCell, PageRow } from './formPage'
import { htmlTable, page, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

const cell = (text: string, rowspan = 1): PageCell => ({ text, colspan: 1, rowspan })

/** Table 三 with a column before all others: its head, and what stands beside each row of figures. */
function withColumn(head: string, numbers: (at: number) => string): PageRow[] {
  const rows = tableRows('requests', '2021', { 'requests.received.natural': '12', 'requests.settled.total': '7' })
  const heads = rows.findIndex((row) => row.some(({ field }) => field !== undefined))
  return rows.map((row, at) => {
    if (at < heads) return at === 0 ? [cell(head, heads), ...row] : row
    return [cell(numbers(at - heads)), ...row]
  })
}
const reportWith = (rows: readonly PageRow[]): ReturnType<typeof reportOf> =>
  reportOf(
    'a.html',
    page([htmlTable(tableRows('proactive', '2021')), htmlTable(rows), htmlTable(tableRows('disputes', '2021'))]),
  )

describe('a column that numbers the rows of table 三', () => {
  it.each(['序号', '行 次', '顺序', '序', '栏次', 'No.', ''])('headed %s is none of its figures', (head) => {
    const report = reportWith(withColumn(head, (at) => String(at + 1)))
    expect(report.cells['requests.received.natural']?.value).toBe(12)
    expect(report.cells['requests.settled.total']?.value).toBe(7)
    expect(report.cells['requests.granted.business']?.value).toBe(0)
    expect([...flaggedFields(report)]).toEqual([])
  })

  it('stays where its numbers do not follow one another', () => {
    const { cells } = reportWith(withColumn('序号', (at) => String(at * 2 + 1)))
    expect(cells['requests.received.natural']?.value ?? null).toBeNull()
  })

  it('without a head stays where a row has another number', () => {
    const { cells } = reportWith(withColumn('', (at) => String(at < 20 ? at + 1 : at + 2)))
    expect(cells['requests.received.natural']?.value ?? null).toBeNull()
  })

  it.each(['序', ''])('headed %s is none of the figures of table 二', (head) => {
    let last = 0
    const rows = tableRows('proactive', '2021', { 'proactive.penalties.decisions': '9' }).map((row, at) => {
      const number = row.some(({ field }) => field !== undefined) ? String((last += 1)) : ''
      return [cell(at === 0 ? head : number), ...row]
    })
    const tables = [rows, tableRows('requests', '2021'), tableRows('disputes', '2021')].map(htmlTable)
    const report = reportOf('a.html', page(tables))
    expect(report.cells['proactive.penalties.decisions']?.value).toBe(9)
    expect(report.cells['proactive.regulations.issued']?.value).toBe(0)
    expect([...flaggedFields(report)]).toEqual([])
  })

  it('leaves figures that happen to follow one another', () => {
    const rows = tableRows('requests', '2021', {
      'requests.granted.natural': '1',
      'requests.partial.natural': '2',
      'requests.refused.stateSecret.natural': '3',
    })
    const { cells } = reportWith(rows)
    expect(cells['requests.granted.natural']?.value).toBe(1)
    expect(cells['requests.partial.natural']?.value).toBe(2)
  })
})
