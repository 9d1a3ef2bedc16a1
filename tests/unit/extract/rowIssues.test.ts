import { describe, expect, it } from 'vitest'
import { htmlTable, page, rowWith, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

describe('a row whose cells are shown as dates or percentages', () => {
  const rows = tableRows('requests', '2021')
  for (const cell of rowWith(rows, 'requests.granted.natural')) if (cell.field !== undefined) cell.text = '1200%'
  for (const cell of rowWith(rows, 'requests.partial.natural'))
    if (cell.field === 'requests.partial.natural' || cell.field === 'requests.partial.total') cell.text = '1900/1/12'
  const report = reportOf(
    'a.html',
    page([htmlTable(tableRows('proactive', '2021')), htmlTable(rows), htmlTable(tableRows('disputes', '2021'))]),
  )
  const unread = report.issues.filter(({ code }) => code === 'cell-unread')

  it('has one issue for all of them, at the row; two cells keep their own', () => {
    expect(unread.map(({ fields, place }) => [fields.length, place.column === undefined])).toEqual([
      [7, true],
      [1, false],
      [1, false],
    ])
    expect(unread[0]?.params['raw']).toBe(Array.from({ length: 7 }, () => '1200%').join('、'))
  })

  it('has every cell flagged and none read', () => {
    expect(flaggedFields(report).size).toBe(9)
    expect(report.cells['requests.granted.business']).toMatchObject({ value: null, state: 'unread', raw: '1200%' })
  })
})
