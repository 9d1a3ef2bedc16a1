import { expect, it } from 'vitest'
import { htmlTable, page, rowWith, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

it('flags the last row of 其他处理 where it stands twice with other figures', () => {
  const rows = tableRows('requests', '2021')
  const own = rowWith(rows, 'requests.otherwise.other.total')
  const again = own.map((cell) => (cell.field === undefined ? { ...cell } : { ...cell, text: '5' }))
  rows.splice(rows.indexOf(own) + 1, 0, again)
  const report = reportOf('a.html', page([null, htmlTable(rows), null]))
  expect(report.cells['requests.otherwise.other.total']?.value).toBeNull()
  expect(flaggedFields(report)).toContain('requests.otherwise.other.total')
})
